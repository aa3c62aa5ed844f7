import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DebtorRow } from "../../shared/contract/debtor-channels.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** The model's figures of a debtor, to be held against what is typed; nothing where own ones stand in their place already. */
export function ModelLine({ row: { cases } }: { readonly row: DebtorRow }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { low, high } = cases;
  if (low.isOwn || high.isOwn) return null;
  const text = t("debtors.edit.modelLine", {
    lowGross: formatMoney(low.grossFen, unit),
    lowCosts: formatMoney(low.costsFen, unit),
    lowMonths: formatNumber(low.months, 1),
    highGross: formatMoney(high.grossFen, unit),
    highCosts: formatMoney(high.costsFen, unit),
    highMonths: formatNumber(high.months, 1),
    unit: moneyUnitLabel(unit, language),
  });
  return (
    <Typography variant="body2" sx={{ gridColumn: "1 / -1" }} data-testid="debtor-model-line">
      {text}
    </Typography>
  );
}
