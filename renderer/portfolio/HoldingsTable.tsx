import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Pooled, Portfolio } from "../../shared/domain/portfolio.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { irrText } from "../ui/irr-text.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** Net collections, multiple and rate of return as the latest run expects them. */
function PlanCells({ plan }: { readonly plan: Pooled | null }) {
  const { t } = useTranslation();
  if (plan === null)
    return (
      <td className="number" colSpan={3}>
        {t("portfolio.cannotTell")}
      </td>
    );
  return (
    <>
      <td className="number">
        <MoneyText fen={plan.netFen} />
      </td>
      <td className="number">{plan.multiple === null ? t("portfolio.cannotTell") : formatNumber(plan.multiple, 2)}</td>
      <td className="number">{irrText(plan.irr, t)}</td>
    </>
  );
}

/** What was won, and what it is expected to bring; one without a signed price is no holding. */
export function HoldingsTable({ portfolio: { holdings, held } }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation();
  const title = t("portfolio.holdings", { unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="holdings">
        <thead>
          <tr>
            <th scope="col">{t("portfolio.name")}</th>
            <th scope="col">{t("portfolio.wonOn")}</th>
            {(["signed", "planned", "multiple", "irr", "received"] as const).map((head) => (
              <th scope="col" className="number" key={head}>
                {t(`portfolio.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {holdings.map(({ dealId, name, archived, wonOn, priceFen, plan }) => (
            <tr key={dealId} data-holding={dealId}>
              <th scope="row">{archived ? `${name} (${t("portfolio.archived")})` : name}</th>
              <td>{wonOn}</td>
              <td className="number">{priceFen === null ? t("portfolio.notSigned") : <MoneyText fen={priceFen} />}</td>
              <PlanCells plan={plan} />
              <td className="number">{t("portfolio.cannotTell")}</td>
            </tr>
          ))}
          {holdings.length === 0 && (
            <tr>
              <td colSpan={7}>{t("portfolio.emptyHoldings")}</td>
            </tr>
          )}
          {held !== null && (
            <tr data-holding="all">
              <th scope="row" colSpan={2}>
                <b>{t("portfolio.held")}</b>
              </th>
              <td className="number">
                <MoneyText fen={held.priceFen} />
              </td>
              <PlanCells plan={held} />
              <td className="number">{t("portfolio.cannotTell")}</td>
            </tr>
          )}
        </tbody>
      </ListTable>
      <Typography variant="body2" sx={{ p: 1, color: "text.secondary" }}>
        {t("portfolio.receivedNote")}
      </Typography>
    </TitledPanel>
  );
}
