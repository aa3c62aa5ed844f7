import { segments } from "../../../shared/domain/codes.ts";
import type { TraceNode } from "../../../shared/domain/pricing-results.ts";
import { explainLoan } from "./explain-loan.ts";
import { type FigureNode, moneyNode } from "./figure-node.ts";
import { amountIn, type FigurePool, type FlowSlice, loanAmounts, poolAmount, poolCostAmount } from "./figure-pool.ts";
import { flowRoutes } from "./loan-flows.ts";

/** Loans shown at first; each further page shows five times as many, so that a million are few pages away. */
const loansOnFirstPage = 20;
const pageGrowth = 5;

/** All months of the case. */
export function allMonths(pool: FigurePool): { from: number; to: number } {
  return { from: 0, to: pool.priced.plan.monthCount - 1 };
}

/** A slice by years of receipt; month 0 joins the first year. */
export function yearNodes(pool: FigurePool, slice: FlowSlice): FigureNode[] {
  const nodes: FigureNode[] = [];
  for (const year of yearsIn(slice)) {
    const part = { ...slice, ...year };
    const amount = poolAmount(pool, part);
    if (amount === 0) continue;
    nodes.push(
      moneyNode(`year:${year.to}`, "figure.year", amount, { values: { fromMonth: year.from, toMonth: year.to }, open: () => segmentNodes(pool, part) }),
    );
  }
  return nodes;
}

/** Spans of twelve months that cover a span. */
export function yearsIn({ from, to }: { readonly from: number; readonly to: number }): { from: number; to: number }[] {
  const years: { from: number; to: number }[] = [];
  for (let start = from; start <= to; ) {
    const end = Math.min(to, Math.max(12, Math.ceil(start / 12) * 12));
    years.push({ from: start, to: end });
    start = end + 1;
  }
  return years;
}

/** A slice by segment, and the costs that belong to none. */
export function segmentNodes(pool: FigurePool, slice: FlowSlice): FigureNode[] {
  const amounts = loanAmounts(pool, slice);
  const bySegment = new Float64Array(segments.length);
  const counts = new Float64Array(segments.length);
  for (let loan = 0; loan < amounts.length; loan++) {
    const segment = pool.columns.segment[loan];
    if (amounts[loan] === 0) continue;
    bySegment[segment] += amounts[loan];
    counts[segment] += 1;
  }
  const nodes = segments.flatMap((segment, code) => {
    if (counts[code] === 0) return [];
    const values = { segment, loans: counts[code] };
    return [moneyNode(`segment:${segment}`, "figure.segment", bySegment[code], { values, open: () => loanNodes(pool, { ...slice, segment: code }, 0) })];
  });
  const ofPool = (["overhead", "incentive"] as const).flatMap((cost) => {
    const yuan = poolCostAmount(pool, slice, cost);
    return yuan === 0 ? [] : [moneyNode(cost, `figure.${cost}`, yuan, { values: { assumptionGroup: "costs" } })];
  });
  return [...nodes, ...ofPool];
}

/** The loans of a segment, the largest amounts first, and the others as one line that opens to the next page. */
function loanNodes(pool: FigurePool, slice: FlowSlice, page: number): FigureNode[] {
  const amounts = loanAmounts(pool, slice);
  const size = (loan: number): number => Math.abs(amounts[loan]);
  const order = Array.from(amounts, (_, loan) => loan)
    .filter((loan) => amounts[loan] !== 0)
    .sort((one, other) => size(other) - size(one) || one - other);
  const pageSize = loansOnFirstPage * pageGrowth ** page;
  const start = (loansOnFirstPage * (pageGrowth ** page - 1)) / (pageGrowth - 1);
  const shown = order.slice(start, start + pageSize);
  const rest = order.slice(start + pageSize);
  const nodes = shown.map((loan) => moneyNode(`loan:${loan}`, "figure.loan", amounts[loan], { values: { loan }, open: () => loanLines(pool, slice, loan) }));
  if (rest.length === 0) return nodes;
  const others = rest.reduce((sum, loan) => sum + amounts[loan], 0);
  return [...nodes, moneyNode(`others:${page + 1}`, "figure.others", others, { values: { loans: rest.length }, open: () => loanNodes(pool, slice, page + 1) })];
}

/** A loan's part of a slice: its own trace where the slice is its whole present value, else its months with that trace beside them. */
function loanLines(pool: FigurePool, slice: FlowSlice, loan: number): FigureNode[] {
  const trace = () => explainLoan(pool.columns, loan, pool.assumptions, pool.shifts, pool.own);
  const { from, to } = allMonths(pool);
  if (slice.isDiscounted && slice.from === from && slice.to === to && slice.routes.length === flowRoutes.length) return traceNodes(trace().children);
  const flows = pool.flowsOf(loan);
  const nodes: FigureNode[] = [];
  for (const route of slice.routes) {
    for (let month = slice.from; month <= slice.to; month++) {
      const flow = flows[route][month];
      if (flow === 0) continue;
      const values = slice.isDiscounted ? { month, flowYuan: flow, discountFactor: pool.priced.plan.discountFactor[month] } : { month };
      const key = slice.isDiscounted ? `figure.discountedMonth.${route}` : `figure.month.${route}`;
      nodes.push(moneyNode(`${route}:${month}`, key, amountIn(pool, slice, route, month, flow), { values }));
    }
  }
  return [...nodes, wholeLoanNode(pool, loan)];
}

/** A loan's present value with its own trace, beside a sum and not in it. */
export function wholeLoanNode(pool: FigurePool, loan: number): FigureNode {
  const value = pool.priced.loans.presentValue[loan];
  const open = () => traceNodes(explainLoan(pool.columns, loan, pool.assumptions, pool.shifts, pool.own).children);
  return moneyNode("wholeLoan", "figure.wholeLoan", value, { values: { loan }, adds: false, open });
}

function traceNodes(lines: readonly TraceNode[]): FigureNode[] {
  return lines.map(({ key, values, amountYuan, adds, children }, index) => ({
    id: `line:${index}`,
    key: `trace.${key}`,
    values,
    kind: amountYuan === null ? "plain" : "money",
    yuan: amountYuan,
    ownFen: null,
    number: null,
    adds,
    open: children.length === 0 ? null : () => traceNodes(children),
  }));
}
