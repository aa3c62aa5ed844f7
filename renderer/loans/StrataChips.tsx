import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useTranslation } from "react-i18next";
import { useMoneyUnit } from "../desk/session-store.ts";
import { chooseStrata, useChosenStrata } from "./loan-strata.ts";
import { strataLineText } from "./strata-words.ts";

/** By what strata the loans are narrowed; each is taken off by its cross, or by Delete where it has the focus. */
export function StrataChips() {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const chosen = useChosenStrata();
  if (chosen.length === 0) return null;
  return (
    <Box role="group" aria-label={t("strata.chosen")} data-testid="strata-chips" sx={{ display: "flex", flexWrap: "wrap", gap: 0.5, px: 1.5, pb: 0.5 }}>
      {chosen.map((one) => {
        const text = t("strata.chip", { field: t(`strata.field.${one.filter.field}`), stratum: strataLineText(one.filter, one.line, unit, t) });
        return (
          <Chip
            key={one.filter.field}
            size="small"
            label={text}
            title={t("strata.takeOff")}
            onDelete={() => chooseStrata(chosen.filter((other) => other !== one))}
            onClick={() => chooseStrata(chosen.filter((other) => other !== one))}
            data-testid={`strata-chip-${one.filter.field}`}
          />
        );
      })}
    </Box>
  );
}
