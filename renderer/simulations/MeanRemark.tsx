import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { formatMoneyWithUnit, formatRate } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** How far the mean of the paths is from the base case, and why where sampling doesn't explain it. */
export function MeanRemark({ result: { distribution, meanAgainstPlan } }: { readonly result: SimulationResult }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatMoneyWithUnit(Math.round(fen), unit, language);
  const { plannedFen, differenceFen, differenceShare, isBeyondError, reasons } = meanAgainstPlan;
  const amount = money(Math.abs(differenceFen));
  const rate = formatRate(differenceShare === null ? null : Math.abs(differenceShare));
  // Where nothing that is drawn meets a bound, chance alone passes two standard errors, once in twenty runs.
  const beyond = reasons.length === 0 ? "simulation.mean.chance" : "simulation.mean.beyond";
  return (
    <Typography variant="body2" color="textSecondary" sx={{ px: 1.5, pb: 0.5, maxWidth: 1080 }} data-testid="simulation-mean-remark">
      {t(isBeyondError ? beyond : "simulation.mean.within", {
        planned: money(plannedFen),
        difference: t(differenceFen < 0 ? "simulation.mean.lower" : "simulation.mean.higher", { amount, rate }),
        error: money(distribution.presentValue.standardError),
        reasons: reasons.map((reason) => t(`simulation.mean.reason.${reason}`)).join(t("simulation.mean.join")),
      })}
    </Typography>
  );
}
