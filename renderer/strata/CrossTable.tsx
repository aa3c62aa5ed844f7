import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import type { StrataCut, StrataFigures, StrataLine, StrataTable } from "../../shared/domain/strata.ts";
import { noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { strataLineText } from "../loans/strata-words.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { strataText } from "./measure-text.ts";
import { stratumButton } from "./stratum-button.ts";

interface CrossTableProps {
  readonly table: StrataTable;
  /** By what it is cut across. */
  readonly columns: StrataCut;
  /** Null: of all rows, of all columns. */
  readonly onOpen: (row: StrataLine | null, column: StrataLine | null) => void;
}

/** A package cut by two fields: one measure where they meet, with its sums. Every figure opens to its loans. */
export function CrossTable({ table, columns, onOpen }: CrossTableProps) {
  const { t } = useTranslation();
  const { rowsBy: rows, measure } = table;
  const unit = useMoneyUnit();
  const roving = useRovingFocus<HTMLTableElement>();
  const open = (row: StrataLine | null, column: StrataLine | null) => () => onOpen(row, column);
  const cell = (figures: StrataFigures | undefined, run: () => void, testId: string) => (
    <FigureButton text={figures === undefined || figures.loans === 0 ? null : strataText(figures, measure, unit)} onOpen={run} testId={testId} />
  );
  return (
    <PlainTable ref={roving} data-testid="strata-table" sx={{ minWidth: "100%" }}>
      <thead>
        <tr>
          <th scope="col">{t("strata.corner", { rows: t(`strata.field.${rows.field}`), columns: t(`strata.field.${columns.field}`) })}</th>
          {table.columns.map((column) => (
            <th scope="col" className="number" key={`${column.member}-${column.rest}`}>
              {strataLineText(columns, column, unit, t)}
            </th>
          ))}
          <th scope="col" className="number">
            {t("strata.total")}
          </th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, down) => (
          <tr key={`${row.member}-${row.rest}`}>
            <th scope="row">{strataLineText(rows, row, unit, t)}</th>
            {table.columns.map((column, across) => (
              <td key={`${column.member}-${column.rest}`}>{cell(table.cells[down]?.[across], open(row, column), `stratum-${down}-${across}`)}</td>
            ))}
            <Box component="td" sx={{ fontWeight: 700 }}>
              {cell(table.rowTotals[down], open(row, null), `stratum-${down}`)}
            </Box>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <Box component="tr" sx={{ "&& > *": { fontWeight: 700 } }} data-testid="strata-total">
          <th scope="row">{t("strata.total")}</th>
          {table.columns.map((column, across) => (
            <td key={`${column.member}-${column.rest}`}>{cell(table.columnTotals[across], open(null, column), `stratum-all-${across}`)}</td>
          ))}
          <td>{strataText(table.total, measure, unit)}</td>
        </Box>
      </tfoot>
    </PlainTable>
  );
}

function FigureButton({ text, onOpen, testId }: { readonly text: string | null; readonly onOpen: () => void; readonly testId: string }) {
  const { t } = useTranslation();
  if (text === null) return noValue;
  return (
    <Box component="button" type="button" title={t("strata.open")} onClick={onOpen} data-testid={testId} sx={stratumButton}>
      {text}
    </Box>
  );
}
