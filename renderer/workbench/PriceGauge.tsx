import Box from "@mui/material/Box";
import Tooltip from "@mui/material/Tooltip";
import Typography from "@mui/material/Typography";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { MarketAverage } from "../../shared/contract/market-channels.ts";
import { formatRate } from "../../shared/format.ts";

interface PriceGaugeProps {
  readonly priceToPrincipal: number | null;
  readonly average: MarketAverage | null;
}

const scaleSteps = [0.25, 0.5, 1, 2];

/** Our price ÷ principal on one scale with the market's reported average for this kind of deal. */
export const PriceGauge = memo(function PriceGauge({ priceToPrincipal, average }: PriceGaugeProps) {
  const { t } = useTranslation();
  const reference =
    average === null
      ? t("pricing.gauge.noAverage")
      : t(average.isUpperBound ? "pricing.gauge.below" : "pricing.gauge.average", { ratio: formatRate(average.ratio, 1), period: average.period });
  return (
    <Box sx={{ px: 1.5, py: 0.75 }}>
      <Box sx={{ typography: "body2", display: "flex", flexWrap: "wrap", columnGap: 2, alignItems: "baseline" }}>
        <Typography variant="h4">{t("pricing.gauge.title")}</Typography>
        <Box component="span" sx={{ color: "primary.main", fontWeight: 700, fontVariantNumeric: "tabular-nums" }}>
          {priceToPrincipal === 0 ? t("bidRemark.none") : t("pricing.gauge.ours", { ratio: formatRate(priceToPrincipal) })}
        </Box>
        <Tooltip title={average === null ? "" : t("pricing.gauge.source", { source: average.source, asOf: average.asOf })}>
          <Box component="span" sx={{ color: average === null ? "text.secondary" : "warning.dark" }}>
            {reference}
            {average === null ? null : ` · ${t("pricing.gauge.baseText", { base: t(`code.marketBase.${average.base}`) })}`}
          </Box>
        </Tooltip>
      </Box>
      <Scale priceToPrincipal={priceToPrincipal} average={average} />
    </Box>
  );
});

/** Both ratios on one line that ends at a round share. */
function Scale({ priceToPrincipal, average }: PriceGaugeProps) {
  const largest = Math.max(priceToPrincipal ?? 0, average?.ratio ?? 0);
  const end = scaleSteps.find((step) => step >= largest * 1.05) ?? largest;
  const place = (ratio: number) => `${Math.min(100, (ratio / end) * 100)}%`;
  return (
    <>
      <Box aria-hidden sx={{ position: "relative", height: 14, mt: 0.75, borderRadius: 0.5, bgcolor: "action.hover", border: 1, borderColor: "divider" }}>
        {average === null ? null : (
          <Box
            sx={{
              position: "absolute",
              inset: 0,
              right: "auto",
              width: average.isUpperBound ? place(average.ratio) : "2px",
              left: average.isUpperBound ? 0 : place(average.ratio),
              bgcolor: "warning.light",
              opacity: 0.45,
              borderRight: 2,
              borderColor: "warning.main",
            }}
          />
        )}
        {priceToPrincipal === null ? null : (
          <Box
            style={{ left: place(priceToPrincipal) }}
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
