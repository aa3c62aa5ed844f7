import type { AssumptionGroup } from "../../../shared/domain/assumptions.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { paymentFactor } from "../funding/payment-schedule.ts";
import { transitionChange } from "../funding/transition.ts";
import { sumOf } from "../numbers/summation.ts";
import { solveMaxBid } from "../pool/price-measures.ts";
import { type FigureNode, type MoneyNode, moneyNode, numberNode } from "./figure-node.ts";
import { type FigurePool, type FlowSlice, poolAmount } from "./figure-pool.ts";
import { allMonths, segmentNodes, yearNodes } from "./figure-slices.ts";
import { type FlowRoute, flowRoutes } from "./loan-flows.ts";

/** Assumptions that decide most of a route. */
const groupOf: Readonly<Record<Exclude<FlowRoute, "own">, AssumptionGroup>> = {
  collateral: "collateral",
  guarantor: "guarantors",
  cash: "curves",
  costs: "costs",
};

const fenOf = {
  collateral: "collateralRecoveryFen",
  guarantor: "guarantorRecoveryFen",
  cash: "cashRecoveryFen",
  own: "ownRecoveryFen",
  costs: "costsFen",
} as const;

/** Routes of a pool; own estimates are one only where there are any. */
const routesOf = (pool: FigurePool): FlowRoute[] => flowRoutes.filter((route) => route !== "own" || pool.columns.ownEstimates !== null);

export function sliceOf(pool: FigurePool, routes: readonly FlowRoute[], isDiscounted: boolean): FlowSlice {
  return { routes, isDiscounted, ...allMonths(pool), segment: null };
}

/** Present value of the pool's net flows: by year, and beside it by segment over all years. */
export function presentValueNodes(pool: FigurePool): FigureNode[] {
  const slice = sliceOf(pool, flowRoutes, true);
  const transition = transitionNodes(pool, true);
  const amount = pool.priced.presentValueYuan - sumOf(transition.map(({ yuan }) => yuan));
  const ownFen = transition.length === 0 ? pool.result.presentValueFen : null;
  const bySegment = moneyNode("bySegment", "figure.bySegment", amount, { ownFen, adds: false, open: () => segmentNodes(pool, slice) });
  return [...yearNodes(pool, slice), ...transition, bySegment];
}

/** What closing settles for the time before it, where the terms are not the plain ones. */
function transitionNodes(pool: FigurePool, isDiscounted: boolean): MoneyNode[] {
  const { priced } = pool;
  const change = transitionChange(priced.flows.beforeClosing, priced.plan);
  const { closingMonth, discountFactor } = priced.plan;
  const amount = change * (isDiscounted ? discountFactor[closingMonth] : 1);
  return change === 0 ? [] : [moneyNode("transition", "figure.transition", amount, { values: { month: closingMonth, assumptionGroup: "transition" } })];
}

/**
 * The highest bid by its equation (METHOD §4): present value, carried to closing, less deal costs, more what easier
 * payment terms are worth to the buyer. A price below zero is none.
 */
export function maxBidNodes(pool: FigurePool): FigureNode[] {
  const { plan, presentValueYuan } = pool.priced;
  const { closingMonth, dealCostRate, dealCostYuan } = plan.assumptions.closing;
  const priceYuan = solveMaxBid(presentValueYuan, plan);
  const atClosing = presentValueYuan / plan.discountFactor[closingMonth];
  const factor = paymentFactor(plan);
  const lifted = priceYuan === 0 ? dealCostYuan - atClosing : 0;
  const lines = [
    moneyNode("presentValue", "figure.presentValue", presentValueYuan, {
      ownFen: pool.result.presentValueFen,
      values: { hurdleRate: plan.hurdleRate, assumptionGroup: "hurdleRate" },
      open: () => presentValueNodes(pool),
    }),
    moneyNode("carried", "figure.carriedToClosing", atClosing - presentValueYuan, {
      values: { month: closingMonth, hurdleRate: plan.hurdleRate, assumptionGroup: "closing" },
    }),
    moneyNode("dealCost", "figure.dealCost", -dealCostYuan, { values: { assumptionGroup: "closing" } }),
    moneyNode("dealCostRate", "figure.dealCostRate", -priceYuan * dealCostRate, { values: { rate: dealCostRate, assumptionGroup: "closing" } }),
    moneyNode("paymentTerms", "figure.paymentTerms", priceYuan * (1 - factor), { values: { share: factor, assumptionGroup: "payment" } }),
    moneyNode("noPrice", "figure.noPrice", lifted),
  ];
  return lines.filter(({ yuan }, index) => index === 0 || yuan !== 0);
}

