import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SheetRow } from "../../shared/contract/sheet-channels.ts";
import { call } from "../desk/desk-client.ts";
import { showError, useMoneyUnit } from "../desk/session-store.ts";
import type { TypingGridHandle } from "../ui/grid/TypingGrid.tsx";
import { oneCell, type SelectedCells } from "../ui/grid/use-grid-selection.ts";
import { typedValue } from "./cell-texts.ts";
import { withReplaced } from "./replaced-text.ts";
import { isFigure, type SheetColumnLook } from "./sheet-columns.ts";
import { sheetLookNow } from "./sheet-store.ts";
import { valueOf } from "./sheet-values.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";
import type { SheetQuery } from "./use-sheet-rows.ts";

export interface FindingParts {
  readonly query: SheetQuery | null;
  readonly columns: readonly SheetColumnLook[];
  readonly rowAt: (index: number) => SheetRow | undefined;
  readonly selected: SelectedCells;
  readonly edits: SheetEdits;
  readonly grid: RefObject<TypingGridHandle | null>;
}

interface Hit {
  readonly column: number;
  readonly row: number;
}

/** A text is a part of its cell; a figure, day or code is meant as a whole. */
const isWhole = ({ kind }: SheetColumnLook): boolean => isFigure(kind) || kind === "date" || kind === "code";

/** Goes from one cell that holds a text to the next, and puts another in its place. */
export function useFinding({ query, columns, rowAt, selected, edits }: FindingParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const [text, setText] = useState("");
  const [replacement, setReplacement] = useState("");
  const [isColumnOnly, setColumnOnly] = useState(false);
  const [said, setSaid] = useState("");
  const { place } = selected;
  const here = place === null ? undefined : columns[place.column];
  const searched = (isColumnOnly && here !== undefined ? [here] : columns).filter(({ isOfLoan }) => !isOfLoan);

  const hitFrom = async (given: SheetQuery, row: number, fields: readonly SheetColumnLook[]): Promise<Hit | null> => {
    if (fields.length === 0) return null;
    const hit = await call("sheet.find", { ...given, offset: row, fields: fields.map(({ key }) => key), text, unit });
    const column = columns.findIndex(({ key, isOfLoan }) => key === hit?.field && !isOfLoan);
    return hit === null || column < 0 ? null : { column, row: hit.index };
  };
  const next = async () => {
    if (query === null || text.trim() === "") return;
    try {
      const behind = place === null ? [] : searched.filter((look) => columns.indexOf(look) > place.column);
      const inRow = place === null ? null : await hitFrom(query, place.row, behind);
      const hit = inRow !== null && inRow.row === place?.row ? inRow : await hitFrom(query, place === null ? 0 : place.row + 1, searched);
      if (hit !== null) selected.select(oneCell(hit));
      const isAround = hit !== null && place !== null && (hit.row < place.row || (hit.row === place.row && hit.column <= place.column));
      setSaid(hit === null ? t("tapeSheet.find.nothing") : isAround ? t("tapeSheet.find.around") : "");
    } catch (failure) {
      showError(failure);
    }
  };
  const replaceHere = async () => {
    const row = place === null ? undefined : rowAt(place.row);
    if (row === undefined || here === undefined || here.isOfLoan) return next();
    const typed = typedValue(here.key, valueOf(row, here), unit, t);
    if (!typed.toLowerCase().includes(text.trim().toLowerCase())) return next();
    await edits.type(row, here.key, isWhole(here) ? replacement : withReplaced(typed, text.trim(), replacement));
    return next();
  };
  const replaceAll = async () => {
    if (query === null || text.trim() === "") return;
    const { why } = sheetLookNow(query.dealId);
    const fields = searched.map(({ key }) => key);
    const outcome = await edits.change(() => call("sheet.replace", { ...query, fields, text, replacement, unit, why }));
    if (outcome === undefined) return;
    setSaid(outcome.refused.length === 0 ? "" : t("tapeSheet.find.refused", { count: outcome.refused.length }));
    edits.tell(outcome.changed);
  };
  return { text, setText, replacement, setReplacement, isColumnOnly, setColumnOnly, said, next, replaceHere, replaceAll };
}
