import type { FrozenBid } from "../../../shared/domain/frozen-analyses.ts";
import { formatMultiple, formatNumber, formatRate, noValue } from "../../../shared/format.ts";
import { captionBlock, factsBlock, type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { irrLine } from "../blocks/memo-irr.ts";
import { chanceText } from "./sensitivity-section.tsx";

function beliefBlocks({ beliefs, isStated, figures }: FrozenBid, { words, price, money }: MemoContext): MemoBlock[] {
  const text = words.value.bid;
  const caption = captionBlock("beliefs-caption", text.beliefs);
  const usual = isStated ? [] : [noteBlock("beliefs-usual", text.usual)];
  if (figures === null) return [caption, ...usual, noteBlock("beliefs-none", text.noFigures)];
  return [
    caption,
    ...usual,
    factsBlock("beliefs", [
      [text.saleForm, text.form[beliefs.saleForm]],
      [text.rivals, [beliefs.leastRivals, beliefs.likelyRivals, beliefs.mostRivals].map((rivals) => formatNumber(rivals)).join(" / ")],
      [text.rivalMedian, formatNumber(beliefs.rivalMedian, 2)],
      [text.rivalSpread, formatNumber(beliefs.rivalSpread, 2)],
      [text.value, price(figures.valueFen)],
      [text.ownError, formatNumber(figures.ownError, 3)],
      [text.worthIfWon, price(figures.worthIfWonFen)],
      [text.shaded, figures.shaded === null ? text.noShade : price(figures.shaded.bidFen)],
      [
        text.best,
        fill(text.bestValue, { bid: price(figures.best.bidFen), win: formatRate(figures.best.winChance), profit: money(figures.best.expectedProfitFen) }),
      ],
    ]),
  ];
}

function ladderBlocks({ ladder }: FrozenBid, context: MemoContext): MemoBlock[] {
  const { words, money } = context;
  const text = words.value.bid;
  const caption = captionBlock("ladder-caption", text.ladder);
  if (ladder === null) return [caption, noteBlock("ladder-none", text.noLadder)];
  if (ladder.steps < 0) return [caption, noteBlock("ladder-over", text.overList)];
  return [
    caption,
    tableBlock(
      "ladder",
      [
        { label: text.step, width: 16, numeric: true },
        { label: text.price, width: 24, numeric: true },
        { label: text.irr, width: 22, numeric: true },
        { label: text.moic, width: 18, numeric: true },
        { label: text.miss, width: 20, numeric: true },
      ],
      ladder.rungs.map(({ step, priceFen, irr, moic, missChance }) => ({
        cells: [formatNumber(step), money(priceFen), irrLine(irr, context), formatMultiple(moic), missChance === null ? noValue : chanceText(missChance)],
      })),
    ),
    noteBlock("ladder-note", fill(text.rungs, { n: formatNumber(ladder.steps) })),
  ];
}

/** What the desk believes of the sale, and its way from the list price to its limit. */
export function bidBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words } = context;
  const heading = sectionBlock("bid-heading", words.value.bid.heading);
  if (memo.bid === null) return [heading, noteBlock("bid-none", words.value.bid.none)];
  return [heading, ...beliefBlocks(memo.bid, context), ...ladderBlocks(memo.bid, context)];
}
