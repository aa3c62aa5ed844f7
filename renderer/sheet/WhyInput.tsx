import { useTranslation } from "react-i18next";
import { DenseInput } from "../ui/fields/DenseInput.tsx";
import { changeSheetLook, useSheetLook } from "./sheet-store.ts";

const mostSigns = 500;

/** Why the edits that follow are made: kept with each of them. */
export function WhyInput({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const why = useSheetLook(dealId, (look) => look.why);
  return (
    <DenseInput
      value={why}
      onChange={(event) => changeSheetLook(dealId, { why: event.target.value })}
      placeholder={t("tapeSheet.why")}
      title={t("tapeSheet.whyHelp")}
      inputProps={{ "aria-label": t("tapeSheet.why"), "data-testid": "sheet-why", maxLength: mostSigns }}
      sx={{ width: 220, minWidth: 80, flexShrink: 1 }}
    />
  );
}
