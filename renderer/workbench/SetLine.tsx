import Box from "@mui/material/Box";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../desk/session-store.ts";
import { useOrigin } from "../model/use-origin.ts";
import { useWorkbench } from "../model/use-workbench.ts";

/** Names the set of assumptions that the deal started from, its date, and whether it was edited since. */
export function SetLine() {
  const { t } = useTranslation();
  const language = useLanguage();
  const set = useOrigin();
  // Said a moment after the bid is painted.
  const draft = useDeferredValue(useWorkbench((state) => state.draft));
  if (set === null || draft === null) return null;
  const isEdited = JSON.stringify([draft.assumptions, draft.cases]) !== JSON.stringify([set.assumptions, set.cases]);
  return (
    <Box data-testid="assumption-set" sx={{ typography: "fine", color: "text.secondary", px: 1.5, pb: 0.5 }}>
      {t("setOfDeal.line", { name: language === "zh" ? set.nameZh : set.nameEn, asOf: set.asOf })}
      {isEdited ? ` · ${t("setOfDeal.edited")}` : null}
    </Box>
  );
}
