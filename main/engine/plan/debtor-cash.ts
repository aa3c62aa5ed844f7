import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { debtorConditions, litigationStages } from "../../../shared/domain/codes.ts";

/** How the cash of a debtor comes: by its curve times a factor, or as the one dividend (破产分配) of a bankruptcy. */
export interface DebtorCash {
  readonly factor: number;
  readonly isDividend: boolean;
}

/** Where nothing is known of the debtor: the curve as it stands. */
export const plainCash: DebtorCash = { factor: 1, isDividend: false };

/** Cash of a debtor of a condition and a stage; of two facts on one debtor the lower factor counts, not their product. */
export function debtorCashOf(condition: number, stage: number, { conditions }: Pick<Assumptions, "conditions">): DebtorCash {
  if (litigationStages[stage] === "bankruptcy" && conditions.dividendShare !== null) return { factor: 1, isDividend: true };
  const name = debtorConditions[condition];
  const byCondition = name === undefined || name === "unknown" ? null : conditions.cashFactor[name];
  const byStage = litigationStages[stage] === "executionTerminated" ? conditions.terminatedFactor : null;
  return { factor: Math.min(byCondition ?? byStage ?? 1, byStage ?? byCondition ?? 1), isDividend: false };
}

/** The different ways in which debtors pay under a set of assumptions, and [condition × stage] which of them; the first is the plain one. */
export interface DebtorCashTable {
  readonly ways: readonly DebtorCash[];
  readonly wayOf: (condition: number, stage: number) => number;
}

export function debtorCashTable(assumptions: Pick<Assumptions, "conditions">): DebtorCashTable {
  const ways: DebtorCash[] = [plainCash];
  const places = new Uint8Array(debtorConditions.length * litigationStages.length);
  for (let at = 0; at < places.length; at++) {
    const cash = debtorCashOf(Math.floor(at / litigationStages.length), at % litigationStages.length, assumptions);
    let way = ways.findIndex(({ factor, isDividend }) => factor === cash.factor && isDividend === cash.isDividend);
    if (way < 0) way = ways.push(cash) - 1;
    places[at] = way;
  }
  return { ways, wayOf: (condition, stage) => places[condition * litigationStages.length + stage] };
}