/** A price: the highest bid of this case, of the base case, or what the desk entered. */
export function priceNode(pool: FigurePool, price: "maxBid" | "bidPrice", adds: boolean, sign: 1 | -1 = 1): FigureNode {
  if (price === "maxBid") {
    const priceYuan = solveMaxBid(pool.priced.presentValueYuan, pool.priced.plan);
    // A payment is not opened in place: its parts have the other sign.
    return moneyNode("price", "figure.maxBid", sign * priceYuan, { adds, open: sign === 1 ? () => maxBidNodes(pool) : null });
  }
  return moneyNode("price", "figure.bidPrice", sign * yuanFromFen(pool.bidPriceFen), { adds, open: sign === 1 ? () => bidPriceNodes(pool) : null });
}

/** Where the bid price comes from; as this case's own highest bid it opens further. */
export function bidPriceNodes(pool: FigurePool): FigureNode[] {
  if (pool.isBidEntered) return [numberNode("entered", "figure.bidEntered", "plain", null)];
  if (pool.result.caseName !== "base") return [numberNode("fromBase", "figure.bidFromBase", "plain", null)];
  return [priceNode(pool, "maxBid", true)];
}

/** Gross recovery by route, each by year, segment and loan. */
export function grossNodes(pool: FigurePool): FigureNode[] {
  return routesOf(pool)
    .filter((route) => route !== "costs")
    .map((route) => routeNode(pool, route));
}

function routeNode(pool: FigurePool, route: FlowRoute, sign: 1 | -1 = 1): FigureNode {
  const slice = sliceOf(pool, [route], false);
  // Own estimates hang on no assumption.
  const values: FigureNode["values"] = route === "own" ? {} : { assumptionGroup: groupOf[route] };
  const ownFen = sign * (pool.result[fenOf[route]] ?? 0) + 0;
  return moneyNode(route, `figure.route.${route}`, sign * poolAmount(pool, slice), { ownFen, values, open: () => signed(yearNodes(pool, slice), sign) });
}

/** The same lines as deductions; what does not add keeps its own sign. */
function signed(nodes: readonly FigureNode[], sign: 1 | -1): FigureNode[] {
  if (sign === 1) return [...nodes];
  return nodes.map((node) => {
    const { open, yuan, adds } = node;
    if (!adds || yuan === null) return node;
    return { ...node, yuan: 0 - yuan, ownFen: node.ownFen === null ? null : 0 - node.ownFen, open: open === null ? null : () => signed(open(), sign) };
  });
}

/** Net cash flow: gross recoveries less costs, and what closing settles. */
export function netFlowNodes(pool: FigurePool): FigureNode[] {
  return [...grossNodes(pool), routeNode(pool, "costs", -1), ...transitionNodes(pool, false)];
}

/** What the buyer pays for a price, as payments: the price and the deal costs. */
export function outlayNodes(pool: FigurePool, priceFen: number, price: "maxBid" | "bidPrice"): FigureNode[] {
  const { dealCostRate, dealCostYuan } = pool.assumptions.closing;
  const priceYuan = yuanFromFen(priceFen);
  return [
    moneyNode("price", price === "maxBid" ? "figure.lessMaxBid" : "figure.lessBidPrice", -priceYuan, { values: { assumptionGroup: "payment" } }),
    moneyNode("dealCost", "figure.dealCost", -dealCostYuan, { values: { assumptionGroup: "closing" } }),
    moneyNode("dealCostRate", "figure.dealCostRate", -priceYuan * dealCostRate, { values: { rate: dealCostRate, assumptionGroup: "closing" } }),
  ].filter(({ yuan }, index) => index === 0 || yuan !== 0);
}

/** The pool's flow of some months by route, each by segment and loan. */
export function flowNodes(pool: FigurePool, months: { readonly from: number; readonly to: number }): FigureNode[] {
  const { closingMonth, monthCount } = pool.priced.plan;
  // A payment may fall beyond the month grid; nothing comes in there.
  const withFlows = { from: months.from, to: Math.min(months.to, monthCount - 1) };
  const routes = routesOf(pool).map((route) => {
    const slice = { ...sliceOf(pool, [route], false), ...withFlows };
    const sign = route === "costs" ? -1 : 1;
    return moneyNode(route, `figure.route.${route}`, sign * poolAmount(pool, slice), { open: () => signed(segmentNodes(pool, slice), sign) });
  });
  return [...routes, ...(months.from <= closingMonth && closingMonth <= months.to ? transitionNodes(pool, false) : [])];
}

/** Net flow of the pool in some months, yuan. */
export function netFlowIn(pool: FigurePool, { from, to }: { readonly from: number; readonly to: number }): number {
  return pool.priced.flows.net.slice(from, to + 1).reduce((sum, flow) => sum + flow, 0);
}
