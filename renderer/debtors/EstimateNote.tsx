import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { type Control, useWatch } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { useWorkbench } from "../model/use-workbench.ts";
import type { EntryFields } from "./entry-form.ts";

/** What the estimates do, what of them does nothing (a weight without both cases, a month beyond the horizon), and a doubt where the cases stand the wrong way round. */
export function EstimateNote({ control }: { readonly control: Control<EntryFields, unknown, EntryFields> }) {
  const { t } = useTranslation();
  const horizon = useWorkbench((state) => state.model?.assumptions.horizonMonths);
  const [low, high, ...months] = useWatch({ control, name: ["low_grossFen", "high_grossFen", "low_months", "high_months"] });
  const [lowCosts, highCosts] = useWatch({ control, name: ["low_costsFen", "high_costsFen"] });
  const isSwapped = low !== null && high !== null && low - (lowCosts ?? 0) > high - (highCosts ?? 0);
  const isLate = horizon !== undefined && months.some((month) => typeof month === "number" && month > horizon);
  return (
    <Typography variant="body2" component="div" sx={{ gridColumn: "1 / -1" }}>
      {`${t("debtors.edit.hint")} ${t(low === null || high === null ? "debtors.edit.weightUnused" : "debtors.edit.weightHint")}`}
      {isSwapped ? (
        <Box role="status" data-testid="low-above-high" sx={{ color: "warning.main" }}>
          {t("debtors.edit.lowAboveHigh")}
        </Box>
      ) : null}
      {isLate ? (
        <Box role="status" data-testid="debtor-late" sx={{ color: "warning.main" }}>
          {t("debtors.edit.late", { horizon })}
        </Box>
      ) : null}
    </Typography>
  );
}
