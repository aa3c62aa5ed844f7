import type { DealModel, LoanRow, ModelEdit } from "../../shared/contract/pricing-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { FigureTrace } from "../../shared/domain/figure-trace.ts";
import type { LoanFacts } from "../../shared/domain/loan-facts.ts";
import type { PricingResult, TraceNode } from "../../shared/domain/pricing-results.ts";
import { DeskError } from "../../shared/result.ts";
import { type AssumptionService, createAssumptionService } from "../assumptions/assumption-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { FigureInput } from "../engine/explain/explain-figure.ts";
import type { JobOptions } from "../jobs/job-runner.ts";
import { createMarketService } from "../market/market-service.ts";
import { sentColumns } from "../packages/held-columns.ts";
import { loadPackage } from "../packages/load-package.ts";
import type { LoadedPackage, PackageIdentity } from "../packages/loaded-package.ts";
import { readLoanFactsOf } from "../packages/loan-facts-queries.ts";
import type { PriceTerms } from "../runs/frozen-run.ts";
import { createRunService, type PricedPackage, type RunService } from "../runs/run-service.ts";
import { getTape } from "../tapes/tape-service.ts";
import { createFigureService, type FigureService } from "./figure-service.ts";
import { type LoanPageQuery, LoanPages } from "./loan-pages.ts";
import type { ExplainInput, PriceInput, PriceOutput } from "./pricing-tasks.ts";
import { RecentMap } from "./recent-map.ts";

/** The tasks of the desk's worker that pricing needs. */
export interface PricingJobs {
  run(task: "priceTask", input: PriceInput, options: JobOptions): Promise<PriceOutput>;
  run(task: "explainTask", input: ExplainInput, options: JobOptions): Promise<TraceNode>;
  run(task: "figureTask", input: FigureInput, options: JobOptions): Promise<FigureTrace>;
}

export interface PricingService extends RunService, FigureService {
  readonly assumptions: AssumptionService;
  model(dealId: number): Promise<DealModel>;
  /** Saves the edit as the deal's model and prices it in a worker. */
  price(dealId: number, edit: ModelEdit): Promise<PricingResult>;
  loans(dealId: number, query: LoanPageQuery): Promise<{ total: number; rows: LoanRow[] }>;
  explainLoan(dealId: number, caseName: CaseName, loanId: number): Promise<{ loan: LoanRow; trace: TraceNode }>;
  loanFacts(dealId: number, loanId: number): Promise<LoanFacts>;
  /** The latest pricing of the package that the deal has now, for analyses; pricing.notPriced where there is none. */
  latest(dealId: number): Promise<PricedPackage>;
}

interface Priced extends PricedPackage {
  readonly pages: LoanPages;
}

/** Names a tape with what of its deal decides the columns. */
const packageKey = ({ tapeId, dealKind, cutOffDate }: PackageIdentity) => `${tapeId}/${dealKind}/${cutOffDate}`;

/** Packages and pricings kept in memory; a million loans take about 200 MB. */
const keptDeals = 3;

export function createPricingService({ db, jobs, now }: { readonly db: DeskDatabase; readonly jobs: PricingJobs; readonly now: () => string }): PricingService {
  const { kysely } = db;
  const assumptions = createAssumptionService({ db, now });
  const market = createMarketService({ db, now });
  const packages = new RecentMap<string, Promise<LoadedPackage>>(keptDeals);
  const latest = new RecentMap<number, Priced>(keptDeals);
  const started = new Map<number, number>();

  /** The deal's package as columns, read once per tape; the kind of deal decides the segments, its cut-off date what is out of time. */
  const load = async (dealId: number): Promise<LoadedPackage> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    const { tapeId } = deal.package;
    const identity: PackageIdentity = { tapeId, dealKind: deal.kind, cutOffDate: deal.cutOffDate };
    const key = packageKey(identity);
    const known = packages.get(key);
    if (known !== undefined) return known;
    const loading = getTape(kysely, tapeId).then(({ firstLoanId, loanCount, report }) =>
      loadPackage(kysely, { ...identity, firstLoanId, loanCount, debtorCount: report.counts.debtors }),
    );
    packages.set(key, loading);
    loading.catch(() => packages.delete(key));
    return loading;
  };

  const price = async (dealId: number, edit: ModelEdit): Promise<PricingResult> => {
    await getOpenDeal(kysely, dealId);
    const order = (started.get(dealId) ?? 0) + 1;
    started.set(dealId, order);
    const model = { ...(await assumptions.model(dealId)), ...edit };
    const loaded = await load(dealId);
    await assumptions.saveModel(dealId, model);
    const terms: PriceTerms = { assumptions: edit.assumptions, cases: edit.cases, bidPriceFen: edit.bidPriceFen };
    const { debtorCount, cutOffDate } = loaded;
    const output = await jobs.run("priceTask", { ...sentColumns(loaded), debtorCount, cutOffDate, ...terms }, { kind: "price" });
    // A slower, older pricing must not replace a newer one.
    if (started.get(dealId) === order) latest.set(dealId, { loaded, terms, sources: model.sources, output, pages: new LoanPages(kysely, loaded, output) });
    return output.result;
  };

  /** The latest pricing of the package that the deal has now. */
  const pricedOf = async (dealId: number): Promise<Priced> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    const priced = latest.get(dealId);
    const key = packageKey({ tapeId: deal.package.tapeId, dealKind: deal.kind, cutOffDate: deal.cutOffDate });
    if (priced === undefined || packageKey(priced.loaded) !== key) throw new DeskError("pricing.notPriced", { dealId });
    return priced;
  };

  const explainLoan = async (dealId: number, caseName: CaseName, loanId: number) => {
    const { loaded, terms, pages } = await pricedOf(dealId);
    const loanIndex = loanId - loaded.firstLoanId;
    const [loan] = loanIndex < 0 || loanIndex >= loaded.columns.loanCount ? [] : await pages.rows([loanIndex], caseName);
    if (loan === undefined) throw new DeskError("pricing.loanNotFound", { loanId });
    const input = { columns: loaded.columns, loanIndex, assumptions: terms.assumptions, shifts: terms.cases[caseName] };
    return { loan, trace: await jobs.run("explainTask", input, { kind: "price" }) };
  };

  const loanFacts = async (dealId: number, loanId: number): Promise<LoanFacts> => {
    const deal = await getDeal(kysely, dealId);
    if (deal.package === null) throw new DeskError("deal.noTape", { dealId });
    const facts = await readLoanFactsOf(kysely, { tapeId: deal.package.tapeId, loanId, dealKind: deal.kind, cutOffDate: deal.cutOffDate });
    if (facts === undefined) throw new DeskError("pricing.loanNotFound", { loanId });
    return facts;
  };

  return {
    assumptions,
    model: (dealId) => assumptions.model(dealId),
    price,
    loans: async (dealId, query) => (await pricedOf(dealId)).pages.page(query),
    explainLoan,
    loanFacts,
    latest: pricedOf,
    ...createFigureService({ jobs, pricedOf }),
    ...createRunService({ db, now, market, pricedOf, reprice: (input) => jobs.run("priceTask", input, { kind: "price" }) }),
  };
}
