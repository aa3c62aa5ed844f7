import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import { formatMoney, formatNumber, formatStatedRate, moneyUnitLabel } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { saySelection, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { CellRange } from "../ui/grid/typing-cells.ts";
import { isFigure, type SheetColumnLook } from "./sheet-columns.ts";
import type { SheetQuery } from "./use-sheet-rows.ts";

interface SelectedFigureParts {
  readonly columns: readonly SheetColumnLook[];
  readonly query: SheetQuery | null;
  readonly range: CellRange | null;
  /** Another one once rows were read anew. */
  readonly reading: unknown;
}

type Figures = ChannelOutput<"sheet.figures">["figures"];

/** Says at the foot of the window how many cells are selected and what their numbers come to, however many rows that takes. */
export function useSelectedFigures({ columns, query, range, reading }: SelectedFigureParts): void {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const [read, setRead] = useState<{ readonly range: CellRange | null; readonly figures: Figures }>({ range: null, figures: [] });
  const chosen = range === null ? [] : columns.slice(range.column, range.column + range.columns).filter(({ kind }) => isFigure(kind));
  const cells = range === null ? 0 : range.rows * range.columns;
  // Amounts and days don't add up.
  const kind = chosen.every((column) => column.kind === chosen[0]?.kind) ? (chosen[0]?.kind ?? null) : null;
  const wanted = cells > 1 && kind !== null ? chosen.map(({ key }) => key).join(" ") : "";
  useEffect(() => {
    if (wanted === "" || query === null || range === null) return;
    let isWanted = true;
    const fields = chosen.map(({ key }) => key);
    call("sheet.figures", { ...query, offset: range.row, limit: range.rows, fields }).then(
      ({ figures }) => isWanted && setRead({ range, figures }),
      () => undefined, // the bar stays with the count
    );
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the names of the fields stand for them
  }, [wanted, query, range, reading]);
  const figures = wanted !== "" && read.range === range ? read.figures : [];
  const sum = figures.reduce((total, one) => total + (one.sum ?? 0), 0);
  const filled = figures.reduce((total, one) => total + one.filled, 0);
  const words = (value: number) => {
    if (kind === "amount") return formatMoney(Math.round(value), unit);
    return kind === "share" ? formatStatedRate(value) : formatNumber(value, 1);
  };
  const text =
    cells < 2
      ? null
      : filled === 0
        ? t("action.selectedCount", { cells: formatNumber(cells) })
        : t("action.selectedSum", { cells: formatNumber(cells), sum: words(sum), average: words(sum / filled), unit: kind === "amount" ? unitName : "" });
  useEffect(() => saySelection(text), [text]);
  useEffect(() => () => saySelection(null), []);
}
