import type { PackageColumns } from "../engine-types.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";
import { validClaimOf } from "./claim-validity.ts";
import { isBankrupt } from "./debtor.ts";
import { isHeldBySeizure } from "./held-by-seizure.ts";

/** Highest secured amount on an item, yuan; Infinity where there is none. */
export function securedCapOf(columns: PackageColumns, item: number): number {
  const cap = columns.securedCap[item];
  return Number.isNaN(cap) ? Number.POSITIVE_INFINITY : cap;
}

/** Whether an item is held by a maximum-amount mortgage (最高额抵押). */
export function isMaximumMortgage(columns: PackageColumns, item: number): boolean {
  return !Number.isNaN(columns.securedCap[item]) && !isHeldBySeizure(columns, item);
}

/**
 * Share of what is owed that a maximum secures, by principal: all where the maximum bounds everything (债权最高额: the cap then
 * bounds the sum; 民法典 420, 担保制度解释 15) or where it holds the principal; else maximum ÷ principal (本金最高额), so that
 * interest and costs are secured with the principal that bears them.
 */
export function securedShareOf(capYuan: number, principalYuan: number, { assumptions }: AssumptionsOf): number {
  return assumptions.interest.capsPrincipalAlone && principalYuan > capYuan ? capYuan / principalYuan : 1;
}

/** Most that an item may pay its loan at cut-off by itself, yuan; Infinity where nothing bounds it. */
export function mortgageCapOf(columns: PackageColumns, loan: number, item: number, plan: AssumptionsOf): number {
  const cap = securedCapOf(columns, item);
  if (!plan.assumptions.interest.capsPrincipalAlone || !isMaximumMortgage(columns, item)) return cap;
  const share = securedShareOf(cap, columns.upb[loan], plan);
  return share === 1 ? Number.POSITIVE_INFINITY : share * validClaimOf(columns, loan, plan.assumptions);
}

/** Whether a loan's maximum-amount mortgages pay interest that accrues after cut-off; none in bankruptcy (破产法 46). */
export function accruesToSale(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): boolean {
  return assumptions.interest.accruesToSale && !isBankrupt(columns, loan);
}

/** Interest on a loan's principal over some months after cut-off, yuan: simple, at one rate. */
export function interestOver(columns: PackageColumns, loan: number, months: number, { assumptions }: AssumptionsOf): number {
  return (columns.upb[loan] * assumptions.interest.accrualRate * months) / 12;
}
