import { fenFromYuan } from "../../../shared/money.ts";
import { captionBlock, flowBlock, type MemoBlock, type MemoColumn, type MemoRow, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { CashFlowFigure } from "./CashFlowFigure.tsx";
import { type FlowPeriod, flowPeriods } from "./flow-periods.ts";

function periodLabel({ words: { flows } }: MemoContext, { year, quarter }: FlowPeriod): string {
  return quarter === null ? fill(flows.year, { n: year }) : fill(flows.quarter, { year, n: quarter });
}

export function flowsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const text = words.flows;
  const periods = flowPeriods(baseCase(memo.result).flows);
  return [
    sectionBlock("flows-heading", text.heading),
    captionBlock("flows-caption", periods[0]?.quarter == null ? text.chartTitle : text.chartTitleQuarter),
    flowBlock("flows-chart", <CashFlowFigure context={context} periods={periods} />),
    tableBlock("flows", flowColumns(context, periods), [...periods.map((period) => periodRow(context, period)), totalRow(context, periods)]),
    noteBlock("flows-note", text.note),
    ...settlementBlocks(context),
  ];
}

function flowColumns({ words: { flows } }: MemoContext, periods: readonly FlowPeriod[]): MemoColumn[] {
  const hasOwn = periods.some(({ ownYuan }) => ownYuan !== null);
  const figures = [flows.collateral, flows.guarantor, flows.cash, ...(hasOwn ? [flows.own] : []), flows.costs, flows.net, flows.cumulative];
  return [{ label: flows.period, width: 16 }, ...figures.map((label) => ({ label, width: 84 / figures.length, numeric: true }))];
}

/** Receipts, costs as payments, and what is left. */
const partsOf = ({ collateralYuan, guarantorYuan, cashYuan, ownYuan, costsYuan, netYuan }: FlowPeriod) => [
  collateralYuan,
  guarantorYuan,
  cashYuan,
  ...(ownYuan === null ? [] : [ownYuan]),
  -costsYuan,
  netYuan,
];

function periodRow(context: MemoContext, period: FlowPeriod): MemoRow {
  const yuan = (amount: number) => context.money(fenFromYuan(amount));
  return { cells: [periodLabel(context, period), ...partsOf(period).map(yuan), yuan(period.cumulativeYuan)] };
}

function totalRow({ words, money }: MemoContext, periods: readonly FlowPeriod[]): MemoRow {
  const [first = [], ...others] = periods.map(partsOf);
  const totals = others.reduce((sums, parts) => sums.map((sum, place) => sum + (parts[place] ?? 0)), first);
  return { cells: [words.total, ...totals.map((total) => money(fenFromYuan(total))), ""], emphasis: "total" };
}

/** What is settled at closing for the time since cut-off; nothing where nothing is. */
function settlementBlocks({ memo, words: { flows }, money }: MemoContext): MemoBlock[] {
  const { transition } = baseCase(memo.result);
  if (transition == null || transition.changeFen === 0) return [];
  return [noteBlock("flows-settlement", fill(flows.settlement, { amount: money(transition.changeFen), month: memo.assumptions.closing.closingMonth }))];
}
