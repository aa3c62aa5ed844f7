import type { BidDesk } from "../../shared/contract/bid-channels.ts";
import type { StepLabel } from "../../shared/contract/journal-channels.ts";
import type { MarketAverage } from "../../shared/contract/market-channels.ts";
import type { BidPoint } from "../../shared/domain/bid-figures.ts";
import { type BidBeliefs, climbs, type SaleForm, type SaleTerms, type StructureTerms } from "../../shared/domain/bid-plan.ts";
import type { BidLadder } from "../../shared/domain/bid-rounds.ts";
import type { StructurePrices } from "../../shared/domain/bid-structures.ts";
import type { DealKind } from "../../shared/domain/codes.ts";
import type { FrozenBid } from "../../shared/domain/frozen-analyses.ts";
import type { PackageTotals } from "../../shared/domain/pricing-results.ts";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { DeskError } from "../../shared/result.ts";
import { approvedLimit } from "../committee/committee-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import type { LadderTerms } from "../engine/bidding/bid-ladder.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { JournalService } from "../journal/journal-service.ts";
import type { MarketService } from "../market/market-service.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { PricingService } from "../pricing/pricing-service.ts";
import type { SimulationService } from "../simulations/simulation-service.ts";
import { baseCaseOf, bidBasisOf } from "./bid-basis.ts";
import { type BidPlan, countClosedDeals, findPlan, putPlan, usualPlan } from "./bid-queries.ts";
import type { BidTasks } from "./bid-tasks.ts";

export interface BidService {
  /** From the value of the deal's latest pricing to its bid; pricing.notPriced where the deal was not priced. */
  get(dealId: number): Promise<BidDesk>;
  /** What one price means; null where the package has no positive value. */
  at(dealId: number, priceFen: number): Promise<BidPoint | null>;
  /** The limit that the plan states; null where it states none. */
  plannedLimit(dealId: number): Promise<number | null>;
  /** From the list price to the limit; null where the package has no positive value. */
  ladder(dealId: number, terms: LadderTerms): Promise<BidLadder | null>;
  /** The terms of the plan, where list price, increment and limit are all stated. */
  ladderTerms(dealId: number): Promise<LadderTerms | null>;
  /** Beliefs, prices and what they come to for a pricing and its simulation, as a run keeps them. */
  ofRun(dealId: number, priced: PricedDeal, simulated: Pick<SimulationResult, "distribution"> | null): Promise<FrozenBid>;
  /** Prices that earn the same in different structures. */
  structures(dealId: number): Promise<StructurePrices>;
  saveBeliefs(dealId: number, beliefs: BidBeliefs): Promise<BidBeliefs>;
  saveSale(dealId: number, sale: SaleTerms): Promise<SaleTerms>;
  saveStructures(dealId: number, structures: StructureTerms): Promise<StructureTerms>;
}

interface BidServiceParts {
  readonly db: DeskDatabase;
  readonly journal: Pick<JournalService, "edit">;
  readonly jobs: Pick<JobRunner<BidTasks>, "run">;
  readonly pricing: Pick<PricingService, "latest">;
  readonly simulations: Pick<SimulationService, "state">;
  readonly market: Pick<MarketService, "averages">;
}

