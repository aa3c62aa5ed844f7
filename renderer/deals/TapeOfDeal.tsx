import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import { type TapeUnit, tapeUnits } from "../../shared/domain/tape-units.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { wideField } from "../ui/forms/form-field.ts";

interface TapeOfDealProps {
  readonly fileName: string;
  readonly unit: TapeUnit | null;
  /** What the numbers speak for, where the file states no unit. */
  readonly likelyUnit: TapeUnit | null;
  readonly onUnit: (unit: TapeUnit | null) => void;
}

const noUnit = "none";

/** Says that a new deal comes with its tape, and in which unit its amounts are. */
export function TapeOfDeal({ fileName, unit, likelyUnit, onUnit }: TapeOfDealProps) {
  const { t } = useTranslation();
  return (
    <>
      <Alert severity="info" variant="outlined" sx={{ ...wideField, py: 0, overflowWrap: "anywhere" }} data-testid="deal-tape">
        {t("drop.dealFrom", { fileName })}
      </Alert>
      <ChoiceField
        label={t("drop.unit")}
        value={unit ?? noUnit}
        options={[noUnit, ...tapeUnits]}
        textOf={(option) => (option === noUnit ? t("drop.unitOpen") : t(`tape.unit.${option}`))}
        onChange={(option) => onUnit(option === noUnit ? null : option)}
        testId="deal-unit"
        {...(unit === null && likelyUnit !== null ? { helperText: t("drop.unitLikely", { unit: t(`tape.unit.${likelyUnit}`) }) } : {})}
      />
    </>
  );
}
