import { type QualityKind, toleratedDays } from "../../shared/domain/quality.ts";
import { isClaimTotal } from "../tapes/cells/claim-total.ts";
import { identifierKey } from "../tapes/cells/parse-cells.ts";
import { identifierFault } from "./check-digits.ts";
import type { CheckedGuarantor, CheckedItem, CheckedLoan } from "./quality-queries.ts";

/** An exception of a row, with the values that tell it: another value is another exception. */
export interface RowException {
  readonly kind: QualityKind;
  readonly values: readonly (string | number | null)[];
}

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

const isBefore = (late: string | null, early: string | null): boolean => late !== null && early !== null && late < early;
const securedKinds: readonly CheckedLoan["security_kind"][] = ["mortgaged", "mortgagedAndGuaranteed"];

/** Dates of one row of which the second can't lie before the first. */
function orderOfDates(loan: CheckedLoan): RowException[] {
  const { drawdown_date, maturity_date, overdue_date, judgment_date, enforcement_deadline } = loan;
  const pairs = [
    ["maturityBeforeDrawdown", drawdown_date, maturity_date],
    ["overdueBeforeDrawdown", drawdown_date, overdue_date],
    ["judgmentBeforeDrawdown", drawdown_date, judgment_date],
    ["deadlineBeforeJudgment", judgment_date, enforcement_deadline],
  ] as const;
  return pairs.flatMap(([kind, early, late]) => (isBefore(late, early) ? [{ kind, values: [early, late] }] : []));
}

/** What happened can't have happened after the day on which the list stands. */
function datesAhead({ drawdown_date, overdue_date, judgment_date }: CheckedLoan, cutOffDate: string | null): RowException[] {
  const dates = [
    ["drawdownAfterCutOff", drawdown_date],
    ["overdueAfterCutOff", overdue_date],
    ["judgmentAfterCutOff", judgment_date],
  ] as const;
  return dates.flatMap(([kind, date]) => (isBefore(cutOffDate, date) ? [{ kind, values: [date, cutOffDate] }] : []));
}

function daysPastDue({ overdue_date, days_past_due }: CheckedLoan, cutOffDate: string | null): RowException[] {
  if (overdue_date === null || days_past_due === null || cutOffDate === null || overdue_date > cutOffDate) return [];
  const isFar = Math.abs(daysBetween(overdue_date, cutOffDate) - days_past_due) > toleratedDays;
  return isFar ? [{ kind: "daysPastDue", values: [overdue_date, days_past_due, cutOffDate] }] : [];
}

function securityOf({ security_kind, has_item }: CheckedLoan): RowException[] {
  if (security_kind === null) return [];
  if (has_item === 0 && securedKinds.includes(security_kind)) return [{ kind: "securedWithoutItem", values: [security_kind] }];
  return has_item === 1 && security_kind === "unsecured" ? [{ kind: "unsecuredWithItem", values: [security_kind] }] : [];
}

/** What the values of a loan say against themselves and each other. */
export function loanExceptions(loan: CheckedLoan, cutOffDate: string | null): RowException[] {
  const { debtor_id, debtor_type, principal_fen, interest_fen, fees_fen, claim_total_fen } = loan;
  const found: RowException[] = [];
  const fault = debtor_id === null ? null : identifierFault(debtor_id, debtor_type === "individual");
  if (fault !== null) found.push({ kind: fault, values: [debtor_id] });
  const amounts = { principalFen: principal_fen, interestFen: interest_fen, feesFen: fees_fen };
  // Where the interest is missing, the total is what it follows from.
  if (claim_total_fen !== null && interest_fen !== null && !isClaimTotal(claim_total_fen, amounts))
    found.push({ kind: "claimTotal", values: [principal_fen, interest_fen, fees_fen, claim_total_fen] });
  found.push(...orderOfDates(loan), ...datesAhead(loan, cutOffDate), ...daysPastDue(loan, cutOffDate), ...securityOf(loan));
  return found;
}

export const itemExceptions = ({ appraisal_date }: CheckedItem, cutOffDate: string | null): RowException[] =>
  isBefore(cutOffDate, appraisal_date) ? [{ kind: "appraisalAfterCutOff", values: [appraisal_date, cutOffDate] }] : [];

/** What an item says of itself; two that differ in one of these, where both state it, are two. */
const tellingApart = ["asset_no", "area_sqm", "appraisal_fen", "appraisal_date"] as const satisfies readonly (keyof CheckedItem)[];

/**
 * Items of one loan that agree with one before them in kind and in certificate or place, and differ in nothing that both state. The
 * reader of a list says it of the list's rows; rows that are typed and cells that are changed are met here.
 */
export class ItemTwins {
  #loanId: number | null = null;
  readonly #known = new Map<string, CheckedItem[]>();

  /** @param item those of one loan come one after the other */
  exceptionsOf(item: CheckedItem): RowException[] {
    const { loan_id, collateral_kind, address, asset_no } = item;
    if (loan_id !== this.#loanId) this.#known.clear();
    this.#loanId = loan_id;
    const keys = [asset_no, address].flatMap((text) => (text === null || collateral_kind === null ? [] : [`${collateral_kind} ${identifierKey(text)}`]));
    const isAgain = keys.some((key) => (this.#known.get(key) ?? []).some((other) => !tellingApart.some((name) => differ(item[name], other[name]))));
    for (const key of new Set(keys)) {
      const same = this.#known.get(key);
      if (same === undefined) this.#known.set(key, [item]);
      else same.push(item);
    }
    return isAgain ? [{ kind: "itemTwice", values: [collateral_kind, address, asset_no] }] : [];
  }
}

const differ = (one: string | number | null, other: string | number | null): boolean => {
  if (one === null || other === null) return false;
  return typeof one === "string" && typeof other === "string" ? identifierKey(one) !== identifierKey(other) : one !== other;
};

export const guarantorExceptions = ({ period_end, drawdown_date }: CheckedGuarantor): RowException[] =>
  isBefore(period_end, drawdown_date) ? [{ kind: "guaranteeBeforeDrawdown", values: [drawdown_date, period_end] }] : [];
