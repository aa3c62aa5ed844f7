import { formatDate, formatNumber } from "../../../shared/format.ts";
import { captionBlock, type MemoBlock, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

/** Exceptions of the package that nobody had looked at when it was priced; null where there was none. */
export function unconfirmedLine({ memo: { quality }, words }: MemoContext): string | null {
  return quality === null || quality.open === 0
    ? null
    : fill(words.exceptions.unconfirmed, { open: formatNumber(quality.open), count: formatNumber(quality.count) });
}

/** The exceptions of the package's rows by kind, and why those that were confirmed stay. */
export function exceptionBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, exceptionKinds } = context;
  const { quality } = memo;
  if (quality === null) return [];
  const text = words.exceptions;
  const { kinds, confirmations } = quality;
  const caption = captionBlock("exceptions-caption", text.heading);
  const score = quality.score === null ? words.notStated : formatNumber(quality.score, 1);
  const note = noteBlock("exceptions-note", fill(text.note, { score, count: formatNumber(quality.count), open: formatNumber(quality.open) }));
  if (kinds.length === 0) return [caption, note];
  const counted = tableBlock(
    "exceptions",
    [
      { label: text.kind, width: 60 },
      { label: text.count, width: 20, numeric: true },
      { label: text.open, width: 20, numeric: true },
    ],
    kinds.map(({ kind, count, open }) => ({ cells: [exceptionKinds[kind], formatNumber(count), formatNumber(open)] })),
  );
  if (confirmations.length === 0) return [caption, note, counted];
  return [
    caption,
    note,
    counted,
    captionBlock("confirmations-caption", text.confirmations),
    tableBlock(
      "confirmations",
      [
        { label: text.kind, width: 32 },
        { label: text.covers, width: 20 },
        { label: text.reason, width: 30 },
        { label: text.by, width: 18 },
      ],
      confirmations.map(({ kind, rows, contractNo, reason, author, confirmedAt }) => ({
        cells: [
          exceptionKinds[kind],
          contractNo ?? fill(text.allOf, { n: formatNumber(rows) }),
          reason,
          [author, formatDate(confirmedAt)].filter((part) => part !== "").join(" · "),
        ],
      })),
    ),
  ];
}
