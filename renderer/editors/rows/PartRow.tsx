import CloseIcon from "@mui/icons-material/Close";
import Box from "@mui/material/Box";
import IconButton from "@mui/material/IconButton";
import { useTranslation } from "react-i18next";
import { AssumptionField } from "../../model/AssumptionField.tsx";
import { type EditPath, pathKey } from "../../model/edit-path.ts";
import { useIsRowShown } from "../../model/field-rows.ts";
import { NoteArea } from "../../ui/fields/NoteArea.tsx";
import { UnitText } from "../../ui/fields/UnitText.tsx";

/** Name, share, %, months, their unit, remove. */
export const partColumns = "minmax(0, 1fr) 58px 16px 46px 20px 22px";

interface PartRowProps {
  readonly path: EditPath;
  /** Counted from one. */
  readonly number: number;
  readonly shareLabel: string;
  readonly testIdOf: (field: "share" | "months") => string;
  /** Null: this part has to stay. */
  readonly onRemove: (() => void) | null;
}

/** One part of a payment: its share and when it is paid. */
export function PartRow({ path, number, shareLabel, testIdOf, onRemove }: PartRowProps) {
  const { t } = useTranslation();
  const name = t("financing.field.part", { number });
  const isShown = useIsRowShown([
    { path: [...path, "share"], label: `${name} ${shareLabel}` },
    { path: [...path, "monthsAfterClosing"], label: `${name} ${t("financing.field.monthsAfterClosing")}` },
  ]);
  if (!isShown) return null;
  return (
    <NoteArea isShared>
      <Box data-assumption={pathKey(path)} sx={{ display: "grid", gridTemplateColumns: partColumns, alignItems: "center", columnGap: 0.5, minHeight: 27 }}>
        <span>{name}</span>
        <AssumptionField path={[...path, "share"]} kind="percent" label={`${name} ${shareLabel}`} testId={testIdOf("share")} />
        <UnitText>%</UnitText>
        <AssumptionField
          path={[...path, "monthsAfterClosing"]}
          kind="months"
          label={`${name} ${t("financing.field.monthsAfterClosing")}`}
          testId={testIdOf("months")}
        />
        <UnitText>{t("pricing.unit.month")}</UnitText>
        {onRemove === null ? null : (
          <IconButton aria-label={t("financing.field.removePart", { number })} onClick={onRemove} sx={{ p: 0.25 }}>
            <CloseIcon fontSize="tiny" />
          </IconButton>
        )}
      </Box>
    </NoteArea>
  );
}
