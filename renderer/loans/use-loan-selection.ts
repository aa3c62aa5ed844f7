import { CompactSelection, type GridSelection } from "@glideapps/glide-data-grid";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCommand } from "../desk/commands.ts";
import { saySelection, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { copyText } from "./copy-text.ts";
import type { LoanColumn } from "./loan-columns.ts";
import { selectedFigures } from "./selected-figures.ts";

interface LoanSelectionParts {
  readonly columns: readonly LoanColumn[];
  readonly rowAt: (index: number) => LoanRow | undefined;
  /** Has the rows read that are selected and out of view. */
  readonly onNeed: (first: number, last: number) => void;
}

const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
/** More are not read for a sum. */
const mostRows = 20_000;

/** The cells that are selected: what they come to is said at the foot of the window, and they are copied with their heads. */
export function useLoanSelection({ columns, rowAt, onNeed }: LoanSelectionParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const [selection, setSelection] = useState(nothing);
  const range = selection.current?.range;
  const [x, y, width, height] = [range?.x ?? 0, range?.y ?? 0, range?.width ?? 0, range?.height ?? 0];
  const isSeveral = width * height > 1 && height <= mostRows;
  const chosen = columns.slice(x, x + width);
  const rows = isSeveral ? Array.from({ length: height }, (_, index) => rowAt(y + index)) : [];
  const read = rows.filter((row) => row !== undefined);
  const isRead = isSeveral && read.length === height;
  useEffect(() => {
    if (isSeveral && !isRead) onNeed(y, y + height - 1);
  }, [isSeveral, isRead, onNeed, y, height]);
  const figures = isRead ? selectedFigures(chosen, read, unit) : null;
  const text =
    figures === null
      ? null
      : figures.sum === null
        ? t("action.selectedCount", { cells: figures.cells })
        : t("action.selectedSum", {
            cells: figures.cells,
            sum: figures.sum,
            average: figures.average ?? "",
            unit: chosen.some(({ isMoney }) => isMoney) ? unitName : "",
          });
  useEffect(() => saySelection(text), [text]);
  useEffect(() => () => saySelection(null), []);
  const copy = () => {
    const lines = read.map((row) => chosen.map((column) => column.text(row, unit, t)).join("\t"));
    copyText([chosen.map(({ key }) => t(`pricing.loans.${key}`)).join("\t"), ...lines].join("\n"));
    showNotice(t("action.copied", { rows: read.length }));
  };
  useCommand("copyWithHeads", copy, isRead);
  return { gridSelection: selection, onGridSelectionChange: setSelection };
}
