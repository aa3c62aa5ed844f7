import type { AssetTypeLine } from "../../../shared/domain/asset-types.ts";
import { formatNumber, formatRate, noValue } from "../../../shared/format.ts";
import { captionBlock, type MemoBlock, type MemoRow, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext, wordOf } from "../blocks/memo-context.ts";

function nameOf({ key }: AssetTypeLine, { words: { value }, codes }: MemoContext): string {
  const text = value.assetTypes;
  if (key === "guaranteed" || key === "unsecured" || key === "notStated") return text[key];
  return fill(text.collateral, { kind: wordOf(codes.collateralKind, key, value.assetTypes.notStated) });
}

/** The form of a valuation report: asset type, debtors, book, valuation, difference, rate. */
export function assetTypeBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, money } = context;
  const text = words.value.assetTypes;
  const { lines, total } = memo.assetTypes;
  const rowOf = (label: string, { debtors, bookFen, valuationFen }: Omit<AssetTypeLine, "key">): MemoRow => ({
    cells: [
      label,
      debtors === null ? noValue : formatNumber(debtors),
      money(bookFen),
      money(valuationFen),
      money(valuationFen - bookFen),
      formatRate(bookFen === 0 ? null : valuationFen / bookFen),
    ],
  });
  return [
    captionBlock("asset-types-caption", text.heading),
    tableBlock(
      "asset-types",
      [
        { label: text.type, width: 30 },
        { label: text.debtors, width: 10, numeric: true },
        { label: text.book, width: 16, numeric: true },
        { label: text.valuation, width: 16, numeric: true },
        { label: text.difference, width: 17, numeric: true },
        { label: text.rate, width: 11, numeric: true },
      ],
      [...lines.map((line) => rowOf(nameOf(line, context), line)), { ...rowOf(words.total, total), emphasis: "total" }],
    ),
    noteBlock("asset-types-note", text.note),
  ];
}
