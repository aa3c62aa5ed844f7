import type { CapacityQuestion } from "../../shared/contract/company-channels.ts";
import { dealStages } from "../../shared/domain/codes.ts";
import {
  type CapacityAnswer,
  type CapacityView,
  type Company,
  type CompanyEffect,
  type CompanyGap,
  type CompanyStress,
  noStress,
  plannedQuarters,
  type QuarterPoint,
} from "../../shared/domain/company.ts";
import { caseNamed } from "../../shared/domain/pricing-results.ts";
import { fenFromYuan, yuanFromFen } from "../../shared/money.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { type DealService, getDeal } from "../deals/deal-service.ts";
import { companyCapacity, type DealQuarter, dealFlows, projectCompany } from "../engine/company/capacity.ts";
import { capitalDays } from "../engine/company/funding-cost.ts";
import { addQuarters, type QuarterFlows } from "../engine/company/quarter-flows.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import { type CapacityLimits, type CompanyBasis, companyBasis } from "./company-basis.ts";
import type { RunMoney } from "./company-queries.ts";
import type { CompanyService } from "./company-service.ts";
import type { CompanyTasks } from "./company-tasks.ts";
import { type DealMoney, dealQuarters } from "./deal-quarters.ts";
import { quarterEndAfter } from "./quarter-calendar.ts";

export interface CapacityService {
  /** The company by quarter with and without deals of the pipeline, and the largest price of one of them. */
  capacity(question: CapacityQuestion): Promise<CapacityView>;
  /** What the deal's latest pricing does to the company. */
  effect(dealId: number): Promise<CompanyEffect>;
  /** What a run keeps of it: null where no figures of a company are entered. */
  effectOfRun(dealId: number): Promise<CompanyEffect | null>;
}

interface CapacityServiceParts {
  readonly db: DeskDatabase;
  readonly company: Pick<CompanyService, "get">;
  /** Where the work on each deal stands is worked out by the register. */
  readonly deals: Pick<DealService, "list">;
  readonly jobs: Pick<JobRunner<CompanyTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
  /** Limits on leverage and liquidity of the rules in force on a day. */
  readonly limits: (day: string) => Promise<CapacityLimits>;
  readonly now: () => string;
}

function pointsOf({ opening, terms, quarterEnd, shown }: CompanyBasis, flows: readonly QuarterFlows[]): QuarterPoint[] {
  const states = projectCompany(opening, flows, terms).slice(0, shown);
  return states.map((state, at) => ({
    quarterEnd: quarterEndAfter(quarterEnd, at + 1),
    cashFen: fenFromYuan(state.cash),
    borrowingsFen: fenFromYuan(state.borrowings),
    netAssetsFen: fenFromYuan(state.netAssets),
    interestFen: fenFromYuan(state.interest),
    maturitiesFen: fenFromYuan(state.maturities),
    leverage: state.leverage,
    leverageRoomFen: state.leverageRoom === null ? null : fenFromYuan(state.leverageRoom),
    liquidity: state.liquidity,
  }));
}

function capacityOf({ opening, terms, shown }: CompanyBasis, flows: readonly QuarterFlows[], deal: readonly DealQuarter[]): CapacityAnswer {
  const { largestYuan, binding, isBrokenBefore, byBound, isLiquidityUnknown } = companyCapacity(opening, flows, terms, deal, shown);
  const floored = (yuan: number | null) => (yuan === null ? null : Math.floor(yuan * 100));
  const { cash, leverage, liquidity } = byBound;
  return {
    largestFen: floored(largestYuan),
    binding,
    isBrokenBefore,
    byBound: { cash: floored(cash), leverage: floored(leverage), liquidity: floored(liquidity) },
    isLiquidityUnknown,
  };
}

/** The deals draw money, and nothing says what it costs. */
const isDrawUnpriced = ({ isDrawRateUnknown }: CompanyBasis, deals: readonly (readonly DealQuarter[])[]): boolean =>
  isDrawRateUnknown && deals.some((deal) => deal.some(({ drawShare }) => drawShare > 0));

type PricedRun = RunMoney & { readonly priceFen: number };
const isPriced = (run: RunMoney): run is PricedRun => run.priceFen !== null;

const withRate = (gaps: readonly CompanyGap[]): CompanyGap[] => [...new Set([...gaps, "rate" as const])];

