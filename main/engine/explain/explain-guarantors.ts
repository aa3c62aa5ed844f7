import type { TraceNode } from "../../../shared/domain/pricing-results.ts";
import type { PackageColumns } from "../engine-types.ts";
import { sumOf } from "../numbers/summation.ts";
import { isGuarantorLive } from "../plan/guarantor-tables.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { liveCaps } from "../recovery/guarantor-recovery.ts";
import { traceLine } from "./trace-line.ts";

/**
 * Trace of the guarantor route (保证人路径) of one loan, in the order in which it is worked out: caps rising, then without
 * cap. Present values, yuan; an expired guarantee is a line of zero.
 */
export function explainGuarantors(columns: PackageColumns, loan: number, remainingYuan: number, plan: CasePlan): TraceNode {
  const { guarantors } = plan;
  const segment = columns.segment[loan] ?? 0;
  const [rate, discountFactor] = [guarantors.rate[segment] ?? 0, guarantors.discounted[segment] ?? 0];
  const [from, to] = [columns.guarantorStart[loan] ?? 0, columns.guarantorStart[loan + 1] ?? 0];
  const capped = liveCaps(columns, loan, plan);
  let expired = 0;
  let live = 0;
  for (let at = from; at < to; at++) {
    if (isGuarantorLive(columns, at, plan)) live += 1;
    else expired += 1;
  }
  const children: TraceNode[] = [];
  let left = remainingYuan;
  for (let index = 0; index < live; index++) {
    const cap = capped[index];
    const dueYuan = Math.min(left, cap ?? left);
    const cashYuan = dueYuan * rate;
    left -= cashYuan;
    const values = { number: index + 1, dueYuan, cashYuan };
    children.push(
      traceLine(
        cap === undefined ? "guarantorUncapped" : "guarantorCapped",
        cashYuan * discountFactor,
        cap === undefined ? values : { ...values, capYuan: cap },
      ),
    );
  }
  if (expired > 0) children.push(traceLine("guaranteesExpired", 0, { count: expired, assumptionGroup: "validity" }));
  const values = {
    count: to - from,
    remainingYuan,
    probability: guarantors.probability[segment] ?? 0,
    rate: plan.assumptions.guarantors.recoveryRate,
    fromMonth: guarantors.firstMonth[segment] ?? 0,
    windowMonths: plan.assumptions.guarantors.windowMonths,
    discountFactor,
    assumptionGroup: "guarantors",
  };
  return traceLine("guarantorRoute", sumOf(children.map((child) => child.amountYuan ?? 0)), values, children);
}
