import type { PriceMeasures } from "../../../shared/domain/pricing-results.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { buyerFlows, discountFactorAt, outlayAt } from "../pool/price-measures.ts";
import { flowNodes, netFlowIn, netFlowNodes, outlayNodes, priceNode } from "./figure-money.ts";
import { type FigureNode, moneyNode, numberNode } from "./figure-node.ts";
import type { FigurePool } from "./figure-pool.ts";
import { yearsIn } from "./figure-slices.ts";

export type PriceName = "maxBid" | "bidPrice";

export function measuresOf(pool: FigurePool, price: PriceName): PriceMeasures {
  return price === "maxBid" ? pool.result.atMaxBid : pool.result.atBidPrice;
}

/** The buyer's flows at a price by year, valued by month with `factorOf`; each opens to the pool's flow of that year. */
function buyerYears(pool: FigurePool, price: PriceName, to: number, factorOf: (month: number) => number): FigureNode[] {
  const { priceFen } = measuresOf(pool, price);
  const buyer = buyerFlows(pool.priced.flows.net, yuanFromFen(priceFen), pool.priced.plan);
  const sum = (from: number, last: number, factor: (month: number) => number) =>
    buyer.slice(from, last + 1).reduce((total, flow, index) => total + flow * factor(from + index), 0);
  return yearsIn({ from: 0, to: Math.min(to, buyer.length - 1) }).flatMap((year) => {
    const flowYuan = sum(year.from, year.to, () => 1);
    const amount = sum(year.from, year.to, factorOf);
    if (amount === 0 && flowYuan === 0) return [];
    const pooled = netFlowIn(pool, year);
    const open = () => [
      moneyNode("flow", "figure.netFlowOfYear", pooled, { adds: false, open: () => flowNodes(pool, year) }),
      moneyNode("paid", "figure.paidInYear", flowYuan - pooled, { adds: false, values: { assumptionGroup: "payment" } }),
    ];
    return [moneyNode(`year:${year.to}`, "figure.buyerYear", amount, { values: { fromMonth: year.from, toMonth: year.to, flowYuan }, open })];
  });
}

const asReceived = () => 1;

/**
 * Proof of a rate of return: at that rate the buyer's flows are worth nothing. At a negative rate they are valued at
 * their last month, not at cut-off: there no flow counts more than itself, while at cut-off a late flow at −99 % would
 * have more fen than float64 can count.
 */
function irrProof(pool: FigurePool, price: PriceName, rate: number): FigureNode {
  const last = buyerFlows(pool.priced.flows.net, yuanFromFen(measuresOf(pool, price).priceFen), pool.priced.plan).length - 1;
  const isAtEnd = rate < 0;
  const factorOf = (month: number) => monthlyFactor(rate, isAtEnd ? month - last : month);
  return moneyNode("proof", isAtEnd ? "figure.irrProofAtEnd" : "figure.irrProof", 0, {
    values: isAtEnd ? { rate, month: last } : { rate },
    adds: false,
    open: () => buyerYears(pool, price, Number.POSITIVE_INFINITY, factorOf),
  });
}

/** Each rate of return with its proof. Without one, what there is to see. */
export function irrNode(pool: FigurePool, price: PriceName): FigureNode {
  const { irr } = measuresOf(pool, price);
  const proof = (rate: number) => () => [irrProof(pool, price, rate)];
  if (irr.kind === "one") return numberNode("figure", "figure.irr", "rate", irr.rate, { open: proof(irr.rate) });
  const rates =
    irr.kind === "several" ? irr.rates.map((rate, index) => numberNode(`root:${index}`, "figure.irrRoot", "rate", rate, { open: proof(rate) })) : [];
  const key = irr.kind === "several" ? "figure.irrSeveral" : "figure.irrNone";
  return numberNode("figure", key, "rate", null, { open: () => [...rates, ...flowAndOutlay(pool, price)] });
}

