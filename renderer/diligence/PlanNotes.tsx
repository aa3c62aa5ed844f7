import Alert from "@mui/material/Alert";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Diligence } from "../../shared/contract/diligence-channels.ts";
import { formatMoneyWithUnit, formatNumber, formatRate } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** What the plan comes to, how far from the best possible it can be, and what it rests on. */
export function PlanNotes({ plan }: { readonly plan: Diligence }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatMoneyWithUnit(fen, unit, language);
  const planned = plan.lines.filter(({ isPlanned }) => isPlanned).length;
  const summary = t("diligence.summary", {
    files: formatNumber(planned),
    hours: formatNumber(plan.plannedHours),
    gain: money(plan.plannedGainFen),
    joint: money(plan.jointGainFen),
    most: money(plan.mostGainFen),
  });
  return (
    <Alert severity="info" icon={false} data-testid="diligence-notes">
      <Typography variant="body1">{summary}</Typography>
      <Typography variant="body2">{t("diligence.rests", { value: money(plan.maxBidFen), price: money(plan.bidPriceFen) })}</Typography>
      <Typography variant="body2">
        {plan.stackedShare === null ? t("diligence.noSimulation") : t("diligence.stacked", { share: formatRate(plan.stackedShare) })}
      </Typography>
    </Alert>
  );
}
