import { fenFromYuan } from "../../../shared/money.ts";
import { captionBlock, flowBlock, headingBlock, type MemoBlock, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { CashFlowFigure } from "./CashFlowFigure.tsx";
import { type FlowPeriod, flowPeriods } from "./flow-periods.ts";

function periodLabel({ words: { flows } }: MemoContext, { year, quarter }: FlowPeriod): string {
  return quarter === null ? fill(flows.year, { n: year }) : fill(flows.quarter, { year, n: quarter });
}

export function flowsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, money } = context;
  const text = words.flows;
  const base = baseCase(memo.result);
  const periods = flowPeriods(base.flows);
  const yuan = (amount: number) => money(fenFromYuan(amount));
  const totalOf = (part: (period: FlowPeriod) => number) => yuan(periods.reduce((total, period) => total + part(period), 0));
  return [
    headingBlock("flows-heading", text.heading),
    captionBlock("flows-caption", periods[0]?.quarter == null ? text.chartTitle : text.chartTitleQuarter),
    flowBlock("flows-chart", <CashFlowFigure context={context} periods={periods} />, true),
    tableBlock(
      "flows",
      [
        { label: text.period, width: 16 },
        { label: text.collateral, width: 14, numeric: true },
        { label: text.guarantor, width: 14, numeric: true },
        { label: text.cash, width: 14, numeric: true },
        { label: text.costs, width: 14, numeric: true },
        { label: text.net, width: 14, numeric: true },
        { label: text.cumulative, width: 14, numeric: true },
      ],
      [
        ...periods.map((period) => ({
          cells: [
            periodLabel(context, period),
            yuan(period.collateralYuan),
            yuan(period.guarantorYuan),
            yuan(period.cashYuan),
            yuan(-period.costsYuan),
            yuan(period.netYuan),
            yuan(period.cumulativeYuan),
          ],
        })),
        {
          cells: [
            words.total,
            totalOf((period) => period.collateralYuan),
            totalOf((period) => period.guarantorYuan),
            totalOf((period) => period.cashYuan),
            totalOf((period) => -period.costsYuan),
            totalOf((period) => period.netYuan),
            "",
          ],
          emphasis: "total",
        },
      ],
    ),
    noteBlock("flows-note", text.note),
    ...((base.transition?.changeFen ?? 0) === 0
      ? []
      : [
          noteBlock(
            "flows-settlement",
            fill(text.settlement, { amount: money(base.transition?.changeFen ?? null), month: memo.assumptions.closing.closingMonth }),
          ),
        ]),
  ];
}
