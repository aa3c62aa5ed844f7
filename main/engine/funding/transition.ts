import type { TransitionResult } from "../../../shared/domain/financing-results.ts";
import type { PoolFlows } from "../../../shared/domain/pricing-results.ts";
import { resultFen } from "../numbers/engine-output.ts";
import type { CasePlan } from "../plan/plan-types.ts";

/** What is settled at closing for the time since cut-off, whole fen. */
export type TransitionSums = Pick<TransitionResult, "handedOverFen" | "reimbursedFen">;

type EarlyFlows = PoolFlows["beforeClosing"];

/**
 * Change of the net flow at closing, yuan, by the settlement of the transition period (过渡期; METHOD §4): the
 * seller hands over what it collected less the share it keeps, and the buyer pays back agreed costs. An amount that the
 * desk entered takes the place of the modelled receipts, and the servicing and counsel costs on those fall away; other
 * modelled costs of that time stay. Zero where the plain terms hold: all modelled flows are handed over.
 */
export function transitionChange({ receiptsYuan, costsYuan }: EarlyFlows, { assumptions }: Pick<CasePlan, "assumptions">): number {
  const { sellerShare, collectedYuan, reimbursedYuan } = assumptions.transition;
  const collected = collectedYuan ?? receiptsYuan;
  const replaced = collectedYuan === null ? 0 : collectedYuan - receiptsYuan + costsYuan;
  return replaced - collected * sellerShare - reimbursedYuan + 0;
}

/** The settlement as it is reported: handed over = collected − kept, in whole fen. */
export function transitionResult(early: EarlyFlows, plan: Pick<CasePlan, "assumptions">): TransitionResult {
  const { sellerShare, collectedYuan, reimbursedYuan } = plan.assumptions.transition;
  const collected = collectedYuan ?? early.receiptsYuan;
  const collectedFen = resultFen(collected, "collectedBeforeClosing");
  const keptFen = resultFen(collected * sellerShare, "keptBySeller");
  return {
    modelledFen: resultFen(early.receiptsYuan, "modelledBeforeClosing"),
    collectedFen,
    keptFen,
    handedOverFen: collectedFen - keptFen,
    reimbursedFen: resultFen(reimbursedYuan, "reimbursed"),
    changeFen: resultFen(transitionChange(early, plan), "transitionChange"),
  };
}
