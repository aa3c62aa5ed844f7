import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { type StrataFigures, type StrataLine, type StrataTable, strataMeasures } from "../../shared/domain/strata.ts";
import { formatRate } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { strataLineText } from "../loans/strata-words.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { strataText } from "./measure-text.ts";
import { stratumName } from "./stratum-button.ts";

const measures = ["loans", "debtors", ...strataMeasures.filter((measure) => measure !== "loans" && measure !== "debtors")] as const;
const ratios = ["priceToPrincipal", "priceToClaim"] as const;

interface MeasuresTableProps {
  readonly table: StrataTable;
  readonly onOpen: (row: StrataLine) => void;
}

/** A package cut by one field, with every measure across. */
export function MeasuresTable({ table, onOpen }: MeasuresTableProps) {
  const { t } = useTranslation();
  const { rowsBy: cut } = table;
  const unit = useMoneyUnit();
  const roving = useRovingFocus<HTMLTableElement>();
  return (
    <PlainTable ref={roving} data-testid="strata-table" sx={{ width: "100%" }}>
      <thead>
        <tr>
          <th scope="col">{t(`strata.field.${cut.field}`)}</th>
          {[...measures, ...ratios].map((measure) => (
            <th scope="col" className="number" key={measure}>
              {t(`strata.measure.${measure}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((line, at) => {
          const text = strataLineText(cut, line, unit, t);
          return (
            <tr key={`${line.member}-${line.rest}`}>
              <th scope="row">
                <Box component="button" type="button" title={t("strata.open")} onClick={() => onOpen(line)} data-testid={`stratum-${at}`} sx={stratumName}>
                  {text}
                </Box>
              </th>
              <FigureCells figures={table.rowTotals[at]} />
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <Box component="tr" sx={{ "&& > *": { fontWeight: 700 } }} data-testid="strata-total">
          <th scope="row">{t("strata.total")}</th>
          <FigureCells figures={table.total} />
        </Box>
      </tfoot>
    </PlainTable>
  );
}

function FigureCells({ figures }: { readonly figures: StrataFigures | undefined }) {
  const unit = useMoneyUnit();
  if (figures === undefined) return null;
  return (
    <>
      {measures.map((measure) => (
        <td key={measure}>{strataText(figures, measure, unit)}</td>
      ))}
      {ratios.map((ratio) => (
        <td key={ratio}>{formatRate(figures[ratio])}</td>
      ))}
    </>
  );
}
