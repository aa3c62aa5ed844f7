import type { RecoveryCurve } from "../../../shared/domain/assumptions.ts";
import { type Exit, type ExitKind, exitKinds } from "../../../shared/domain/exits.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { clampShare } from "./case-shifts.ts";
import { type CurveSheet, sharesOfCurve } from "./curve-months.ts";
import type { DebtorCash } from "./debtor-cash.ts";
import type { RowAssumptions } from "./plan-types.ts";

/** An exit that a claim takes, with its own probability. */
export interface TakenExit extends Exit {
  readonly kind: ExitKind;
}

type ExitTerms = Pick<RowAssumptions, "exits" | "horizonMonths" | "hurdleRate">;

/** Whether the desk gives any exit a chance. */
export function areExitsOn({ exits }: Pick<ExitTerms, "exits">): boolean {
  return exitKinds.some((kind) => exits[kind].probability > 0);
}

/**
 * Exits (退出方式) of a claim on a curve: all of them in a mix, or the one that beats the curve by most, if any does. Who
 * works or finds half of what others would does so half as often in a settlement; a resale finds its buyer without the
 * debtor. The best is chosen once, at the set's hurdle, without a case's shifts.
 */
export function exitsOf(curve: RecoveryCurve, cash: DebtorCash, terms: ExitTerms): TakenExit[] {
  const { exits, horizonMonths, hurdleRate } = terms;
  const offered = exitKinds.map((kind) => ({
    ...exits[kind],
    kind,
    probability: kind === "settlement" ? exits[kind].probability * clampShare(cash.factor) : exits[kind].probability,
  }));
  const open = offered.filter(({ probability, month }) => probability > 0 && month <= horizonMonths);
  if (exits.mode === "mix" || open.length === 0) return open;
  const value = sharesOfCurve(curve, cash.factor, horizonMonths).reduce((sum, part, month) => sum + part * monthlyFactor(hurdleRate, month), 0);
  const gainOf = ({ probability, share, month }: Exit): number => probability * (share * monthlyFactor(hurdleRate, month) - value);
  const [best] = open.toSorted((left, right) => gainOf(right) - gainOf(left));
  return best !== undefined && gainOf(best) > 0 ? [best] : [];
}

/**
 * Puts exits beside a curve that was just collected: what is settled or resold leaves the curve the rest. Shares are of the
 * claim that is left; the shift of cash recoveries moves what an exit pays, never above the claim.
 */
export function mixExits(exits: readonly TakenExit[], shift: number, left: number, at: number, sheet: CurveSheet): void {
  const { share, lastMonth, discountFactor, closingMonth } = sheet;
  const kept = exits.reduce((rest, { probability }) => rest - probability, 1);
  for (let month = 0; month <= lastMonth; month++) share[at + month] *= kept;
  sheet.collected *= kept;
  sheet.value *= kept;
  sheet.months *= kept;
  for (const exit of exits) {
    const part = exit.probability * clampShare(exit.share * shift);
    share[at + exit.month] += part * left;
    sheet.collected += part;
    sheet.value += part * discountFactor[exit.month];
    sheet.months += part * Math.max(exit.month, closingMonth);
  }
}

/** Share of a claim that curve and exits collect within the horizon, without a case's shift. */
export function collectedShareOf(curve: RecoveryCurve, cash: DebtorCash, hasExits: boolean, terms: ExitTerms): number {
  const collected = Math.min(
    1,
    sharesOfCurve(curve, cash.factor, terms.horizonMonths).reduce((sum, part) => sum + part, 0),
  );
  const exits = hasExits ? exitsOf(curve, cash, terms) : [];
  return exits.reduce((sum, { probability, share }) => sum + probability * (share - collected), collected);
}
