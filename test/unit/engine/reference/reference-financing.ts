import type { Assumptions } from "../../../../shared/domain/assumptions.ts";

/** Slow and obvious: METHOD §4 read month by month, sharing no code with the engine. Positive amounts but the flows. */
export interface ReferenceMonth {
  net: number;
  payment: number;
  draw: number;
  fee: number;
  interest: number;
  principal: number;
  balance: number;
  buyer: number;
  equity: number;
}

export function referenceFinancing(net: readonly number[], price: number, a: Assumptions): ReferenceMonth[] {
  const { closingMonth, dealCostRate, dealCostYuan } = a.closing;
  const { instalments, trustRights } = a.payment;
  const maturity = closingMonth + a.leverage.tenorMonths;
  const months: ReferenceMonth[] = [];
  let balance = 0;
  for (let month = 0; month <= 240; month++) {
    const sinceClosing = month - closingMonth;
    let payment = 0;
    for (const part of instalments) if (part.monthsAfterClosing === sinceClosing) payment += part.share * price;
    for (const part of trustRights.schedule) if (part.monthsAfterClosing === sinceClosing) payment += part.share * trustRights.priceShare * price;
    const cost = sinceClosing === 0 ? dealCostRate * price + dealCostYuan : 0;
    const collected = net[month] ?? 0;
    const interest = (balance * a.leverage.annualRate) / 12;
    let principal = 0;
    if (a.leverage.isOn && balance > 0 && month <= maturity) {
      const left = maturity - month + 1;
      const monthly = a.leverage.annualRate / 12;
      if (month === maturity) principal = balance;
      else if (a.leverage.kind === "equalPrincipal") principal = balance / left;
      else if (a.leverage.kind === "cashSweep") principal = Math.min(balance, Math.max(0, collected - interest));
      else if (a.leverage.kind === "annuity") {
        // The payment that a present value of the balance buys for the months left.
        let annuity = 0;
        for (let k = 1; k <= left; k++) annuity += (1 + monthly) ** -k;
        principal = balance / annuity - interest;
      }
    }
    const draw = a.leverage.isOn && month < maturity ? a.leverage.debtShare * payment : 0;
    const fee = draw * a.leverage.feeRate;
    balance += draw - principal;
    const buyer = collected - payment - cost;
    months.push({ net: collected, payment, draw, fee, interest, principal, balance, buyer, equity: buyer + draw - fee - interest - principal });
  }
  return months;
}

/** Value at month 0 at an annual rate. */
export function referenceValue(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, month) => sum + flow / (1 + rate) ** (month / 12), 0);
}
