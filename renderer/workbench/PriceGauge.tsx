import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { MarketAverage } from "../../shared/contract/market-channels.ts";
import type { PriceMeasures } from "../../shared/domain/pricing-results.ts";
import { formatRate } from "../../shared/format.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { useLanguage } from "../desk/session-store.ts";

interface PriceGaugeProps {
  readonly measures: PriceMeasures | null;
  readonly average: MarketAverage | null;
}

const scaleSteps = [0.25, 0.5, 1, 2];

/** Our price by the balance that the market's average is of. One of an unknown balance is told and not compared. */
export const PriceGauge = memo(function PriceGauge({ measures, average }: PriceGaugeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const base = average?.base === "claim" ? "claim" : "principal";
  const ours = (base === "claim" ? measures?.priceToClaim : measures?.priceToPrincipal) ?? null;
  const isComparable = average !== null && average.base !== "notStated";
  const reference =
    average === null
      ? t("pricing.gauge.noAverage")
      : t(average.isUpperBound ? "pricing.gauge.below" : "pricing.gauge.average", { ratio: formatRate(average.ratio, 1), period: average.period });
  return (
    <Box sx={{ px: 1.5, py: 0.75 }} data-testid="price-gauge">
      <Box sx={{ typography: "body2", display: "flex", flexWrap: "wrap", columnGap: 2, alignItems: "baseline" }}>
        <Typography variant="h4">{t(`pricing.gauge.titleOf.${base}`)}</Typography>
        <Box component="span" sx={{ color: "primary.main", fontWeight: 700, fontVariantNumeric: "tabular-nums" }}>
          {ours === 0 ? t("bidRemark.none") : t("pricing.gauge.ours", { ratio: formatRate(ours) })}
        </Box>
        <Tooltip
          describeChild
          title={average === null ? "" : t("pricing.gauge.source", { source: inOneLanguage(average.source, language), asOf: average.asOf })}
        >
          <Box component="span" sx={{ color: isComparable ? "warning.main" : "text.secondary" }}>
            {reference}
            {average === null || isComparable ? null : t("pricing.gauge.notComparable")}
          </Box>
        </Tooltip>
      </Box>
      {isComparable ? <Scale ours={ours} average={average} /> : null}
    </Box>
  );
});

/** Both ratios on one line that ends at a round share. */
function Scale({ ours, average: { ratio, isUpperBound } }: { readonly ours: number | null; readonly average: MarketAverage }) {
  const largest = Math.max(ours ?? 0, ratio);
  const end = scaleSteps.find((step) => step >= largest * 1.05) ?? largest;
  const place = (share: number) => `${Math.min(100, (share / end) * 100)}%`;
  return (
    <>
      <Box aria-hidden sx={{ position: "relative", height: 14, mt: 0.75, borderRadius: 0.5, bgcolor: "action.hover", border: 1, borderColor: "divider" }}>
        <Box
          sx={{
            position: "absolute",
            inset: 0,
            right: "auto",
            width: isUpperBound ? place(ratio) : "2px",
            left: isUpperBound ? 0 : place(ratio),
            bgcolor: "warning.light",
            opacity: 0.45,
            borderRight: 2,
            borderColor: "warning.main",
          }}
        />
        {ours === null ? null : (
          <Box
            style={{ left: place(ours) }}
            sx={{ position: "absolute", top: -3, bottom: -3, width: 4, ml: "-2px", borderRadius: 0.5, bgcolor: "primary.main" }}
          />
        )}
      </Box>
      <Box sx={{ typography: "fine", display: "flex", justifyContent: "space-between", color: "text.secondary", fontVariantNumeric: "tabular-nums", mt: 0.25 }}>
        {[0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => (
          <span key={part}>{formatRate(part * end, 0)}</span>
        ))}
      </Box>
    </>
  );
}
