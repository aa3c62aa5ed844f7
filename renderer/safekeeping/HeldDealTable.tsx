import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import type { HeldDeal } from "../../shared/domain/held-data.ts";
import { formatDate, formatNumber } from "../../shared/format.ts";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { RetentionField } from "./RetentionField.tsx";

interface HeldDealTableProps {
  readonly deals: readonly HeldDeal[];
  readonly onErase: (deal: HeldDeal) => void;
  readonly onRuns: (deal: HeldDeal) => void;
}

/** Each deal with what it holds, how long it is kept, and the way to erase it; those that are due first. */
export function HeldDealTable({ deals, onErase, onRuns }: HeldDealTableProps) {
  const { t } = useTranslation();
  const notesOf = ({ isArchived, isApproved, isDue }: HeldDeal) =>
    [isArchived && t("erase.archived"), isApproved && t("erase.approved"), isDue && t("erase.due")].filter((note) => note !== false).join(" · ");
  return (
    <ListTable aria-label={t("erase.deals")} data-testid="held-deals">
      <thead>
        <tr>
          <th scope="col">{t("erase.deal")}</th>
          <th scope="col" className="number">
            {t("erase.loans")}
          </th>
          <th scope="col" className="number">
            {t("erase.runs")}
          </th>
          <th scope="col">{t("erase.since")}</th>
          <th scope="col">{t("erase.retainUntil")}</th>
          <th scope="col">{t("backups.state")}</th>
          <th scope="col">{t("backups.actions")}</th>
        </tr>
      </thead>
      <tbody>
        {deals.map((deal) => (
          <tr key={deal.dealId} data-testid={`held-deal-${deal.dealId}`}>
            <th scope="row">{deal.name}</th>
            <td className="number">{formatNumber(deal.loans)}</td>
            <td className="number">{formatNumber(deal.runs)}</td>
            <td>{formatDate(deal.since)}</td>
            <td>
              <RetentionField dealId={deal.dealId} name={deal.name} until={deal.retainUntil} />
            </td>
            <td>{notesOf(deal)}</td>
            <td>
              <Button size="small" color="error" onClick={() => onErase(deal)} data-testid={`erase-deal-${deal.dealId}`}>
                {t("erase.eraseDeal")}
              </Button>
              {deal.runs > 0 && (
                <Button size="small" onClick={() => onRuns(deal)} data-testid={`erase-runs-${deal.dealId}`}>
                  {t("erase.eraseRun")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
