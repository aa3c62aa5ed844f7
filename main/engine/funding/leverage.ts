import type { CasePlan } from "../plan/plan-types.ts";
import type { PaymentTerms } from "./payment-schedule.ts";

/** Debt by month from cut-off, yuan, all amounts positive. */
export interface DebtSchedule {
  /** Drawn with each payment of the price before maturity. */
  readonly draws: Float64Array;
  readonly fees: Float64Array;
  /** Paid at the end of the month on the balance at its start. */
  readonly interest: Float64Array;
  readonly principal: Float64Array;
  /** At the end of the month. */
  readonly balance: Float64Array;
}

/** Months of a case with debt: payments and maturity may lie beyond the horizon. */
export function financingMonths(paymentMonths: number, { assumptions: { leverage }, closingMonth }: PaymentTerms): number {
  return leverage.isOn ? Math.max(paymentMonths, closingMonth + leverage.tenorMonths + 1) : paymentMonths;
}

/**
 * Debt service (还本付息) by month (METHOD §4): the debt share of each payment of the price is drawn when it is paid;
 * interest is a twelfth of the nominal annual rate on the balance; principal by kind:
 * bullet: all at maturity; equal principal (等额本金): balance ÷ months left; annuity (等额本息): equal payments over the
 * months left; cash sweep: what the month's net collections leave after interest. The rest falls due at maturity,
 * whatever has been collected; what a month's collections do not cover, equity pays. A payment of the price at or after
 * maturity is all equity's.
 * @param paymentsYuan price payments by month, without deal costs; as long as the months of the case
 * @param netYuan net collections by month
 */
export function debtSchedule(paymentsYuan: Float64Array, netYuan: ArrayLike<number>, { assumptions: { leverage }, closingMonth }: PaymentTerms): DebtSchedule {
  const count = paymentsYuan.length;
  const schedule = {
    draws: new Float64Array(count),
    fees: new Float64Array(count),
    interest: new Float64Array(count),
    principal: new Float64Array(count),
    balance: new Float64Array(count),
  };
  const maturity = closingMonth + leverage.tenorMonths;
  let balance = 0;
  for (let month = closingMonth; month < count; month++) {
    const interest = (balance * leverage.annualRate) / 12;
    const principal = Math.min(balance, principalDue(leverage, balance, interest, maturity - month + 1, netYuan[month]));
    const draw = month < maturity ? leverage.debtShare * paymentsYuan[month] : 0;
    balance = balance - principal + draw;
    schedule.interest[month] = interest;
    schedule.principal[month] = principal;
    schedule.draws[month] = draw;
    schedule.fees[month] = draw * leverage.feeRate;
    schedule.balance[month] = balance;
  }
  return schedule;
}

/** Principal due in a month; `monthsLeft` counts this one and the month of maturity. Nothing is left to repay after it. */
function principalDue(
  { kind, annualRate }: CasePlan["assumptions"]["leverage"],
  balance: number,
  interest: number,
  monthsLeft: number,
  netYuan: number,
): number {
  if (monthsLeft <= 1) return balance;
  switch (kind) {
    case "bullet":
      return 0;
    case "equalPrincipal":
      return balance / monthsLeft;
    case "annuity": {
      const rate = annualRate / 12;
      return rate === 0 ? balance / monthsLeft : (balance * rate) / ((1 + rate) ** monthsLeft - 1);
    }
    case "cashSweep":
      return Math.max(0, netYuan - interest);
  }
}

/** Equity's flows: net collections − price and deal costs + drawings − fees − interest − principal; receipts positive. */
export function equityFlows(buyerYuan: readonly number[], debt: DebtSchedule): number[] {
  return Array.from(debt.balance, (_, month) => buyerYuan[month] + debt.draws[month] - debt.fees[month] - debt.interest[month] - debt.principal[month]);
}
