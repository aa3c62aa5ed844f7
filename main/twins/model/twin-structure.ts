import { collateralHolds } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../../engine/engine-types.ts";
import { debtorLinks } from "../../engine/groups/debtor-links.ts";
import { type RecoveryGroups, recoveryGroups } from "../../engine/groups/recovery-groups.ts";
import { hasOwnRealisation } from "../../engine/plan/loan-estimates.ts";
import { isOwnIn } from "../../engine/plan/own-case.ts";
import type { AssumptionsOf } from "../../engine/plan/plan-types.ts";
import { isBankrupt, paysByOrderOfSeizure } from "../../engine/recovery/debtor.ts";
import { accruesToSale, isMaximumMortgage } from "../../engine/recovery/maximum-mortgage.ts";
import { at } from "./twin-source.ts";

/** Why the collateral of some loans is a value and no formula. */
export type MarkReason = "sharedAsset" | "proRataSeizure" | "ownCostRate" | "mixedDebtor" | "tooLarge" | "interestToSale" | "waitingBehind";

/** Loans of one debtor that are worked out together by formulas. */
export interface LiveGroup {
  readonly loans: readonly number[];
  /** In the order in which the engine pays them. */
  readonly items: readonly number[];
  /** Whether what a sale leaves the debtor pays its claims. */
  readonly nets: boolean;
  /** Different chances among its items: kinds, and items with a realisation of their own. */
  readonly chances: number;
}

/** How each loan of a package is worked out. */
export interface TwinStructure {
  /** [loan] its only item, where it has one that secures nothing else; −1: none. */
  readonly singleItem: Int32Array;
  /** Those with most loans first. */
  readonly groups: readonly LiveGroup[];
  /** Loans whose collateral is a value, with the reason. */
  readonly marked: ReadonlyMap<number, MarkReason>;
}

const SEIZURE = collateralHolds.indexOf("seizure");
/** Rows of a group's distribution beyond which it is left out. */
const mostRows = 3000;
const mostLoans = 24;

/** Sorts the loans of a package by how a workbook can work them out. */
export function twinStructure(columns: PackageColumns, plan: AssumptionsOf): TwinStructure {
  const groups = recoveryGroups(columns, plan);
  const nets = debtorLinks(columns, plan)?.nets ?? null;
  const singleItem = new Int32Array(columns.loanCount).fill(-1);
  const marked = new Map<number, MarkReason>();
  const live: LiveGroup[] = [];
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const [first, end] = [at(columns.collateralStart, loan), at(columns.collateralStart, loan + 1)];
    if (at(groups.groupOf, loan) < 0 && end > first) singleItem[loan] = first;
  }
  for (let group = 0; group < groups.groupCount; group++) {
    const parts = partsOf(groups, group);
    const [loan] = parts.loans;
    if (loan === undefined) continue;
    const netting = nets !== null && nets[loan] === 1;
    const reason = reasonOf(columns, parts, netting, plan);
    if (reason !== null) for (const one of parts.loans) marked.set(one, reason);
    else if (parts.loans.length === 1 && parts.items.length < 2 && !netting) singleItem[loan] = parts.items[0] ?? -1;
    else live.push({ loans: parts.loans, items: parts.items, nets: !isBankrupt(columns, loan), chances: chancesOf(columns, parts.items) });
  }
  return { singleItem, groups: live.sort((one, other) => other.loans.length - one.loans.length), marked };
}

interface GroupParts {
  readonly loans: readonly number[];
  readonly items: readonly number[];
  readonly isShared: boolean;
}

function partsOf(groups: RecoveryGroups, group: number): GroupParts {
  const loans = Array.from(groups.loans.subarray(groups.loanStart[group], groups.loanStart[group + 1]));
  const items: number[] = [];
  let isShared = false;
  for (let asset = at(groups.assetStart, group); asset < at(groups.assetStart, group + 1); asset++) {
    const [from, end] = [at(groups.rowStart, asset), at(groups.rowStart, asset + 1)];
    isShared ||= end - from > 1;
    items.push(at(groups.rows, from));
  }
  return { loans, items, isShared };
}

function reasonOf(columns: PackageColumns, { loans, items, isShared }: GroupParts, netting: boolean, plan: AssumptionsOf): MarkReason | null {
  const { estimates } = columns;
  if (isShared) return "sharedAsset";
  const loanOf = (item: number): number =>
    loans.find((loan) => at(columns.collateralStart, loan) <= item && item < at(columns.collateralStart, loan + 1)) ?? -1;
  if (items.some((item) => columns.collateralHold[item] === SEIZURE && !paysByOrderOfSeizure(columns, loanOf(item)))) return "proRataSeizure";
  if (items.some((item) => isMaximumMortgage(columns, item) && accruesToSale(columns, loanOf(item), plan))) return "interestToSale";
  // One item, and nothing of what it leaves the debtor comes back: no distribution is needed.
  if (loans.length === 1 && items.length < 2 && !netting) return null;
  // Sold together, such items leave the debtor each what those behind it don't take.
  if (items.some((item) => at(columns.waitingClaims, item) > 0 && columns.collateralHold[item] === SEIZURE)) return "waitingBehind";
  if (estimates !== null && loans.some((loan) => !Number.isNaN(estimates.collateralCostRate[loan]))) return "ownCostRate";
  const [first = -1, ...others] = loans;
  const isAlike = (loan: number): boolean =>
    isBankrupt(columns, loan) === isBankrupt(columns, first) &&
    (["low", "base", "high"] as const).every((name) => isOwnIn(columns, loan, name) === isOwnIn(columns, first, name));
  if (!others.every(isAlike)) return "mixedDebtor";
  const outcomes = plan.assumptions.collateral.rounds.length + 1;
  return loans.length > mostLoans || outcomes * chancesOf(columns, items) * (items.length + 1) > mostRows ? "tooLarge" : null;
}

function chancesOf(columns: PackageColumns, items: readonly number[]): number {
  const { estimates } = columns;
  const loanAt = (item: number): number => {
    let [low, high] = [0, columns.loanCount - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (at(columns.collateralStart, middle) <= item) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return new Set(
    items.map((item) => (estimates !== null && hasOwnRealisation(estimates, loanAt(item)) ? `own ${loanAt(item)}` : `kind ${columns.collateralKind[item]}`)),
  ).size;
}
