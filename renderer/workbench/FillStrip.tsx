import Box from "@mui/material/Box";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** Which gaps were filled by rule, in how many loans, and how much of the base bid lies on those loans. */
export const FillStrip = memo(function FillStrip({ fills }: { readonly fills: PricingResult["fills"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const used = fills.filter((fill) => fill.loans > 0);
  return (
    <Box
      component="section"
      aria-label={t("pricing.fill.title")}
      sx={{
        display: "flex",
        flexWrap: "wrap",
        alignItems: "center",
        columnGap: 2,
        rowGap: 0.25,
        px: 1.5,
        py: 0.625,
        fontSize: 12,
        borderTop: 1,
        borderBottom: 1,
        borderColor: "divider",
        maxHeight: 72,
        overflow: "auto",
        flexShrink: 0,
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        {used.length === 0 ? t("pricing.fill.none") : t("pricing.fill.titleWithUnit", { unit: moneyUnitLabel(unit, language) })}
      </Box>
      {used.map((fill) => (
        <Box component="span" key={fill.rule} sx={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }}>
          {t("pricing.fill.count", { rule: t(`code.fillRule.${fill.rule}`), loans: formatNumber(fill.loans), amount: formatMoney(fill.allocatedFen, unit) })}
        </Box>
      ))}
    </Box>
  );
});
