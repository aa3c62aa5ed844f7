import { dealKinds } from "../../../shared/domain/codes.ts";
import { marketCheck } from "../../../shared/domain/market-check.ts";
import { formatDate, formatRate } from "../../../shared/format.ts";
import { marketCheckEn } from "../../../shared/locales/en/retail-en.ts";
import { marketCheckZh } from "../../../shared/locales/zh/retail-zh.ts";
import { marketCheckText, type SayCheck } from "../../../shared/market-check-text.ts";
import { inOneLanguage, nameInOneLanguage } from "../../../shared/one-language.ts";
import { captionBlock, type MemoBlock, noteBlock, sectionBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext, wordOf } from "../blocks/memo-context.ts";

export function marketBlocks(context: MemoContext): MemoBlock[] {
  const { market: text } = context.words;
  return [
    sectionBlock("market-heading", text.heading),
    captionBlock("averages-caption", text.averages),
    ...averageBlocks(context),
    noteBlock("market-basis", context.words.value.comparables.basis),
    captionBlock("deals-caption", text.deals),
    dealsBlock(context),
    noteBlock("market-note", text.note),
    ...checkBlocks(context),
  ];
}

/** Why the bid lies beside the market, where it does; a kind that this version doesn't know has no such figures. */
function checkBlocks({ memo: { deal, language, result } }: MemoContext): MemoBlock[] {
  const kind = dealKinds.find((one) => one === deal.kind);
  const check = kind === undefined ? null : marketCheck(kind, result);
  const texts = language === "zh" ? marketCheckZh : marketCheckEn;
  const say: SayCheck = (key, values) => fill(texts[key.replace("marketCheck.", "") as keyof typeof texts], values);
  return check === null ? [] : [noteBlock("market-check", marketCheckText(check, say))];
}

/** Averages on principal, as the bid's ratio is; those on another basis are counted and left out. */
function averageBlocks({ memo: { market, language }, words, codes }: MemoContext): MemoBlock[] {
  const text = words.market;
  if (market.averages.length === 0) return [noteBlock("averages-none", text.noAverages)];
  const comparable = market.averages.filter(({ base }) => base === "principal");
  const others = market.averages.length - comparable.length;
  const left = others === 0 ? [] : [noteBlock("averages-others", fill(text.otherBases, { n: others }))];
  if (comparable.length === 0) return [noteBlock("averages-none", text.noComparable), ...left];
  const table = tableBlock(
    "averages",
    [
      { label: text.kind, width: 16 },
      { label: text.period, width: 10 },
      { label: text.ratio, width: 12, numeric: true },
      { label: text.base, width: 20 },
      { label: text.source, width: 30 },
      { label: text.asOf, width: 12 },
    ],
    comparable.map((average) => ({
      cells: [
        wordOf(codes.dealKind, average.dealKind, words.notStated),
        average.period,
        `${average.isUpperBound ? words.bound.upper : words.bound.value}${formatRate(average.ratio, 1)}`,
        wordOf(codes.marketBase, average.base, words.notStated),
        inOneLanguage(average.source, language),
        formatDate(average.asOf),
      ],
    })),
  );
  return [table, ...left];
}

function dealsBlock({ memo: { market, language }, words: { market: text }, money }: MemoContext): MemoBlock {
  if (market.deals.length === 0) return noteBlock("deals-none", text.noDeals);
  return tableBlock(
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
        nameInOneLanguage(deal.buyer, language),
        nameInOneLanguage(deal.seller, language),
        inOneLanguage(deal.kind, language),
        deal.priceFen === null ? text.priceNotPublished : money(deal.priceFen),
        deal.priceToPrincipal === null ? text.notPublished : formatRate(deal.priceToPrincipal),
      ],
    })),
  );
}
