import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { isAmount, type StrataLine, type StrataTable } from "../../shared/domain/strata.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { strataLineText } from "../loans/strata-words.ts";
import { amountLabels } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { strataOption } from "./strata-option.ts";

interface StrataChartProps {
  readonly table: StrataTable;
  readonly onOpen: (row: StrataLine, column: StrataLine | null) => void;
}

/** The strata as bars; each opens to its loans. */
export function StrataChart({ table, onOpen }: StrataChartProps) {
  const { t } = useTranslation();
  const { rowsBy: rows, columnsBy: columns, measure } = table;
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const figure = t(`strata.measure.${measure}`);
  const title = t("strata.chart", {
    rows: t(`strata.field.${rows.field}`),
    measure: isAmount(measure) ? t("exports.headWithUnit", { head: figure, unit: moneyUnitLabel(unit, language) }) : figure,
  });
  const drawn = useMemo(() => {
    const per = isAmount(measure) ? fenPerUnit[unit] : 1;
    const names = table.rows.map((row) => strataLineText(rows, row, unit, t));
    const series = table.columns.map((column, across) => ({
      name: columns === null ? figure : strataLineText(columns, column, unit, t),
      figures: table.cells.map((cells) => (cells[across]?.[measure] ?? 0) / per),
    }));
    const textOf = (amount: number) => formatNumber(amount, isAmount(measure) ? 2 : 0);
    const labels = isAmount(measure) ? amountLabels(unit, language, 0) : (count: number) => formatNumber(count);
    return {
      option: strataOption({ names, series, textOf, labels, palette }),
      table: {
        head: [t(`strata.field.${rows.field}`), ...series.map(({ name }) => name)],
        rows: names.map((name, at) => [name, ...series.map(({ figures }) => textOf(figures[at] ?? 0))]),
      },
    };
  }, [table, rows, columns, measure, figure, unit, language, palette, t]);
  const pick = (series: number, at: number) => {
    const row = table.rows[at];
    if (row !== undefined) onOpen(row, columns === null ? null : (table.columns[series] ?? null));
  };
  return <EChart caption={title} option={drawn.option} label={title} table={drawn.table} height={260} onPick={pick} />;
}
