import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { isAmount, type StrataField, type StrataLine, type StrataTable, strataFields } from "../../shared/domain/strata.ts";
import { formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useRovingFocus } from "../desk/use-roving-focus.ts";
import { strataLineText } from "../loans/strata-words.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { largestLines } from "./largest-lines.ts";
import { strataText } from "./measure-text.ts";
import { stratumName } from "./stratum-button.ts";

interface ConcentrationPanelProps {
  readonly table: StrataTable;
  readonly onField: (field: StrataField) => void;
  readonly onOpen: (row: StrataLine) => void;
}

/** The ten largest strata of a field, what they hold together, and how far the package hangs on few. */
export function ConcentrationPanel({ table, onField, onOpen }: ConcentrationPanelProps) {
  const { t } = useTranslation();
  const { rowsBy: cut, measure } = table;
  const unit = useMoneyUnit();
  const language = useLanguage();
  const roving = useRovingFocus<HTMLTableElement>();
  const figure = t(`strata.measure.${measure}`);
  return (
    <Box component="section" aria-label={t("strata.concentration")} data-testid="concentration" sx={{ minWidth: 0, breakInside: "avoid" }}>
      <Box sx={{ display: "flex", alignItems: "center", gap: 1, mb: 0.5 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {t("strata.concentration")}
        </Typography>
        <ChoiceField
          label={t("strata.by")}
          value={cut.field}
          options={strataFields}
          textOf={(field) => t(`strata.field.${field}`)}
          onChange={onField}
          minWidth={170}
          testId="concentration-field"
        />
      </Box>
      <Typography variant="body2" data-testid="concentration-index" sx={{ mb: 0.5 }}>
        {table.concentration === null
          ? t("strata.noIndex", { measure: figure })
          : t("strata.index", { measure: figure, index: formatNumber(table.concentration), strata: formatNumber(table.strata) })}
      </Typography>
      <PlainTable ref={roving} data-testid="concentration-table" sx={{ width: "100%" }}>
        <thead>
          <tr>
            <th scope="col">{t(`strata.field.${cut.field}`)}</th>
            <th scope="col" className="number">
              {t("strata.measure.loans")}
            </th>
            <th scope="col" className="number">
              {isAmount(measure) ? t("exports.headWithUnit", { head: figure, unit: moneyUnitLabel(unit, language) }) : figure}
            </th>
            <th scope="col" className="number">
              {t("strata.share")}
            </th>
            <th scope="col" className="number">
              {t("strata.together")}
            </th>
          </tr>
        </thead>
        <tbody>
          {largestLines(table).map(({ line, figures, share, together }, at) => (
            <tr key={`${line.member}`}>
              <th scope="row">
                <Box component="button" type="button" title={t("strata.open")} onClick={() => onOpen(line)} data-testid={`largest-${at}`} sx={stratumName}>
                  {strataLineText(cut, line, unit, t)}
                </Box>
              </th>
              <td>{formatNumber(figures.loans)}</td>
              <td>{strataText(figures, measure, unit)}</td>
              <td>{formatRate(share, 1)}</td>
              <td>{formatRate(together, 1)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Box>
  );
}
