import { LRUCache } from "lru-cache";
import type { StrataQuery } from "../../shared/contract/strata-channels.ts";
import type { StrataFilter, StrataTable } from "../../shared/domain/strata.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { CuttablePackage } from "./loan-strata.ts";
import type { StrataKeys } from "./strata-keys.ts";
import type { strataTasks } from "./strata-tasks.ts";

export interface StrataService {
  /** Cuts a priced package by one field or by two, in a worker. */
  cut(priced: { readonly loaded: LoadedPackage; readonly output: PricedPackage }, query: StrataQuery): Promise<StrataTable>;
  /** 1 for each loan of a package that is in all of the strata. */
  mask(loaded: LoadedPackage, chosen: readonly StrataFilter[]): Promise<Uint8Array>;
}

interface StrataServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<typeof strataTasks>, "run">;
}

/** Packages whose words are kept; those of a million loans take some 35 MB. */
const keptPackages = 3;

/** Packages cut into strata (分层). */
export function createStrataService({ db, jobs }: StrataServiceParts): StrataService {
  const keysByReading = new LRUCache<string, Promise<StrataKeys>>({ max: keptPackages });

  const cuttable = async ({ readingId, ids, columns, debtors }: LoadedPackage): Promise<CuttablePackage> => {
    const making = keysByReading.get(readingId) ?? jobs.run("strataKeys", { desk: db.forWorkers, ids }, { kind: null });
    keysByReading.set(readingId, making);
    making.catch(() => keysByReading.delete(readingId));
    return { columns, keys: await making, ids, firstLoan: debtors.firstLoan };
  };

  return {
    cut: async ({ loaded, output }, query) => {
      const { collateralRecovery, guarantorRecovery, cashRecovery, ownRecovery, presentValue } = output.loanResults[query.caseName];
      const results = { collateralRecovery, guarantorRecovery, cashRecovery, ownRecovery, presentValue };
      const { allocatedFen } = output;
      const { namedLoan } = loaded.debtors;
      const grossRecoveryFen = output.result.cases.find(({ caseName }) => caseName === query.caseName)?.grossRecoveryFen ?? 0;
      return jobs.run(
        "strataTable",
        { ...(await cuttable(loaded)), results, allocatedFen, grossRecoveryFen, desk: db.forWorkers, namedLoan, query },
        { kind: null },
      );
    },
    mask: async (loaded, chosen) => jobs.run("stratumMask", { ...(await cuttable(loaded)), chosen }, { kind: null }),
  };
}
