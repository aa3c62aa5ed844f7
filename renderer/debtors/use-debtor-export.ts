import { useTranslation } from "react-i18next";
import type { DebtorRow, DebtorView } from "../../shared/contract/debtor-channels.ts";
import type { ExportCell, ExportTable } from "../../shared/domain/export-tables.ts";
import { noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { type Exporting, useListExport, useSaveTables } from "../ui/exports/use-export.ts";
import { type DebtorColumn, debtorColumnLabel } from "./debtor-columns.ts";
import { readSheetLines } from "./read-debtors.ts";
import { useDebtorColumns } from "./use-debtor-columns.ts";

/** Lines that the page hands over in one table; more go on in the next. */
const rowsPerTable = 20_000;

/** Exports the debtors that the sheet finds, in its order and its columns; identifiers masked unless they are uncovered. */
export function useDebtorExport(dealId: number, view: DebtorView, isRevealed: boolean): Exporting {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const columns = useDebtorColumns();
  const saveTables = useSaveTables();
  const cellOf = (row: DebtorRow, { value, text }: DebtorColumn): ExportCell => {
    if (value !== undefined) return value(row);
    const shown = text(row, { unit, t, isRevealed });
    return shown === noValue ? null : shown;
  };
  return useListExport(t("debtors.title"), async (fileName) => {
    const { rows } = await readSheetLines(dealId, view, Number.POSITIVE_INFINITY);
    const plain = columns.map((column) => ({
      head: debtorColumnLabel(column, t),
      kind: column.isMoney ? ("money" as const) : column.value === undefined ? ("text" as const) : ("number" as const),
    }));
    const tables: ExportTable[] = [];
    for (let from = 0; from < Math.max(1, rows.length); from += rowsPerTable)
      tables.push({
        name: t("debtors.title"),
        columns: plain,
        rows: rows.slice(from, from + rowsPerTable).map((row) => columns.map((column) => cellOf(row, column))),
      });
    return saveTables(fileName, tables);
  });
}
