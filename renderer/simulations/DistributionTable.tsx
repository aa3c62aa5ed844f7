import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { type Distribution, percentiles, type RateSpread, rateEnds, type Spread } from "../../shared/domain/simulation-results.ts";
import { formatMoney, formatRate, moneyUnitLabel, noValue } from "../../shared/format.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { ExportButton } from "../ui/exports/ExportButton.tsx";
import { useTableExport } from "../ui/exports/use-export.ts";
import { PlainTable } from "../ui/tables/PlainTable.tsx";
import { distributionTables } from "./distribution-tables.ts";

interface MeasureRow {
  readonly key: KeyUnder<"simulation.table">;
  readonly spread: Spread | RateSpread | null;
  readonly text: (value: number) => string;
}

/** Mean, spread and percentiles of present value, bid and rate of return. */
export const DistributionTable = memo(function DistributionTable({ distribution }: { readonly distribution: Distribution }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const title = t("simulation.table.title");
  const exporting = useTableExport(title, () => distributionTables(distribution, unit, language, t));
  const money = (fen: number) => formatMoney(fen, unit);
  const rows: readonly MeasureRow[] = [
    { key: "maxBid", spread: distribution.maxBid, text: money },
    { key: "presentValue", spread: distribution.presentValue, text: money },
    { key: "irr", spread: distribution.irr, text: rateText },
  ];
  const heads = [
    t("simulation.table.mean"),
    t("simulation.table.standardDeviation"),
    t("simulation.table.expectedShortfall"),
    ...percentiles.map((percent) => `P${percent}`),
  ];
  return (
    <Box {...exporting.place} sx={{ px: 1.5, pt: 1, overflowX: "auto" }}>
      <Box sx={{ display: "flex", alignItems: "center" }}>
        <Typography variant="h4" component="h3" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <ExportButton exporting={exporting} name={title} testId="distribution-export" icon="small" />
      </Box>
      <PlainTable
        tabIndex={0}
        data-testid="distribution-table"
        aria-label={t("simulation.table.title")}
        sx={{ width: "100%", "& td, & th": { px: 0.5, whiteSpace: "nowrap" } }}
      >
        <thead>
          <tr>
            <th scope="col">{t("simulation.table.moneyIn", { unit: moneyUnitLabel(unit, language) })}</th>
            {heads.map((head) => (
              <th scope="col" className="number" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, spread, text }) => (
            <tr key={key} data-testid={`distribution-${key}`}>
              <th scope="row">{t(`simulation.table.${key}`)}</th>
              {heads.map((head, column) => (
                <td key={head}>{figureText(spread, column, text)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Box>
  );
});

function figureText(spread: MeasureRow["spread"], column: number, text: MeasureRow["text"]): string {
  const figure = spread === null ? null : figuresOf(spread)[column];
  return figure === null || figure === undefined ? noValue : text(figure);
}

function figuresOf(spread: Spread | RateSpread): (number | null)[] {
  return [spread.mean, spread.standardDeviation, spread.expectedShortfall, ...spread.percentiles];
}

/** A rate, or that it lies outside the range in which rates are looked for. */
function rateText(rate: number): string {
  if (rate < rateEnds.low) return `< ${formatRate(rateEnds.low, 0)}`;
  return rate >= rateEnds.high ? `> ${formatRate(rateEnds.high, 0)}` : formatRate(rate);
}
