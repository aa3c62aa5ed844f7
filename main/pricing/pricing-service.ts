import { LRUCache } from "lru-cache";
import type { ModelEdit } from "../../shared/contract/assumption-channels.ts";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { DebtorShares } from "../../shared/domain/bid-charts.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { PricingResult, TraceNode } from "../../shared/domain/pricing-results.ts";
import { DeskError } from "../../shared/result.ts";
import type { AssumptionService } from "../assumptions/assumption-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getOpenDeal } from "../deals/deal-service.ts";
import type { PackageInput, PricedPackage } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { sentColumns } from "../packages/held-columns.ts";
import { type LoadedPackage, packageKey } from "../packages/loaded-package.ts";
import type { PackageService } from "../packages/package-service.ts";
import type { StrataService } from "../strata/strata-service.ts";
import { placeOfId } from "../tapes/loan-ids.ts";
import type { LoanKeys, NamedLoans } from "./loan-keys.ts";
import { type LoanPageQuery, LoanPages, type LoanQuery } from "./loan-pages.ts";
import type { PricedDeal, PriceTerms } from "./priced-deal.ts";
import type { PricingTasks } from "./pricing-tasks.ts";

export interface PricingService {
  /** Saves the edit as the deal's model and prices it in a worker. Edits that follow one another with the same `typing` are one step to undo. */
  price(dealId: number, edit: ModelEdit, typing?: string): Promise<PricingResult>;
  /** The latest pricing of the package that the deal has now; pricing.notPriced where there is none. */
  latest(dealId: number): Promise<PricedDeal>;
  /** The latest pricing with what lies beyond the horizon in every case, which no edit waits for. */
  whole(dealId: number): Promise<PricedDeal>;
  /** Prices what is given, of no deal in particular, in a worker. */
  reprice(input: PackageInput): Promise<PricedPackage>;
  loans(dealId: number, query: LoanPageQuery): Promise<{ total: number; rows: LoanRow[] }>;
  /** The latest pricing with the places of the loans that a query finds, in its order. */
  loansFound(dealId: number, query: LoanQuery): Promise<PricedDeal & { readonly indexes: Uint32Array }>;
  explainLoan(dealId: number, caseName: CaseName, loanId: number): Promise<{ loan: LoanRow; trace: TraceNode }>;
  /** Has a worker make the keys of a tape's loans, where whoever orders them by a text would have to wait for them. */
  makeKeys(loans: NamedLoans): void;
  /** By what the loans of the deal's latest pricing are ordered and found. */
  loanKeys(dealId: number): Promise<LoanKeys>;
  /** Whose loans the present value of a case comes from. */
  debtorShares(dealId: number, caseName: CaseName): Promise<DebtorShares>;
  /** Has a worker compile the engine before the first package is priced. */
  warm(): Promise<void>;
}

interface PricingServiceParts {
  readonly db: DeskDatabase;
  readonly jobs: Pick<JobRunner<PricingTasks>, "run">;
  /** For what is made ahead of being asked for. */
  readonly housekeeping: Pick<JobRunner<PricingTasks>, "run">;
  readonly packages: Pick<PackageService, "identity" | "load">;
  readonly assumptions: Pick<AssumptionService, "list" | "model" | "saveModel">;
  readonly strata: Pick<StrataService, "mask">;
}

interface PagedDeal extends PricedDeal {
  readonly pages: LoanPages;
  /** The same with nothing left out; worked out once. */
  readonly whole: () => Promise<PricedDeal>;
}

/** Pricings kept in memory, one of a deal. */
const keptPricings = 3;
/** Of fewer loans the keys are made within the blink of an eye. */
const manyLoans = 50_000;