/** From value to bid (从估值到报价). */
export function createBidService({ db, journal, jobs, pricing, simulations, market }: BidServiceParts): BidService {
  const { kysely } = db;

  const groundOf = async (dealId: number) => {
    const priced = await pricing.latest(dealId);
    const [stated, simulated] = await Promise.all([
      findPlan(kysely, dealId),
      simulations.state(dealId).then(({ result, isCurrent }) => (isCurrent ? result : null)),
    ]);
    return { priced, stated, plan: stated ?? usualPlan, simulated };
  };

  const get = async (dealId: number): Promise<BidDesk> => {
    const { priced, stated, plan, simulated } = await groundOf(dealId);
    const { result } = priced.output;
    const [{ kind }, averages, closedDeals] = await Promise.all([getDeal(kysely, dealId), market.averages(), countClosedDeals(kysely)]);
    const { listFen, openingFen, targetFen, limitFen } = plan.sale;
    const range = marketRange(averages, kind, result.totals);
    const marks = [listFen, openingFen, targetFen, limitFen, result.bidPriceFen, range?.leastFen ?? null, range?.mostFen ?? null];
    const basis = bidBasisOf(
      priced,
      plan,
      simulated?.distribution.histogram ?? null,
      marks.filter((mark) => mark !== null),
    );
    const figures = basis === null ? null : await orRefused(jobs.run("bidFigures", basis, { kind: null }));
    return {
      ...plan,
      isStated: stated !== null,
      approvedFen: (await approvedLimit(kysely, dealId))?.limitFen ?? null,
      hurdleRate: baseCaseOf(priced).hurdleRate,
      bidPriceFen: result.bidPriceFen,
      cases: result.cases.map(({ caseName, maxBidFen }) => ({ caseName, maxBidFen })),
      atConfidence: simulated === null ? null : { confidence: simulated.distribution.confidence, priceFen: simulated.distribution.bidAtConfidenceFen },
      market: range,
      closedDeals,
      figures: figures === "refused" ? null : figures,
      unusableFen: figures === "refused" && basis !== null ? basis.valueFen : null,
    };
  };

  const at = async (dealId: number, priceFen: number): Promise<BidPoint | null> => {
    const { priced, plan, simulated } = await groundOf(dealId);
    const basis = bidBasisOf(priced, plan, simulated?.distribution.histogram ?? null, []);
    return basis === null ? null : jobs.run("bidPoint", { basis, priceFen }, { kind: null });
  };

  const ladder = async (dealId: number, terms: LadderTerms): Promise<BidLadder | null> => {
    const { priced, plan, simulated } = await groundOf(dealId);
    const basis = bidBasisOf(priced, plan, simulated?.distribution.histogram ?? null, []);
    if (basis === null) return null;
    const answer = await orRefused(jobs.run("bidLadder", { basis, terms }, { kind: null }));
    return answer === "refused" ? null : answer;
  };

  const ofRun: BidService["ofRun"] = async (dealId, priced, simulated) => {
    const stated = await findPlan(kysely, dealId);
    const { beliefs, sale } = stated ?? usualPlan;
    const said = { beliefs, sale, isStated: stated !== null };
    const marks = [sale.listFen, sale.openingFen, sale.targetFen, sale.limitFen, priced.output.result.bidPriceFen];
    const basis = bidBasisOf(
      priced,
      stated ?? usualPlan,
      simulated?.distribution.histogram ?? null,
      marks.filter((mark) => mark !== null),
    );
    if (basis === null) return { ...said, figures: null, ladder: null };
    const figures = await orRefused(jobs.run("bidFigures", basis, { kind: null }));
    if (figures === "refused") return { ...said, figures: null, ladder: null };
    const terms = termsOf(beliefs.saleForm, sale);
    return { ...said, figures, ladder: terms === null ? null : await jobs.run("bidLadder", { basis, terms }, { kind: null }) };
  };

  const ladderTerms = async (dealId: number): Promise<LadderTerms | null> => {
    const { beliefs, sale } = (await findPlan(kysely, dealId)) ?? usualPlan;
    return termsOf(beliefs.saleForm, sale);
  };

  const structures = async (dealId: number): Promise<StructurePrices> => {
    const { priced, plan } = await groundOf(dealId);
    const { flows, hurdleRate } = baseCaseOf(priced);
    const basis = { netYuan: flows.net, assumptions: priced.terms.assumptions, hurdleRate, terms: plan.structures };
    return jobs.run("structurePrices", basis, { kind: null });
  };

  const save = <P extends keyof BidPlan>(dealId: number, kind: StepLabel["kind"], part: P, value: BidPlan[P]): Promise<BidPlan[P]> =>
    journal.edit({ stack: { area: "deal", dealId }, label: () => ({ kind }) }, async (edit) => {
      await getOpenDeal(edit.trx, dealId);
      const before = await findPlan(edit.trx, dealId);
      if (before !== null) await edit.touch("bid_plan", dealId);
      await putPlan(edit.trx, dealId, { ...(before ?? usualPlan), [part]: value });
      if (before === null) edit.made("bid_plan", dealId);
      return value;
    });

  return {
    get,
    at,
    plannedLimit: async (dealId) => (await findPlan(kysely, dealId))?.sale.limitFen ?? null,
    ladder,
    ladderTerms,
    ofRun,
    structures,
    saveBeliefs: (dealId, beliefs) => save(dealId, "bidBeliefsEdited", "beliefs", beliefs),
    saveSale: async (dealId, sale) => {
      const approved = await approvedLimit(kysely, dealId);
      const { limitFen } = sale;
      if (approved !== null && limitFen !== null && limitFen > approved.limitFen)
        throw new DeskError("bid.aboveApproval", { amountFen: limitFen, limitFen: approved.limitFen });
      return save(dealId, "bidTermsEdited", "sale", sale);
    },
    saveStructures: (dealId, structures) => save(dealId, "bidStructuresEdited", "structures", structures),
  };
}

/** What the engine refuses is a belief that can't be: the desk must still see it, to change it, and save its runs. */
async function orRefused<Answer>(answer: Promise<Answer>): Promise<Answer | "refused"> {
  try {
    return await answer;
  } catch (failure) {
    if (failure instanceof DeskError && failure.code === "pricing.badInput") return "refused";
    throw failure;
  }
}

/** The way from list price to limit, where both and the increment are stated and bids climb. */
export function termsOf(saleForm: SaleForm, { listFen, stepFen, limitFen }: Pick<SaleTerms, "listFen" | "stepFen" | "limitFen">): LadderTerms | null {
  return listFen === null || stepFen === null || limitFen === null || !climbs(saleForm) ? null : { listFen, stepFen, limitFen };
}

/** Published averages of the kind of deal on our own balance; one of an unknown balance says nothing of a price. */
function marketRange(averages: readonly MarketAverage[], kind: DealKind, { upbFen, claimFen }: PackageTotals): BidDesk["market"] {
  const known = averages.filter(({ dealKind, base }) => dealKind === kind && base !== "notStated");
  if (known.length === 0) return null;
  const prices = known.map(({ base, ratio }) => Math.round(ratio * (base === "claim" ? claimFen : upbFen)));
  return { leastFen: Math.min(...prices), mostFen: Math.max(...prices), averages: known.length, isUpperBound: known.some((one) => one.isUpperBound) };
}
