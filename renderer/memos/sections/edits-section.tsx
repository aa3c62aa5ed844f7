import type { Memo } from "../../../shared/domain/memo.ts";
import { fieldRecord, type TapeField } from "../../../shared/domain/tape-fields.ts";
import { formatNumber, formatRate } from "../../../shared/format.ts";
import { maskIdentifier } from "../../../shared/masked-identifier.ts";
import { captionBlock, type MemoBlock, noteBlock, tableBlock } from "../blocks/memo-blocks.tsx";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

type Value = NonNullable<Memo["edits"]>["cells"][number]["old"];

/** A value of the tape as the memo prints it. */
function printed({ words, codes, money }: MemoContext, field: TapeField, value: Value): string {
  if (value === null) return words.notStated;
  const { kind } = fieldRecord(field);
  if (typeof value === "number") return kind === "amount" ? money(value) : kind === "share" ? formatRate(value) : String(value);
  if (kind !== "code") return field === "debtorId" ? maskIdentifier(value) : value;
  const known: Readonly<Record<string, unknown>> = codes;
  const table = known[field];
  const word = typeof table === "object" && table !== null && value in table ? (table as Readonly<Record<string, string>>)[value] : undefined;
  return word ?? value;
}

/** What the desk changed in the package's rows, so that nobody takes its values for the seller's. */
export function editsBlocks(context: MemoContext): MemoBlock[] {
  const { memo, words, tapeWord } = context;
  const { edits } = memo;
  if (edits === null) return [];
  const text = words.edits;
  const number = (value: number) => formatNumber(value);
  const counts = { values: number(edits.values), added: number(edits.addedRows), removed: number(edits.removedRows) };
  const note = noteBlock("edits-note", fill(text.note, counts));
  if (edits.cells.length === 0) return [captionBlock("edits-caption", text.heading), note];
  const more = edits.values - edits.cells.length;
  return [
    captionBlock("edits-caption", text.heading),
    note,
    tableBlock(
      "edits",
      [
        { label: text.contract, width: 24 },
        { label: text.field, width: 18 },
        { label: text.seller, width: 20 },
        { label: text.present, width: 20 },
        { label: text.reason, width: 18 },
      ],
      edits.cells.map(({ contractNo, field, old, new: present, author, why }) => ({
        cells: [
          contractNo,
          tapeWord("field", field, ""),
          printed(context, field, old),
          printed(context, field, present),
          [why, author].filter((part) => part !== "").join(" · "),
        ],
      })),
    ),
    ...(more > 0 ? [noteBlock("edits-more", fill(text.more, { n: number(more) }))] : []),
  ];
}
