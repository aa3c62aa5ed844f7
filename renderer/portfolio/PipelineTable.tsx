import Link from "@mui/material/Link";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { PipelineDeal, Portfolio } from "../../shared/domain/portfolio.ts";
import { formatRate, moneyUnitLabel, noValue } from "../../shared/format.ts";
import { navigate } from "../desk/routes.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { MoneyText } from "../ui/MoneyText.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";

/** Deals at work by what falls due first. */
export function PipelineTable({ portfolio: { pipeline, weightedFen } }: { readonly portfolio: Portfolio }) {
  const { t } = useTranslation();
  const title = t("portfolio.pipeline", { unit: moneyUnitLabel(useMoneyUnit(), useLanguage()) });
  const dueOf = ({ due }: PipelineDeal) =>
    due === null ? t("portfolio.noDue") : `${due.onDay}${due.atTime === null ? "" : ` ${due.atTime}`} ${t(`calendar.kindOf.${due.kind}`)}`;
  return (
    <TitledPanel title={title}>
      <ListTable aria-label={title} data-testid="pipeline">
        <thead>
          <tr>
            {(["name", "stage", "due", "owner"] as const).map((head) => (
              <th scope="col" key={head}>
                {t(`portfolio.${head}`)}
              </th>
            ))}
            {(["price", "weight", "weighted"] as const).map((head) => (
              <th scope="col" className="number" key={head}>
                {t(`portfolio.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pipeline.map((deal) => (
            <tr key={deal.dealId} data-deal={deal.dealId}>
              <th scope="row">
                <Link component="button" onClick={() => navigate({ screen: "workbench", dealId: deal.dealId })}>
                  {deal.name}
                </Link>
              </th>
              <td>{t(`code.dealStage.${deal.stage}`)}</td>
              <td>{dueOf(deal)}</td>
              <td>{deal.owner}</td>
              <td className="number">{deal.priceFen === null ? t("portfolio.noRun") : <MoneyText fen={deal.priceFen} />}</td>
              <td className="number">{formatRate(deal.weight, 0)}</td>
              <td className="number">{deal.weightedFen === null ? "" : <MoneyText fen={deal.weightedFen} />}</td>
            </tr>
          ))}
          {pipeline.length === 0 ? (
            <tr>
              <td colSpan={7}>{t("portfolio.emptyPipeline")}</td>
            </tr>
          ) : (
            <tr data-deal="all">
              <th scope="row" colSpan={6}>
                <b>{t("portfolio.total")}</b>
              </th>
              <td className="number">{pipeline.every(({ priceFen }) => priceFen === null) ? noValue : <MoneyText fen={weightedFen} />}</td>
            </tr>
          )}
        </tbody>
      </ListTable>
      <Typography variant="body2" sx={{ p: 1, color: "text.secondary" }}>
        {t("portfolio.weightNote")}
      </Typography>
    </TitledPanel>
  );
}