/** What comes in net, and what is paid for it. */
function flowAndOutlay(pool: FigurePool, price: PriceName): FigureNode[] {
  const { priceFen } = measuresOf(pool, price);
  const outlayYuan = outlayAt(yuanFromFen(priceFen), pool.priced.plan);
  const net = pool.priced.flows.net.reduce((sum, flow) => sum + flow, 0);
  return [
    moneyNode("net", "figure.netCashFlow", net, { ownFen: pool.result.netCashFlowFen, adds: false, open: () => netFlowNodes(pool) }),
    moneyNode("outlay", "figure.outlay", -outlayYuan, { adds: false, open: outlayYuan === 0 ? null : () => outlayNodes(pool, priceFen, price) }),
  ];
}

/** MOIC (回收倍数) = net cash flow ÷ (price + deal costs). */
export function moicNode(pool: FigurePool, price: PriceName): FigureNode {
  return numberNode("figure", "figure.moic", "multiple", measuresOf(pool, price).moic, { open: () => flowAndOutlay(pool, price) });
}

/** WAL (加权平均期限) as the sum of what each year of receipt gives to it: Σ t·flow of the year ÷ Σ flow. */
export function walNode(pool: FigurePool, price: PriceName): FigureNode {
  const { net } = pool.priced.flows;
  const total = net.reduce((sum, flow) => sum + flow, 0);
  const { walYears } = measuresOf(pool, price);
  const open = () =>
    yearsIn({ from: 0, to: net.length - 1 }).flatMap((year) => {
      const flowYuan = netFlowIn(pool, year);
      const weighted = net.slice(year.from, year.to + 1).reduce((sum, flow, index) => sum + flow * (year.from + index), 0);
      if (flowYuan === 0 && weighted === 0) return [];
      const values = { fromMonth: year.from, toMonth: year.to, flowYuan };
      const flow = () => [moneyNode("flow", "figure.netFlowOfYear", flowYuan, { adds: false, open: () => flowNodes(pool, year) })];
      return [numberNode(`year:${year.to}`, "figure.walYear", "years", weighted / 12 / total, { values, adds: true, open: flow })];
    });
  return numberNode("figure", "figure.walYears", "years", walYears, { open: walYears === null ? null : open });
}

/** Payback (回收期): the buyer's cumulative flow in the month that pays back, by year; without one, of all months. */
export function paybackNode(pool: FigurePool, price: PriceName, isDiscounted: boolean): FigureNode {
  const measures = measuresOf(pool, price);
  const months = isDiscounted ? measures.discountedPaybackMonths : measures.paybackMonths;
  const buyer = buyerFlows(pool.priced.flows.net, yuanFromFen(measures.priceFen), pool.priced.plan);
  const month = months ?? buyer.length - 1;
  const { plan } = pool.priced;
  const factorOf = isDiscounted ? (at: number) => discountFactorAt(plan, at) : asReceived;
  const cumulative = buyer.slice(0, month + 1).reduce((sum, flow, at) => sum + flow * factorOf(at), 0);
  const values = { month, hurdleRate: plan.hurdleRate };
  const key = months === null ? "figure.neverPaidBack" : isDiscounted ? "figure.discountedCumulative" : "figure.cumulative";
  const open = () => [moneyNode("cumulative", key, cumulative, { values, adds: false, open: () => buyerYears(pool, price, month, factorOf) })];
  return numberNode("figure", isDiscounted ? "figure.discountedPaybackMonths" : "figure.paybackMonths", "months", months, { open });
}

/** Price to principal or to claim (本金折扣率、债权折扣率) = price ÷ its base. */
export function ratioNode(
  pool: FigurePool,
  price: PriceName,
  base: "priceToPrincipal" | "priceToClaim",
  bases: { upbYuan: number; claimYuan: number },
): FigureNode {
  const baseNode =
    base === "priceToPrincipal"
      ? moneyNode("base", "figure.principal", bases.upbYuan, { adds: false })
      : moneyNode("base", "figure.claim", bases.claimYuan, { adds: false });
  return numberNode("figure", `figure.${base}`, "rate", measuresOf(pool, price)[base], { open: () => [priceNode(pool, price, false), baseNode] });
}
