import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DebtorMatch } from "../../shared/domain/portfolio.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** Debtors with one identifier in several packages, for the desk to confirm. */
export function MatchTable({ matches }: { readonly matches: readonly DebtorMatch[] }) {
  const { t } = useTranslation();
  const title = t("portfolio.matches", { unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  const say = (key: string, isSame: boolean) => void call("portfolio.match", { key, isSame }).catch(showError);
  const stateOf = ({ isSame }: DebtorMatch) => t(isSame === null ? "portfolio.unconfirmed" : isSame ? "portfolio.same" : "portfolio.different");
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="matches">
        <thead>
          <tr>
            <th scope="col">{t("portfolio.kindOf.debtor")}</th>
            <th scope="col">{t("portfolio.where")}</th>
            <th scope="col" className="number">
              {t("portfolio.amountOf.debtor")}
            </th>
            <th scope="col">{t("portfolio.state")}</th>
          </tr>
        </thead>
        <tbody>
          {matches.map((match) => (
            <tr key={match.key} data-match={match.key}>
              <th scope="row">{match.name}</th>
              <td>{match.deals.map(({ name, debtorName }) => (debtorName === match.name ? name : `${name}: ${debtorName}`)).join("; ")}</td>
              <td className="number">
                <MoneyText fen={match.fen} />
              </td>
              <td>
                <span data-testid="match-state">{stateOf(match)}</span>
                <Button size="small" sx={{ ml: 1 }} disabled={match.isSame === true} onClick={() => say(match.key, true)} data-testid="match-same">
                  {t("portfolio.same")}
                </Button>
                <Button size="small" disabled={match.isSame === false} onClick={() => say(match.key, false)} data-testid="match-different">
                  {t("portfolio.different")}
                </Button>
              </td>
            </tr>
          ))}
          {matches.length === 0 && (
            <tr>
              <td colSpan={4}>{t("portfolio.noMatches")}</td>
            </tr>
          )}
        </tbody>
      </ListTable>
      <Typography variant="body2" sx={{ p: 1, color: "text.secondary" }}>
        {t("portfolio.matchNote")}
      </Typography>
    </TitledPanel>
  );
}
