import Box from "@mui/material/Box";
import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { Period } from "./cash-flow-series.ts";

interface PeriodHeadProps {
  readonly title: string;
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** Title of a chart of flows, with the choice of month or quarter. */
export function PeriodHead({ title, period, onChange }: PeriodHeadProps) {
  const { t } = useTranslation();
  return (
    <Box sx={{ display: "flex", alignItems: "center", gap: 1, mb: 0.5 }}>
      <Typography component="h3" sx={{ fontSize: 12, fontWeight: 600, flex: 1 }}>
        {title}
      </Typography>
      <ToggleButtonGroup
        exclusive
        size="small"
        value={period}
        onChange={(_event, next: Period | null) => next && onChange(next)}
        aria-label={t("pricing.flow.period")}
        sx={{ "& .MuiToggleButton-root": { py: 0, px: 1, fontSize: 12, textTransform: "none" } }}
      >
        <ToggleButton value="month">{t("pricing.flow.month")}</ToggleButton>
        <ToggleButton value="quarter">{t("pricing.flow.quarter")}</ToggleButton>
      </ToggleButtonGroup>
    </Box>
  );
}
