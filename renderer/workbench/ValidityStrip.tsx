import Box from "@mui/material/Box";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { FactStrip } from "../ui/FactStrip.tsx";

/** Loans that fail a check of validity, what they claim, and whether that takes them to zero; nothing where no loan fails. */
export const ValidityStrip = memo(function ValidityStrip({ failed }: { readonly failed: PricingResult["validity"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  if (failed.length === 0) return null;
  return (
    <FactStrip
      label={t("pricing.route.failed.title")}
      title={t("pricing.route.failed.titleWithUnit", { unit: moneyUnitLabel(unit, language) })}
      testId="validity-strip"
    >
      {failed.map(({ check, loans, claimFen, isCounted }) => (
        <Box component="span" key={check} sx={{ color: isCounted ? "text.primary" : "warning.main" }}>
          {t(isCounted ? "pricing.route.failed.counted" : "pricing.route.failed.ignored", {
            check: t(`pricing.route.failed.${check}`),
            loans: formatNumber(loans),
            claim: formatMoney(claimFen, unit),
          })}
        </Box>
      ))}
    </FactStrip>
  );
});
