import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { formatMoney, moneyUnitLabel, parseMoney } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

interface MoneyFieldProps {
  readonly label: string;
  readonly valueFen: number | null;
  /** Called when the field is left or Enter is pressed, with null where it was emptied. */
  readonly onChange: (valueFen: number | null) => void;
  /** Unit typed and shown; by default the one chosen in the status bar. */
  readonly unit?: MoneyUnit;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly fullWidth?: boolean;
  readonly testId?: string;
}

export function MoneyField({ label, valueFen, onChange, unit, error, helperText, testId, ...rest }: MoneyFieldProps) {
  const { t } = useTranslation();
  const chosen = useMoneyUnit();
  const language = useLanguage();
  const shown = unit ?? chosen;
  // What is being typed; null while the field only shows its value.
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? valueFen : parseMoney(draft, shown);
  const problem = parsed === undefined ? t("form.notMoney") : error;

  const commit = () => {
    if (draft === null || parsed === undefined) return;
    setDraft(null);
    if (parsed !== valueFen) onChange(parsed);
  };

  return (
    <TextField
      {...rest}
      label={label}
      value={draft ?? (valueFen === null ? "" : formatMoney(valueFen, shown))}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") commit();
        if (event.key === "Escape" && draft !== null) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
      error={problem !== undefined}
      helperText={problem ?? helperText}
      slotProps={{
        htmlInput: {
          inputMode: "decimal",
          style: { textAlign: "right" },
          "data-unparsed": parsed === undefined ? "" : undefined,
          ...(testId ? { "data-testid": testId } : {}),
        },
        input: { endAdornment: <InputAdornment position="end">{moneyUnitLabel(shown, language)}</InputAdornment> },
      }}
    />
  );
}