/** Does it when it is first asked for, and again only where it failed. */
function onceDone<T>(work: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= work().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

/** Pricings of deals: the latest of each stays at hand, with its loans. */
export function createPricingService({ db, jobs, housekeeping, packages, assumptions, strata }: PricingServiceParts): PricingService {
  const { kysely } = db;
  const priced = new LRUCache<number, PagedDeal>({ max: keptPricings });
  const started = new Map<number, number>();
  /** By tape and revision of the names. */
  const keysByTape = new LRUCache<string, Promise<LoanKeys>>({ max: keptPricings });

  const keysOf = ({ tapeId, namesRevision, ids }: NamedLoans): Promise<LoanKeys> => {
    const key = `${tapeId}.${namesRevision}`;
    const known = keysByTape.get(key);
    if (known !== undefined) return known;
    const made = housekeeping.run("loanKeys", { desk: db.forWorkers, ids }, { kind: null });
    keysByTape.set(key, made);
    made.catch(() => keysByTape.delete(key));
    return made;
  };
  const keysOfPackage = ({ tapeId, namesRevision, ids }: LoadedPackage) => keysOf({ tapeId, namesRevision, ids });
  const pagesOf = (loaded: LoadedPackage, terms: PriceTerms, output: PricedPackage) =>
    new LoanPages({ db: kysely, jobs, keys: () => keysOfPackage(loaded), mask: (chosen) => strata.mask({ loaded, terms, output }, chosen) }, loaded, output);

  /** Beside the workers that edits wait for. */
  const withBeyondHorizon = async (deal: PricedDeal): Promise<PricedDeal> => {
    const { loaded, terms, output } = deal;
    if (output.result.cases.every(({ beyondHorizon }) => beyondHorizon !== null)) return deal;
    const { debtorCount, cutOffDate } = loaded;
    const result = await housekeeping.run("wholeResultTask", { ...sentColumns(loaded), debtorCount, cutOffDate, ...terms }, { kind: null });
    return { ...deal, output: { ...output, result } };
  };

  const price = async (dealId: number, edit: ModelEdit, typing?: string): Promise<PricingResult> => {
    await getOpenDeal(kysely, dealId);
    const order = (started.get(dealId) ?? 0) + 1;
    started.set(dealId, order);
    const model = { ...(await assumptions.model(dealId)), ...edit };
    const loaded = await packages.load(dealId);
    const terms: PriceTerms = { assumptions: edit.assumptions, cases: edit.cases, bidPriceFen: edit.bidPriceFen };
    const { debtorCount, cutOffDate } = loaded;
    // Saved while the workers price; what isn't saved isn't answered.
    const pricing = jobs.run("priceEditTask", { ...sentColumns(loaded), debtorCount, cutOffDate, ...terms }, { kind: "price" });
    const [output] = await Promise.all([pricing, assumptions.saveModel(dealId, model, typing)]);
    // A slower, older pricing must not replace a newer one.
    if (started.get(dealId) === order) {
      const deal: PricedDeal = { loaded, terms, sources: model.sources, assumptionSetId: model.assumptionSetId, output };
      priced.set(dealId, { ...deal, pages: pagesOf(loaded, terms, output), whole: onceDone(() => withBeyondHorizon(deal)) });
    }
    return output.result;
  };

  const latest = async (dealId: number): Promise<PagedDeal> => {
    const key = packageKey(await packages.identity(dealId));
    const found = priced.get(dealId);
    if (found === undefined || packageKey(found.loaded) !== key) throw new DeskError("pricing.notPriced", { dealId });
    return found;
  };

  const explainLoan = async (dealId: number, caseName: CaseName, loanId: number) => {
    const { loaded, terms, pages } = await latest(dealId);
    const loanIndex = placeOfId(loaded.ids, loanId);
    const [loan] = loanIndex === null ? [] : await pages.rows([loanIndex], caseName);
    if (loanIndex === null || loan === undefined) throw new DeskError("pricing.loanNotFound", { loanId });
    const input = { columns: loaded.columns, loanIndex, assumptions: terms.assumptions, shifts: terms.cases[caseName], caseName };
    return { loan, trace: await jobs.run("explainTask", input, { kind: "price" }) };
  };

  return {
    price,
    latest,
    whole: async (dealId) => (await latest(dealId)).whole(),
    reprice: (input) => jobs.run("priceTask", input, { kind: "price" }),
    loans: async (dealId, query) => {
      const { loaded, pages } = await latest(dealId);
      // Made ahead, since whoever sees the loans may order them by a text.
      void keysOfPackage(loaded).catch(() => undefined);
      return pages.page(query);
    },
    loansFound: async (dealId, query) => {
      const found = await latest(dealId);
      return { ...found, indexes: await found.pages.found(query) };
    },
    explainLoan,
    makeKeys: (loans) => {
      if (loans.ids.count >= manyLoans) void keysOf(loans).catch(() => undefined);
    },
    loanKeys: async (dealId) => keysOfPackage((await latest(dealId)).loaded),
    debtorShares: async (dealId, caseName) => {
      const { loaded, output } = await latest(dealId);
      const { ids, columns, debtors } = loaded;
      const claim = columns.upb.map((upb, loan) => upb + (columns.interest[loan] ?? 0) + (columns.fees[loan] ?? 0));
      const { presentValue } = output.loanResults[caseName];
      return jobs.run("debtorShares", { desk: db.forWorkers, ids, debtor: columns.debtor, namedLoan: debtors.namedLoan, claim, presentValue }, { kind: null });
    },
    warm: async () => {
      const [set] = await assumptions.list();
      if (set !== undefined) await jobs.run("warmEngine", { assumptions: set.assumptions, cases: set.cases }, { kind: null });
    },
  };
}
