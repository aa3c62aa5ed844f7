import type { PackageColumns } from "../engine-types.ts";
import { isGuarantorLive, unnamedGuarantors } from "../plan/guarantor-tables.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { liveCaps } from "../recovery/guarantor-recovery.ts";
import { sumOfLines, type TraceLine, traceLine } from "./trace-line.ts";

/**
 * Trace of the guarantor route (保证人路径) of one loan, in the order in which it is worked out: caps rising, then without
 * cap. Present values, yuan; an expired guarantee is a line of zero.
 */
export function explainGuarantors(columns: PackageColumns, loan: number, remainingYuan: number, plan: CasePlan): TraceLine {
  const { guarantors } = plan;
  const segment = columns.segment[loan];
  const [rate, discountFactor] = [guarantors.rate[segment], guarantors.discounted[segment]];
  const [from, to] = [columns.guarantorStart[loan], columns.guarantorStart[loan + 1]];
  const capped = liveCaps(columns, loan, plan);
  let expired = 0;
  const unnamed = unnamedGuarantors(columns, loan, plan);
  let live = unnamed;
  for (let at = from; at < to; at++) {
    if (isGuarantorLive(columns, at, plan)) live += 1;
    else expired += 1;
  }
  const children: TraceLine[] = [];
  let left = remainingYuan;
  for (let index = 0; index < live; index++) {
    const isCapped = index < capped.length;
    const dueYuan = isCapped ? Math.min(left, capped[index]) : left;
    const cashYuan = dueYuan * rate;
    left -= cashYuan;
    const values = { number: index + 1, dueYuan, cashYuan };
    children.push(
      isCapped
        ? traceLine("guarantorCapped", cashYuan * discountFactor, { ...values, capYuan: capped[index] })
        : traceLine("guarantorUncapped", cashYuan * discountFactor, values),
    );
  }
  if (expired > 0) children.push(traceLine("guaranteesExpired", 0, { count: expired, assumptionGroup: "validity" }));
  if (columns.guarantorUnnamed[loan] === 1) children.push(traceLine("guarantorNotNamed", 0, { count: unnamed, assumptionGroup: "guarantors" }));
  const values = {
    count: to - from + unnamed,
    remainingYuan,
    probability: guarantors.probability[segment],
    rate: plan.assumptions.guarantors.recoveryRate,
    fromMonth: guarantors.firstMonth[segment],
    windowMonths: plan.assumptions.guarantors.windowMonths,
    discountFactor,
    assumptionGroup: "guarantors",
  };
  return traceLine("guarantorRoute", sumOfLines(children), values, children);
}
