import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Portfolio, PortfolioDue } from "../../shared/domain/portfolio.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** What falls due in all deals and of the company's funding, the earliest first. */
export function DuePanel({ portfolio: { due, untilDay } }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation();
  const title = t("portfolio.calendar", { day: untilDay, unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  const whatOf = ({ kind, dateKind }: PortfolioDue) => (dateKind === null ? t(`portfolio.dueOf.${kind}`) : t(`calendar.kindOf.${dateKind}`));
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="portfolio-due">
        <thead>
          <tr>
            <th scope="col">{t("portfolio.day")}</th>
            <th scope="col">{t("portfolio.what")}</th>
            <th scope="col">{t("portfolio.name")}</th>
            <th scope="col" className="number">
              {t("portfolio.count")}
            </th>
            <th scope="col" className="number">
              {t("portfolio.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {due.map((one) => (
            <tr key={`${one.kind}-${one.dealId}-${one.onDay}-${one.name}-${one.dateKind}`}>
              <th scope="row">{one.onDay}</th>
              <td>{whatOf(one)}</td>
              <td>{one.name}</td>
              <td className="number">{formatNumber(one.count)}</td>
              <td className="number">{one.fen === null ? "" : <MoneyText fen={one.fen} />}</td>
            </tr>
          ))}
          {due.length === 0 && (
            <tr>
              <td colSpan={5}>{t("portfolio.noDays")}</td>
            </tr>
          )}
        </tbody>
      </ListTable>
      <Typography variant="body2" sx={{ p: 1, color: "text.secondary" }}>
        {t("portfolio.noSeizures")}
      </Typography>
    </TitledPanel>
  );
}
