import { useTranslation } from "react-i18next";
import { DayField } from "../ui/fields/DayField.tsx";
import { type Entered, isUnread } from "../ui/fields/unread.ts";

interface CutOffFieldProps {
  readonly value: Entered<string>;
  /** What the file and the deal say. */
  readonly statedInFile: string | null;
  readonly ofDeal: string | null;
  readonly onChange: (cutOffDate: Entered<string>) => void;
}

/** The date of the balances, and who states it. */
export function CutOffField({ value, statedInFile, ofDeal, onChange }: CutOffFieldProps) {
  const { t } = useTranslation();
  const isMissing = value === null;
  const source = value === statedInFile ? "pricing.tape.statedInFile" : value === ofDeal ? "pricing.tape.fromDeal" : "pricing.tape.enteredByHand";
  const differs = ofDeal !== null && !isMissing && !isUnread(value) && value !== ofDeal;
  return (
    <DayField
      label={t("pricing.tape.cutOff")}
      value={value}
      onChange={onChange}
      error={isMissing ? t("pricing.tape.mustEnter") : undefined}
      helperText={differs ? t("pricing.tape.cutOffDiffers", { date: ofDeal }) : t(source)}
      isWarning={differs}
      width={200}
      testId="cut-off-date"
    />
  );
}
