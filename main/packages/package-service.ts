import { LRUCache } from "lru-cache";
import { mostDebtorsListed } from "../../shared/contract/package-channels.ts";
import type { LoanFacts } from "../../shared/domain/loan-facts.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal } from "../deals/deal-service.ts";
import { getTape } from "../tapes/tape-service.ts";
import { loadPackage } from "./load-package.ts";
import { type LoadedPackage, type PackageIdentity, packageKey } from "./loaded-package.ts";
import { readLoanFacts } from "./loan-facts-queries.ts";
import { readDebtors } from "./package-queries.ts";

export interface PackageService {
  /** Which package the deal has now; deal.noTape where it has none. */
  identity(dealId: number): Promise<PackageIdentity>;
  /** The deal's package as columns, read once per tape; the kind of deal decides the segments, its cut-off date what is out of time. */
  load(dealId: number): Promise<LoadedPackage>;
  /** What the tape states of a loan beside its amounts; pricing.loanNotFound for a loan of another package. */
  loanFacts(dealId: number, loanId: number): Promise<LoanFacts>;
  /** Names of its debtors, those who owe most first. */
  debtors(dealId: number): Promise<string[]>;
}

/** Packages kept in memory; a million loans take about 200 MB. */
const keptPackages = 3;

/** Packages of deals: the rows of the tape as the engine reads them. */
export function createPackageService({ db }: { readonly db: DeskDatabase }): PackageService {
  const { kysely } = db;
  const packages = new LRUCache<string, Promise<LoadedPackage>>({ max: keptPackages });

  const identity = async (dealId: number): Promise<PackageIdentity> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    return { tapeId: deal.package.tapeId, dealKind: deal.kind, cutOffDate: deal.cutOffDate };
  };

  return {
    identity,
    load: async (dealId) => {
      const wanted = await identity(dealId);
      const key = packageKey(wanted);
      const known = packages.get(key);
      if (known !== undefined) return known;
      const loading = getTape(kysely, wanted.tapeId).then(({ firstLoanId, loanCount, report }) =>
        loadPackage(kysely, { ...wanted, firstLoanId, loanCount, debtorCount: report.counts.debtors }),
      );
      packages.set(key, loading);
      loading.catch(() => packages.delete(key));
      return loading;
    },
    debtors: async (dealId) => readDebtors(kysely, (await identity(dealId)).tapeId, mostDebtorsListed),
    loanFacts: async (dealId, loanId) => {
      const facts = await readLoanFacts(kysely, { ...(await identity(dealId)), loanId });
      if (facts === undefined) throw new DeskError("pricing.loanNotFound", { loanId });
      return facts;
    },
  };
}
