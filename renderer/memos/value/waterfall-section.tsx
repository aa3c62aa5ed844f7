import { formatNumber } from "../../../shared/format.ts";
import { fenPerUnit } from "../../../shared/money.ts";
import { flowBlock, type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { baseCase } from "../blocks/memo-cases.ts";
import type { MemoContext } from "../blocks/memo-context.ts";
import { MemoFigure } from "../figures/MemoFigure.tsx";
import { type WaterfallStep, waterfallFigureOption } from "../figures/waterfall-figure-option.ts";

const barPx = 21;

/** From the claim by route, cost and time to the highest bid, and from that to the bid; steps of nothing are left out, totals never. */
export function waterfallSteps({ memo, words: { value } }: MemoContext): WaterfallStep[] {
  const { claimFen } = memo.result.totals;
  const base = baseCase(memo.result);
  const text = value.waterfall;
  const steps: WaterfallStep[] = [{ label: text.claim, fromFen: 0, toFen: claimFen, isTotal: true }];
  let running = 0;
  const move = (label: string, byFen: number) => {
    if (byFen !== 0) steps.push({ label, fromFen: running, toFen: running + byFen, isTotal: false });
    running += byFen;
  };
  const stand = (label: string, atFen: number) => {
    running = atFen;
    steps.push({ label, fromFen: 0, toFen: atFen, isTotal: true });
  };
  steps.push({ label: text.lost, fromFen: claimFen, toFen: base.grossRecoveryFen, isTotal: false });
  move(text.sale, base.collateralRecoveryFen);
  move(text.guarantor, base.guarantorRecoveryFen);
  move(text.cash, base.cashRecoveryFen);
  move(text.own, base.ownRecoveryFen ?? 0);
  move(text.costs, -base.costsFen);
  // To the fen what is left of the net cash flow, whose parts are rounded one by one.
  move(text.settlement, base.netCashFlowFen - running);
  move(text.time, base.presentValueFen - base.netCashFlowFen);
  move(text.terms, base.maxBidFen - base.presentValueFen);
  stand(text.maxBid, base.maxBidFen);
  if (!memo.isBidEntered) return steps;
  const { bidPriceFen } = memo.result;
  move(bidPriceFen <= base.maxBidFen ? text.margin : text.excess, bidPriceFen - base.maxBidFen);
  stand(text.bid, bidPriceFen);
  return steps;
}

export function waterfallBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, money } = context;
  const text = words.value.waterfall;
  const steps = waterfallSteps(context);
  const unit = fenPerUnit[memo.moneyUnit];
  const amount = (fen: number) => formatNumber(fen / unit, fen !== 0 && Math.abs(fen / unit) < 10 ? 2 : 0);
  const moved = (fen: number) => `${fen > 0 ? "+" : ""}${amount(fen)}`;
  return [
    sectionBlock("waterfall-heading", text.heading),
    flowBlock("waterfall-chart", <MemoFigure label={text.label} option={waterfallFigureOption(steps, amount, moved)} heightPx={steps.length * barPx + 30} />),
    tableBlock(
      "waterfall",
      [
        { label: text.step, width: 50 },
        { label: text.amount, width: 25, numeric: true },
        { label: text.running, width: 25, numeric: true },
      ],
      steps.map(({ label, fromFen, toFen, isTotal }) => ({
        cells: [label, money(isTotal ? toFen : toFen - fromFen), money(toFen)],
        ...(isTotal ? { emphasis: "total" as const } : {}),
      })),
    ),
    noteBlock("waterfall-note", text.note),
  ];
}
