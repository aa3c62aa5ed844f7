import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { rangeAt } from "../../shared/domain/number-range.ts";
import { type GridAxis, gridAxesSchema } from "../../shared/domain/scenario-results.ts";
import { type ShiftKey, shiftKeys } from "../../shared/domain/shifts.ts";
import { shiftFieldOf } from "../model/shift-fields.ts";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { NoteArea } from "../ui/fields/NoteArea.tsx";
import { NumberInput } from "../ui/fields/NumberInput.tsx";
import { areSound } from "../ui/fields/number-problem.ts";
import type { UnderEdit } from "../ui/fields/unread.ts";

/** Where an axis starts when its driver is chosen anew. */
const usualAxes: Readonly<Record<ShiftKey, GridAxis>> = {
  collateralValueShift: { driver: "collateralValueShift", from: -0.3, to: 0.3, count: 7 },
  clearingProbabilityShift: { driver: "clearingProbabilityShift", from: -0.3, to: 0.3, count: 7 },
  delayMonthsShift: { driver: "delayMonthsShift", from: -6, to: 24, count: 6 },
  cashRecoveryShift: { driver: "cashRecoveryShift", from: -0.5, to: 0.5, count: 5 },
  costsShift: { driver: "costsShift", from: -0.2, to: 0.4, count: 7 },
  hurdleRateShift: { driver: "hurdleRateShift", from: -0.04, to: 0.04, count: 5 },
};

interface AxisFieldsProps {
  readonly place: "across" | "down";
  readonly axis: UnderEdit<GridAxis>;
  readonly isInvalid: boolean;
  readonly onChange: (axis: UnderEdit<GridAxis>) => void;
}

/** Driver, ends and steps of one axis. */
export function AxisFields({ place, axis, isInvalid, onChange }: AxisFieldsProps) {
  const { t } = useTranslation();
  const { kind, unit, range } = shiftFieldOf(axis.driver);
  const countRange = rangeAt(gridAxesSchema, [place, "count"]);
  const isCountSound = areSound([axis.count], countRange);
  const field = (key: "from" | "to" | "count") => (
    <Box sx={{ width: 58 }}>
      <NumberInput
        key={`${axis.driver}.${key}`}
        label={`${t(`sensitivity.grid.${place}`)} ${t(`sensitivity.grid.${key}`)}`}
        value={axis[key]}
        kind={key === "count" ? "count" : kind}
        range={key === "count" ? countRange : range}
        isInvalid={isInvalid && (axis[key] === null || (key !== "count" && areSound([axis.from, axis.to], range) && isCountSound))}
        onChange={(next) => onChange({ ...axis, [key]: next })}
        testId={`grid-${place}-${key}`}
      />
    </Box>
  );
  return (
    <NoteArea isShared>
      <Box sx={{ typography: "body2", display: "flex", alignItems: "center", gap: 0.75 }}>
        <ChoiceField
          label={t(`sensitivity.grid.${place}`)}
          value={axis.driver}
          options={shiftKeys}
          textOf={(driver) => t(`pricing.shift.${driver}`)}
          onChange={(driver) => onChange(usualAxes[driver])}
          width={170}
          testId={`grid-${place}-driver`}
        />
        <span>{t("sensitivity.grid.from")}</span>
        {field("from")}
        <span>{t("sensitivity.grid.to")}</span>
        {field("to")}
        <Box component="span" sx={{ color: "text.secondary" }}>
          {t(unit)}
        </Box>
        <Box component="span" sx={{ ml: 1 }}>
          {t("sensitivity.grid.count")}
        </Box>
        {field("count")}
      </Box>
    </NoteArea>
  );
}
