import { formatDate, formatRate } from "../../../shared/format.ts";
import { captionBlock, headingBlock, type MemoBlock, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { type MemoContext, wordOf } from "../blocks/memo-context.ts";

export function marketBlocks({ memo: { market }, words, codes, money }: MemoContext): MemoBlock[] {
  const text = words.market;
  return [
    headingBlock("market-heading", text.heading),
    captionBlock("averages-caption", text.averages),
    market.averages.length === 0
      ? noteBlock("averages-none", text.noAverages)
      : tableBlock(
          "averages",
          [
            { label: text.kind, width: 16 },
            { label: text.period, width: 10 },
            { label: text.ratio, width: 12, numeric: true },
            { label: text.base, width: 20 },
            { label: text.source, width: 30 },
            { label: text.asOf, width: 12 },
          ],
          market.averages.map((average) => ({
            cells: [
              wordOf(codes.dealKind, average.dealKind, words.notStated),
              average.period,
              `${average.isUpperBound ? words.bound.upper : words.bound.value}${formatRate(average.ratio, 1)}`,
              wordOf(codes.marketBase, average.base, words.notStated),
              average.source,
              formatDate(average.asOf),
            ],
          })),
        ),
    captionBlock("deals-caption", text.deals),
    market.deals.length === 0
      ? noteBlock("deals-none", text.noDeals)
      : tableBlock(
          "deals",
          [
            { label: text.date, width: 11 },
            { label: text.buyer, width: 18 },
            { label: text.seller, width: 26 },
            { label: text.kind, width: 15 },
            { label: text.price, width: 14, numeric: true },
            { label: text.priceToPrincipal, width: 16, numeric: true },
          ],
          market.deals.map((deal) => ({
            cells: [
              deal.reportedOn,
              deal.buyer,
              deal.seller,
              deal.kind,
              deal.priceFen === null ? text.priceNotPublished : money(deal.priceFen),
              deal.priceToPrincipal === null ? text.notPublished : formatRate(deal.priceToPrincipal),
            ],
          })),
        ),
    noteBlock("market-note", text.note),
  ];
}
