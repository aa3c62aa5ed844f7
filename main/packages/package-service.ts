import { randomUUID } from "node:crypto";
import { LRUCache } from "lru-cache";
import { mostDebtorsListed } from "../../shared/contract/package-channels.ts";
import type { LoanFacts } from "../../shared/domain/loan-facts.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal } from "../deals/deal-service.ts";
import { getLoanIds, getRevisions } from "../tapes/tape-service.ts";
import { loadPackage } from "./load-package.ts";
import { type LoadedPackage, type PackageIdentity, packageKey } from "./loaded-package.ts";
import { readLoanFacts } from "./loan-facts-queries.ts";
import type { OwnEstimateSource } from "./own-estimate-source.ts";
import { readDebtors } from "./package-queries.ts";
import { patchPackage } from "./patch-package.ts";
import type { TapeChanges } from "./tape-changes.ts";

export interface PackageService {
  /** Which package the deal has now; deal.noTape where it has none. */
  identity(dealId: number): Promise<PackageIdentity>;
  /** The deal's package as columns, read once per tape, with the desk's own estimates as they now are; the kind of deal decides the segments, its cut-off date what is out of time. */
  load(dealId: number): Promise<LoadedPackage>;
  /** What the tape states of a loan beside its amounts; pricing.loanNotFound for a loan of another package. */
  loanFacts(dealId: number, loanId: number): Promise<LoanFacts>;
  /** Names of its debtors, those who owe most first. */
  debtors(dealId: number): Promise<string[]>;
}

/** Packages kept in memory; a million loans take about 200 MB. */
const keptPackages = 3;

/** Share of a package's loans of which it is quicker to read them alone. */
const mostPatched = 0.25;

interface PackageServiceParts {
  readonly db: DeskDatabase;
  /** What edits did to tapes. */
  readonly changes: TapeChanges;
  /** Left out: no package has any. */
  readonly own?: OwnEstimateSource;
}

/** Keeps what is loaded under a key; what could not be loaded is tried again. */
function keptLoads() {
  const loads = new LRUCache<string, Promise<LoadedPackage>>({ max: keptPackages });
  return (key: string, load: () => Promise<LoadedPackage>): Promise<LoadedPackage> => {
    const known = loads.get(key);
    if (known !== undefined) return known;
    const loading = load();
    loads.set(key, loading);
    loading.catch(() => loads.delete(key));
    return loading;
  };
}

/** Packages of deals: the rows of the tape as the engine reads them, and the desk's own estimates beside them. */
export function createPackageService({ db, changes, own }: PackageServiceParts): PackageService {
  const { kysely } = db;
  const readOnce = keptLoads();
  /** Of each tape the package that was loaded last. */
  const newest = new LRUCache<number, Promise<LoadedPackage>>({ max: keptPackages });
  const estimatedOnce = keptLoads();

  const identity = async (dealId: number): Promise<PackageIdentity> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    const { tapeId } = deal.package;
    const ownRevision = (await own?.revision(dealId)) ?? null;
    return { tapeId, ...(await getRevisions(kysely, tapeId)), dealKind: deal.kind, cutOffDate: deal.cutOffDate, ownRevision };
  };

  /** The package of an earlier revision with the loans that changed since read again; null where that can't be. */
  const patched = async (reading: Promise<LoadedPackage> | undefined, wanted: PackageIdentity): Promise<LoadedPackage | null> => {
    const older = await reading?.catch(() => null);
    if (older == null || older.dealKind !== wanted.dealKind || older.cutOffDate !== wanted.cutOffDate) return null;
    const loanIds = changes.between(wanted.tapeId, older.revision, wanted.revision);
    if (loanIds === null || loanIds.size > mostPatched * older.ids.count) return null;
    return patchPackage(kysely, older, wanted, loanIds);
  };

  /** The package as its tape states it. */
  const readPackage = (wanted: PackageIdentity): Promise<LoadedPackage> =>
    readOnce(packageKey({ ...wanted, ownRevision: null }), () => {
      const older = newest.get(wanted.tapeId);
      const reading = patched(older, wanted).then(async (done) => done ?? loadPackage(kysely, { ...wanted, ids: await getLoanIds(kysely, wanted.tapeId) }));
      newest.set(wanted.tapeId, reading);
      return reading;
    });

  return {
    identity,
    load: async (dealId) => {
      const wanted = await identity(dealId);
      const read = await readPackage(wanted);
      const { ownRevision } = wanted;
      if (own === undefined || ownRevision === null) return read;
      // Another reading: what hangs on the columns must not outlive a change of an estimate.
      return estimatedOnce(packageKey(wanted), async () => {
        const ownEstimates = await own.estimates(dealId, read);
        return { ...read, ownRevision, readingId: randomUUID(), columns: { ...read.columns, ownEstimates } };
      });
    },
    debtors: async (dealId) => readDebtors(kysely, (await identity(dealId)).tapeId, mostDebtorsListed),
    loanFacts: async (dealId, loanId) => {
      const facts = await readLoanFacts(kysely, { ...(await identity(dealId)), loanId });
      if (facts === undefined) throw new DeskError("pricing.loanNotFound", { loanId });
      return facts;
    },
  };
}
