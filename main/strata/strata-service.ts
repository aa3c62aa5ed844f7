import { LRUCache } from "lru-cache";
import type { StrataQuery } from "../../shared/contract/strata-channels.ts";
import type { Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import { caseNamed } from "../../shared/domain/pricing-results.ts";
import type { StrataCut, StrataFilter, StrataTable } from "../../shared/domain/strata.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { sentColumns } from "../packages/held-columns.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { CuttablePackage } from "./loan-strata.ts";
import type { StrataKeys } from "./strata-keys.ts";
import type { strataTasks } from "./strata-tasks.ts";

export interface StrataService {
  /** Cuts a priced package by one field or by two, in a worker. */
  cut(priced: CutDeal, query: StrataQuery): Promise<StrataTable>;
  /** 1 for each loan of a priced package that is in all of the strata. */
  mask(priced: CutDeal, chosen: readonly StrataFilter[]): Promise<Uint8Array>;
}

/** A package with the terms on which it was priced and what came out. */
export interface CutDeal {
  readonly loaded: LoadedPackage;
  readonly terms: { readonly assumptions: Assumptions; readonly cases: Cases };
  readonly output: PricedPackage;
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

  /** Of the latest pricings: the model alone is priced once for each. */
  const ratiosByPricing = new WeakMap<PricedPackage, Promise<Float64Array>>();

  const ownRatios = ({ loaded, terms, output }: CutDeal): Promise<Float64Array> => {
    const known = ratiosByPricing.get(output);
    if (known !== undefined) return known;
    const input = { assumptions: terms.assumptions, shifts: terms.cases.base, debtors: loaded.debtors.firstLoan.length };
    const made = jobs.run("ownRatios", { ...input, ...sentColumns(loaded), pricedYuan: output.loanResults.base.presentValue }, { kind: null });
    ratiosByPricing.set(output, made);
    made.catch(() => ratiosByPricing.delete(output));
    return made;
  };
  const cuttable = async (priced: CutDeal, cuts: readonly StrataCut[]): Promise<CuttablePackage> => {
    const { readingId, ids, columns, debtors } = priced.loaded;
    const isByOwn = cuts.some(({ field }) => field === "ownToModel") && columns.ownEstimates !== null;
    const making = keysByReading.get(readingId) ?? jobs.run("strataKeys", { desk: db.forWorkers, ids }, { kind: null });
    keysByReading.set(readingId, making);
    making.catch(() => keysByReading.delete(readingId));
    return { columns, keys: await making, ids, firstLoan: debtors.firstLoan, ownRatio: isByOwn ? await ownRatios(priced) : null };
  };

  return {
    cut: async (priced, query) => {
      const { loaded, output } = priced;
      const cuts = [query.rows, ...(query.columns === null ? [] : [query.columns])];
      const { collateralRecovery, guarantorRecovery, cashRecovery, ownRecovery, presentValue } = output.loanResults[query.caseName];
      const results = { collateralRecovery, guarantorRecovery, cashRecovery, ownRecovery, presentValue };
      const { allocatedFen } = output;
      const { namedLoan } = loaded.debtors;
      const { grossRecoveryFen } = caseNamed(output.result.cases, query.caseName);
      return jobs.run(
        "strataTable",
        { ...(await cuttable(priced, cuts)), results, allocatedFen, grossRecoveryFen, desk: db.forWorkers, namedLoan, query },
        { kind: null },
      );
    },
    mask: async (priced, chosen) => jobs.run("stratumMask", { ...(await cuttable(priced, chosen)), chosen }, { kind: null }),
  };
}
