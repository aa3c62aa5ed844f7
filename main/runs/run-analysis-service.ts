import type { FrozenAnalyses, FrozenBid, FrozenSimulation } from "../../shared/domain/frozen-analyses.ts";
import type { RunRecord } from "../../shared/domain/memo.ts";
import { DeskError } from "../../shared/result.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";

/** Of a deal and one pricing of it. */
interface AnalysisParts {
  readonly scenarios: (dealId: number, priced: PricedDeal) => Promise<FrozenAnalyses["scenarios"]>;
  readonly sensitivity: (priced: PricedDeal) => Promise<Pick<FrozenAnalyses, "tornado" | "grid">>;
  /** Null where this pricing was not simulated. */
  readonly simulation: (dealId: number, priced: PricedDeal) => Promise<FrozenSimulation | null>;
  readonly bid: (dealId: number, priced: PricedDeal, simulated: FrozenSimulation | null) => Promise<FrozenBid>;
}

/** What a run keeps beside its cases, all of one pricing: a shift that the engine refuses leaves the sensitivities out, not the run. */
export function runAnalyses({ scenarios, sensitivity, simulation, bid }: AnalysisParts) {
  return async (dealId: number, priced: PricedDeal): Promise<Pick<RunRecord, "analyses" | "bid">> => {
    const simulated = await simulation(dealId, priced);
    const moved = async (): Promise<FrozenAnalyses | null> => {
      try {
        const [named, moves] = await Promise.all([scenarios(dealId, priced), sensitivity(priced)]);
        return { scenarios: named, ...moves, simulation: simulated };
      } catch (failure) {
        if (failure instanceof DeskError && failure.code !== "job.cancelled") return null;
        throw failure;
      }
    };
    const [analyses, frozenBid] = await Promise.all([moved(), bid(dealId, priced, simulated)]);
    return { analyses, bid: frozenBid };
  };
}
