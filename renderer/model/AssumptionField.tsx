import InputBase from "@mui/material/InputBase";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type EditPath, pathKey } from "./edit-path.ts";
import { useEditedNumber } from "./edit-scope.ts";
import { type NumberKind, numberOfText, textOfNumber } from "./number-text.ts";

interface AssumptionFieldProps {
  readonly path: EditPath;
  readonly kind: NumberKind;
  readonly label: string;
  /** An empty field means "none" where the schema allows null. */
  readonly nullable?: boolean;
  readonly width?: number | string;
  readonly testId?: string;
}

/** One number of the model, typed in its own unit. Keeps the text as typed while it has the focus. */
export function AssumptionField({ path, kind, label, nullable = false, width = 64, testId }: AssumptionFieldProps) {
  const { t } = useTranslation();
  const { stored, isInvalid, readOnly, edit } = useEditedNumber(path);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? textOfNumber(stored, kind);
  return (
    <InputBase
      value={text}
      readOnly={readOnly}
      error={isInvalid}
      title={isInvalid ? t("pricing.field.invalid") : undefined}
      placeholder={nullable ? t("pricing.field.none") : undefined}
      onFocus={(event) => {
        setTyped(text);
        event.target.select();
      }}
      onBlur={() => setTyped((current) => (isInvalid ? current : null))}
      onChange={(event) => {
        setTyped(event.target.value);
        edit(nullable && event.target.value.trim() === "" ? null : numberOfText(event.target.value, kind));
      }}
      inputProps={{ "aria-label": label, "aria-invalid": isInvalid, inputMode: "decimal", "data-testid": testId, "data-path": pathKey(path) }}
      sx={{
        width,
        height: 24,
        fontSize: 12.5,
        borderRadius: 0.5,
        border: 1,
        borderColor: isInvalid ? "error.main" : "divider",
        bgcolor: isInvalid ? "error.light" : readOnly ? "action.hover" : "background.paper",
        ...(isInvalid ? { "& input": { color: "error.contrastText" } } : {}),
        "&:hover": { borderColor: isInvalid ? "error.main" : "text.secondary" },
        "&.Mui-focused": {
          borderColor: isInvalid ? "error.main" : "primary.main",
          boxShadow: (theme) => `0 0 0 1px ${isInvalid ? theme.palette.error.main : theme.palette.primary.main}`,
        },
        "& input": { p: "0 5px", textAlign: "right", fontVariantNumeric: "tabular-nums" },
      }}
    />
  );
}
