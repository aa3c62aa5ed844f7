import { useState } from "react";
import { useTranslation } from "react-i18next";
import { mostSheetCells, mostSheetIds, type SheetOutcome, type SheetRow } from "../../shared/contract/sheet-channels.ts";
import { showError, showNotice, useMoneyUnit } from "../desk/session-store.ts";
import type { CellRange, GridPlace } from "../ui/grid/typing-cells.ts";
import { typedValue } from "./cell-texts.ts";
import { filledFrom, type LaidCells, laidCells, pastedTexts } from "./laid-cells.ts";
import { idsOfRange, mostCopiedRows, rowsOfRange } from "./rows-of-range.ts";
import type { SheetColumnLook } from "./sheet-columns.ts";
import { valueOf } from "./sheet-values.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";
import type { SheetQuery } from "./use-sheet-rows.ts";

type Cause = "typed" | "pasted" | "filled";

/** Cells of which some can't be written: all of them wait for what the user says. */
export interface WritingQuestion {
  readonly laid: LaidCells;
  readonly cause: Cause;
  readonly refused: SheetOutcome["refused"];
  /** The place of a row in the sheet, from 1 on. */
  readonly rowOf: ReadonlyMap<number, number>;
}

interface CellWritingParts {
  readonly columns: readonly SheetColumnLook[];
  readonly query: SheetQuery | null;
  readonly total: number;
  readonly rowAt: (index: number) => SheetRow | undefined;
  readonly edits: SheetEdits;
}

interface Filling {
  readonly source: CellRange;
  readonly target: CellRange;
  readonly filled: readonly SheetColumnLook[];
  /** Of the source, by row. */
  readonly texts: readonly (readonly string[])[];
  /** Of the target's rows. */
  readonly ids: readonly number[];
}

/** The texts of the source, laid over the rows of the target that aren't its own. */
function laidFill({ source, target, filled, texts, ids }: Filling): Omit<WritingQuestion, "refused"> {
  const wanted = filledFrom(source, target).flatMap((from, index) => {
    const id = ids[index];
    return from === null || id === undefined ? [] : [{ id, row: target.row + index + 1, text: texts[from] ?? [] }];
  });
  const [rowTexts, rowIds] = [wanted.map(({ text }) => text), wanted.map(({ id }) => id)];
  return { laid: laidCells(rowTexts, filled, rowIds), cause: "filled", rowOf: new Map(wanted.map(({ id, row }) => [id, row])) };
}

/** Writes many cells at once: a paste, a fill, an emptying. Where some can't be written, it asks whether to write the others. */
export function useCellWriting({ columns, query, total, rowAt, edits }: CellWritingParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const [question, setQuestion] = useState<WritingQuestion | null>(null);
  const [isWriting, setWriting] = useState(false);

  const write = async (asked: Omit<WritingQuestion, "refused">, skipUnreadable: boolean) => {
    const { laid, cause } = asked;
    const isWhole = laid.beyond + laid.readOnly + laid.masked === 0;
    if (!isWhole && !skipUnreadable) {
      setQuestion({ ...asked, refused: [] });
      return;
    }
    const { changed, refused } = await edits.write(laid.cells, cause, skipUnreadable);
    if (refused.length > 0 && !skipUnreadable) setQuestion({ ...asked, refused });
    else edits.tell(changed);
  };

  const run = async (height: number, width: number, lay: (given: SheetQuery) => Promise<Omit<WritingQuestion, "refused">>) => {
    if (query === null) return;
    if (height > mostSheetIds || height * width > mostSheetCells) {
      showNotice(t("tapeSheet.tooManyCells", { most: mostSheetCells }));
      return;
    }
    setWriting(true);
    try {
      await write(await lay(query), false);
    } catch (failure) {
      showError(failure);
    } finally {
      setWriting(false);
    }
  };

  const lay = async (given: SheetQuery, place: GridPlace, texts: readonly (readonly string[])[], cause: Cause) => {
    const ids = await idsOfRange(given, place.row, Math.min(texts.length, total - place.row), rowAt);
    return { laid: laidCells(texts, columns.slice(place.column), ids), cause, rowOf: new Map(ids.map((id, index) => [id, place.row + index + 1])) };
  };

  return {
    question,
    isWriting,
    giveUp: () => setQuestion(null),
    writeRest: async () => {
      if (question === null) return;
      setQuestion(null);
      setWriting(true);
      try {
        await write(question, true);
      } catch (failure) {
        showError(failure);
      } finally {
        setWriting(false);
      }
    },
    paste: (place: GridPlace, pasted: readonly (readonly string[])[], selected: CellRange | null) => {
      const texts = pastedTexts(pasted, selected);
      const from = texts === pasted || selected === null ? place : selected;
      return run(texts.length, Math.max(...texts.map((row) => row.length)), (given) => lay(given, from, texts, "pasted"));
    },
    clear: (range: CellRange) =>
      run(range.rows, range.columns, (given) => {
        const row = columns.slice(range.column, range.column + range.columns).map(() => "");
        return lay(
          given,
          range,
          Array.from({ length: range.rows }, () => row),
          "typed",
        );
      }),
    fill: (source: CellRange, target: CellRange) =>
      run(source.rows > mostCopiedRows ? Number.POSITIVE_INFINITY : target.rows, target.columns, async (given) => {
        const filled = columns.slice(source.column, source.column + source.columns);
        const rows = await rowsOfRange(given, source.row, source.rows, rowAt);
        const texts = rows.map((row) => filled.map((column) => typedValue(column.key, valueOf(row, column), unit, t)));
        return laidFill({ source, target, filled, texts, ids: await idsOfRange(given, target.row, target.rows, rowAt) });
      }),
  };
}
export type CellWriting = ReturnType<typeof useCellWriting>;
