import type { OwnFlow } from "../own/own-flows.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { sumOfLines, type TraceLine, traceLine } from "./trace-line.ts";

/** The loan's own estimate (户表自估), which takes the place of all its routes and costs: a line for each case that counts. */
export function explainOwn(flows: readonly OwnFlow[], plan: CasePlan): TraceLine {
  const children = flows.map((flow) => {
    const { stated, weight, statedGross, statedCosts, statedMonth } = flow;
    const lines = flow.month > plan.horizonMonths ? [traceLine("ownBeyondHorizon", 0, { month: flow.month })] : amountLines(flow, plan);
    const values = { cashYuan: statedGross, feeYuan: statedCosts, month: statedMonth, share: weight };
    return traceLine(stated === "low" ? "ownLow" : "ownHigh", sumOfLines(lines), values, lines);
  });
  return traceLine("ownEstimate", sumOfLines(children), {}, children);
}

function amountLines({ grossYuan, costsYuan, month }: OwnFlow, plan: CasePlan): TraceLine[] {
  const discountFactor = plan.discountFactor[month];
  return [
    traceLine("ownGross", grossYuan * discountFactor, { cashYuan: grossYuan, month, discountFactor }),
    ...(costsYuan === 0 ? [] : [traceLine("ownCosts", -costsYuan * discountFactor, { feeYuan: costsYuan, month, discountFactor })]),
  ];
}
