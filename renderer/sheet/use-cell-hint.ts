import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SheetRow } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { call } from "../desk/desk-client.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { cellMeasure, cellPadding, headMeasure } from "../ui/grid/grid-look.ts";
import type { GridPlace, TypingCellAt, TypingColumn } from "../ui/grid/typing-cells.ts";
import { cellRefusal } from "./cell-refusal.ts";
import { shownValue } from "./cell-texts.ts";
import type { SheetColumnLook } from "./sheet-columns.ts";
import { useWrittenCells, writtenAt } from "./written-cells.ts";

interface CellHintParts {
  readonly dealId: number;
  readonly list: SheetList;
  readonly columns: readonly SheetColumnLook[];
  readonly gridColumns: readonly TypingColumn[];
  readonly cellAt: TypingCellAt;
  readonly rowAt: (index: number) => SheetRow | undefined;
}

/** What is said of the cell or head under the pointer: its text where it is cut, the seller's value where the desk changed it, why it was refused. */
export function useCellHint({ dealId, list, columns, gridColumns, cellAt, rowAt }: CellHintParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const written = useWrittenCells(dealId);
  const [place, setPlace] = useState<GridPlace | null>(null);
  const [sellers, setSellers] = useState<{ readonly key: string; readonly text: string } | null>(null);
  const column = place === null ? undefined : columns[place.column];
  const row = place === null || place.row < 0 ? undefined : rowAt(place.row);
  const cell = place === null || place.row < 0 ? undefined : cellAt(place.column, place.row);
  const edited = row !== undefined && column !== undefined && cell?.mark === "edited" ? { rowId: row.rowId, field: column.key } : null;
  const key = edited === null ? null : `${list}/${edited.rowId}/${edited.field}/${cell?.text}`;
  useEffect(() => {
    if (edited === null || key === null) return;
    let isWanted = true;
    const { rowId, field } = edited;
    call("sheet.history", { dealId, list, rowId, field }).then(
      ({ sellerValue }) => {
        if (isWanted) setSellers({ key, text: shownValue(field, sellerValue, unit, t) });
      },
      () => undefined, // a hint that can't be had is none
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the cell
  }, [key, dealId, list, unit, t]);
  const head = place === null ? undefined : gridColumns[place.column];
  const room = (head?.width ?? 0) - 2 * cellPadding;
  const whole = place === null || head === undefined ? "" : place.row < 0 ? cut(head.title, headMeasure, room) : cut(cell?.text ?? "", cellMeasure, room);
  const refusal = row === undefined || column === undefined ? null : (writtenAt(written, list, row.rowId, column.key)?.refusal ?? null);
  const sellersWords =
    sellers !== null && sellers.key === key ? t("tapeSheet.sellerHad", { value: sellers.text === "" ? t("tapeSheet.nothing") : sellers.text }) : "";
  const hint = [whole, refusal === null ? "" : cellRefusal(refusal, t), sellersWords, cell?.mark === "added" ? t("tapeSheet.mark.added") : ""]
    .filter(Boolean)
    .join("\n");
  return { hint, onHover: setPlace };
}

const cut = (text: string, measure: (text: string) => number, room: number): string => (measure(text) > room ? text : "");
