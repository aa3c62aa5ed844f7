/** Most money in the deal (资金占用峰值), yuan, not negative, and the month at whose end it is reached first. */
export interface PeakCapital {
  readonly yuan: number;
  readonly month: number;
}

/** Running totals of monthly flows, yuan; never −0. */
export function cumulative(flowsYuan: ArrayLike<number>): number[] {
  let total = 0;
  const totals: number[] = [];
  for (let month = 0; month < flowsYuan.length; month++) totals.push((total += flowsYuan[month]) + 0);
  return totals;
}

/** Peak of what has been paid in and not yet come back, of flows with receipts positive; month 0 where there is none. */
export function peakOf(flowsYuan: ArrayLike<number>): PeakCapital {
  let peak = { yuan: 0, month: 0 };
  cumulative(flowsYuan).forEach((total, month) => {
    if (-total > peak.yuan) peak = { yuan: -total, month };
  });
  return peak;
}