/** What a company can carry (承接能力), and what one deal does to it. */
export function createCapacityService({ db, company, deals: register, jobs, pricing, limits, now }: CapacityServiceParts): CapacityService {
  const basisOf = async ({ quarters: [quarter], instruments, plan }: Company, stress: CompanyStress, shown: number) =>
    companyBasis({ quarter, instruments, plan, stress, limits: await limits(now().slice(0, 10)), quarters: shown });

  const capacity = async ({ dealIds, isWeighted, dealId, stress, quarters }: CapacityQuestion): Promise<CapacityView> => {
    const [known, listed, runs] = await Promise.all([company.get(), register.list(false), jobs.run("runMoney", { desk: db.forWorkers }, { kind: null })]);
    const { plan, gaps } = known;
    // Deals that may still be paid for.
    const stages = new Map(listed.flatMap(({ id, stage, status }) => (status === "active" || status === "onHold" ? [[id, stage] as const] : [])));
    const isOpen = (run: RunMoney) => stages.has(run.dealId);
    const stageOf = (run: RunMoney) => stages.get(run.dealId) ?? "screening";
    const weightOf = (run: RunMoney) => plan.stageWeights[dealStages.indexOf(stageOf(run))] ?? 1;
    const deals = runs
      .filter(isOpen)
      .map((run) => ({ dealId: run.dealId, name: run.name, stage: stageOf(run), weight: weightOf(run), priceFen: run.priceFen }));
    const basis = await basisOf(known, stress, quarters);
    if (basis === null) return { gaps, deals, without: [], with: [], capacity: null };
    const priceOf = (run: PricedRun) => yuanFromFen(run.priceFen);
    const terms = { quarterEnd: basis.quarterEnd, plan, stress, quarters: basis.flows.length };
    const inQuarters = (run: PricedRun) => dealQuarters({ ...run, priceYuan: priceOf(run) }, terms);
    const priced = runs.filter(isPriced).filter(isOpen);
    const asked = priced.find((run) => run.dealId === dealId);
    const others = priced.filter((run) => run.dealId !== dealId && dealIds.includes(run.dealId));
    const bought = asked === undefined ? others : [...others, asked];
    if (isDrawUnpriced(basis, bought.map(inQuarters))) return { gaps: withRate(gaps), deals, without: [], with: [], capacity: null };
    const flows = others.reduce((sum, run) => addQuarters(sum, dealFlows(inQuarters(run), priceOf(run)), isWeighted ? weightOf(run) : 1), [...basis.flows]);
    if (asked === undefined) return { gaps, deals, without: pointsOf(basis, basis.flows), with: pointsOf(basis, flows), capacity: null };
    const deal = inQuarters(asked);
    return {
      gaps,
      deals,
      without: pointsOf(basis, basis.flows),
      with: pointsOf(basis, addQuarters(flows, dealFlows(deal, priceOf(asked)))),
      // Shares of a price of 0 aren't known, and every price would seem to be carried.
      capacity: asked.priceFen === 0 ? null : capacityOf(basis, flows, deal),
    };
  };

  const effect = async (dealId: number): Promise<CompanyEffect> => {
    const [known, priced, deal] = await Promise.all([company.get(), pricing.latest(dealId), getDeal(db.kysely, dealId)]);
    const { result } = priced.output;
    const { financing, atBidPrice, flows } = caseNamed(result.cases, "base");
    const [latest] = known.quarters;
    const planned = await basisOf(known, noStress, plannedQuarters);
    const priceYuan = yuanFromFen(result.bidPriceFen);
    const debt = financing?.debt ?? null;
    const money: DealMoney = {
      cutOffDate: deal.cutOffDate,
      net: flows.net,
      payments: financing?.payments ?? [],
      draws: debt?.draws ?? null,
      principal: debt?.principal ?? null,
      priceYuan,
    };
    const quarters =
      planned === null ? [] : dealQuarters(money, { quarterEnd: planned.quarterEnd, plan: known.plan, stress: noStress, quarters: planned.flows.length });
    const isUnpriced = planned !== null && isDrawUnpriced(planned, [quarters]);
    const basis = isUnpriced ? null : planned;
    const { average, marginal } = known.cost;
    const invested = latest?.investedAllFen ?? null;
    return {
      companyName: known.plan.companyName,
      quarterEnd: latest?.quarterEnd ?? null,
      isConfirmed: latest?.isConfirmed ?? false,
      isSample: known.hasSample,
      priceFen: result.bidPriceFen,
      gaps: isUnpriced ? withRate(known.gaps) : known.gaps,
      without: basis === null ? [] : pointsOf(basis, basis.flows),
      with: basis === null ? [] : pointsOf(basis, addQuarters(basis.flows, dealFlows(quarters, priceYuan))),
      capacity: basis === null || priceYuan === 0 ? null : capacityOf(basis, basis.flows, quarters),
      irr: atBidPrice.irr,
      averageCost: average,
      marginalCost: marginal,
      spread: atBidPrice.irr.kind === "one" && marginal !== null ? atBidPrice.irr.rate - marginal : null,
      capitalFenDays: capitalDays(financing?.cumulativeCapital ?? []) * 100,
      shareOfYear: invested === null || invested + result.bidPriceFen === 0 ? null : result.bidPriceFen / (invested + result.bidPriceFen),
      totalAssetsFen: latest?.totalAssetsFen ?? null,
      netAssetsFen: latest?.netAssetsFen ?? null,
    };
  };

  return { capacity, effect, effectOfRun: async (dealId) => ((await company.get()).quarters.length === 0 ? null : effect(dealId)) };
}
