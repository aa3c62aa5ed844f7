import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { FactStrip } from "../ui/FactStrip.tsx";

/** Which gaps were filled by rule, in how many loans, and how much of the base bid lies on those loans. */
export const FillStrip = memo(function FillStrip({ fills }: { readonly fills: PricingResult["fills"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const used = fills.filter((fill) => fill.loans > 0);
  return (
    <FactStrip
      label={t("pricing.fill.title")}
      title={used.length === 0 ? t("pricing.fill.none") : t("pricing.fill.titleWithUnit", { unit: moneyUnitLabel(unit, language) })}
    >
      {used.map(({ rule, loans, allocatedFen }) => (
        <span key={rule}>
          {t("pricing.fill.count", { rule: t(`code.fillRule.${rule}`), loans: formatNumber(loans), amount: formatMoney(allocatedFen, unit) })}
        </span>
      ))}
    </FactStrip>
  );
});
