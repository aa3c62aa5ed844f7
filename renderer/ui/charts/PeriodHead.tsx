import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { ToggleChoice } from "../fields/ToggleChoice.tsx";
import { type Period, periods } from "./cash-flow-series.ts";

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
      <Typography variant="h4" sx={{ flex: 1 }}>
        {title}
      </Typography>
      <ToggleChoice label={t("pricing.flow.period")} options={periods} value={period} textOf={(one) => t(`pricing.flow.${one}`)} onChange={onChange} flat />
    </Box>
  );
}
