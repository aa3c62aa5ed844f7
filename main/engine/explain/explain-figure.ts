import type { Figure, FigureTrace } from "../../../shared/domain/figure-trace.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { EngineInputError } from "../engine-errors.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import { basesOf } from "../price-package.ts";
import { irrNode, measuresOf, moicNode, paybackNode, ratioNode, walNode } from "./figure-measures.ts";
import { bidPriceNodes, flowNodes, grossNodes, maxBidNodes, netFlowIn, netFlowNodes, outlayNodes, presentValueNodes, sliceOf } from "./figure-money.ts";
import { type FigureNode, followPath, lineOf, moneyNode, numberNode, openNode, type RoundedNode } from "./figure-node.ts";
import { type FigurePool, figurePool, type PoolInput } from "./figure-pool.ts";
import { wholeLoanNode, yearNodes } from "./figure-slices.ts";
import type { FlowRoute } from "./loan-flows.ts";

/** One figure of one case, its loan by index, and the lines opened on the way down. */
export interface FigureInput extends PoolInput {
  readonly figure: Omit<Figure, "loanId"> & { readonly loan: number | null };
  readonly path: readonly string[];
  /** [loan] the price as it is split over the loans, whole fen; for `allocation` alone. */
  readonly allocatedFen: Float64Array;
}

/**
 * Explains any figure of a result (测算依据, METHOD §8): price → present value → years → segments → loans → the loan's
 * own trace → assumption. One line is opened at a time: `path` names the lines from the figure's own down, and the
 * answer is the last of them with the lines below it.
 *
 * Money is whole fen; the lines that add sum to the opened line exactly, at every level, and the first line is the
 * figure of the result. Nothing is computed here that `pricePackage` does not compute from the same tables.
 * @throws EngineInputError for columns that the engine refuses, outOfRange for a path, loan or months that are not there
 */
export function explainFigure(input: FigureInput): FigureTrace {
  const opened = followPath(figureRoot(input), input.path);
  return { line: lineOf(opened), lines: openNode(opened).map(lineOf) };
}

/** The first line of a trace, the figure as the result states it; nothing below it is worked out yet. */
export function figureRoot(input: FigureInput): RoundedNode {
  const pool = figurePool(input);
  const { result } = pool;
  const { name, price } = input.figure;
  const money = (fen: number, open: () => FigureNode[], values: FigureNode["values"] = {}): RoundedNode => ({
    node: moneyNode("figure", `figure.${name}`, yuanFromFen(fen), { values, open }),
    fen,
  });
  const plain = (node: FigureNode): RoundedNode => ({ node, fen: null });
  const byYear = (route: FlowRoute) => () => yearNodes(pool, sliceOf(pool, [route], false));
  switch (name) {
    case "maxBid":
      return money(result.maxBidFen, () => maxBidNodes(pool), { hurdleRate: result.hurdleRate });
    case "bidPrice":
      return money(pool.bidPriceFen, () => bidPriceNodes(pool));
    case "presentValue":
      return money(result.presentValueFen, () => presentValueNodes(pool), { hurdleRate: result.hurdleRate, assumptionGroup: "hurdleRate" });
    case "grossRecovery":
      return money(result.grossRecoveryFen, () => grossNodes(pool));
    case "collateralRecovery":
      return money(result.collateralRecoveryFen, byYear("collateral"), { assumptionGroup: "collateral" });
    case "guarantorRecovery":
      return money(result.guarantorRecoveryFen, byYear("guarantor"), { assumptionGroup: "guarantors" });
    case "cashRecovery":
      return money(result.cashRecoveryFen, byYear("cash"), { assumptionGroup: "curves" });
    case "ownRecovery":
      return money(result.ownRecoveryFen ?? 0, byYear("own"));
    case "costs":
      return money(result.costsFen, byYear("costs"), { assumptionGroup: "costs" });
    case "netCashFlow":
      return money(result.netCashFlowFen, () => netFlowNodes(pool));
    case "profit":
      return money(measuresOf(pool, price).profitFen, () => profitNodes(pool, price));
    case "irr":
      return plain(irrNode(pool, price));
    case "moic":
      return plain(moicNode(pool, price));
    case "walYears":
      return plain(walNode(pool, price));
    case "paybackMonths":
      return plain(paybackNode(pool, price, false));
    case "discountedPaybackMonths":
      return plain(paybackNode(pool, price, true));
    case "priceToPrincipal":
    case "priceToClaim":
      return plain(ratioNode(pool, price, name, basesOf(pool.columns)));
    case "flow":
      return flowRoot(pool, input.figure.months);
    case "allocation":
      return allocationRoot(pool, input);
  }
}

function profitNodes(pool: FigurePool, price: "maxBid" | "bidPrice"): FigureNode[] {
  const net = sumOf(pool.priced.flows.net);
  return [
    moneyNode("net", "figure.netCashFlow", net, { ownFen: pool.result.netCashFlowFen, open: () => netFlowNodes(pool) }),
    ...outlayNodes(pool, measuresOf(pool, price).priceFen, price),
  ];
}

function flowRoot(pool: FigurePool, months: Figure["months"]): RoundedNode {
  if (months === null || months.from > months.to || months.from >= pool.priced.plan.monthCount) throw new EngineInputError("outOfRange", "months");
  const yuan = netFlowIn(pool, months);
  const values = { fromMonth: months.from, toMonth: months.to };
  return { node: moneyNode("figure", "figure.flow", yuan, { values, open: () => flowNodes(pool, months) }), fen: resultFen(yuan, "flow") };
}

/** A loan's part of the price: by its present value among those that are positive, in the base case. */
function allocationRoot(pool: FigurePool, { figure: { loan }, allocatedFen }: FigureInput): RoundedNode {
  if (loan === null || !Number.isInteger(loan) || loan < 0 || loan >= pool.columns.loanCount) throw new EngineInputError("outOfRange", "loan", loan ?? -1);
  const fen = allocatedFen[loan];
  const values = pool.priced.loans.presentValue;
  const positive = sumOf(values.map((value) => Math.max(0, value)));
  const value = Math.max(0, values[loan]);
  const open = () => [
    moneyNode("price", "figure.bidPrice", yuanFromFen(pool.bidPriceFen), { adds: false, open: () => bidPriceNodes(pool) }),
    numberNode("share", "figure.shareOfValue", "rate", positive > 0 ? value / positive : null),
    wholeLoanNode(pool, loan),
    moneyNode("positive", "figure.positiveValues", positive, { adds: false }),
  ];
  return { node: moneyNode("figure", "figure.allocation", yuanFromFen(fen), { values: { loan }, open }), fen };
}
