import Box from "@mui/material/Box";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** Loans that fail a check of validity, what they claim, and whether that takes them to zero; nothing where no loan fails. */
export const ValidityStrip = memo(function ValidityStrip({ failed }: { readonly failed: PricingResult["validity"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  if (failed.length === 0) return null;
  return (
    <Box
      component="section"
      aria-label={t("pricing.route.failed.title")}
      data-testid="validity-strip"
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
        borderColor: "divider",
        flexShrink: 0,
      }}
    >
      <Box component="span" sx={{ fontWeight: 600 }}>
        {t("pricing.route.failed.titleWithUnit", { unit: moneyUnitLabel(unit, language) })}
      </Box>
      {failed.map(({ check, loans, claimFen, isCounted }) => (
        <Box component="span" key={check} sx={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums", color: isCounted ? "text.primary" : "warning.main" }}>
          {t(isCounted ? "pricing.route.failed.counted" : "pricing.route.failed.ignored", {
            check: t(`pricing.route.failed.${check}`),
            loans: formatNumber(loans),
            claim: formatMoney(claimFen, unit),
          })}
        </Box>
      ))}
    </Box>
  );
});
