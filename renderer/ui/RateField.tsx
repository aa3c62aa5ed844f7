import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber, parseRate } from "../../shared/format.ts";

interface RateFieldProps {
  readonly label: string;
  /** Decimal rate, 0.12 = 12 %. */
  readonly value: number | null;
  /** Called when the field is left or Enter is pressed, with null where it was emptied. */
  readonly onChange: (value: number | null) => void;
  readonly decimals?: number;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly fullWidth?: boolean;
  readonly testId?: string;
}

export function RateField({ label, value, onChange, decimals = 2, error, helperText, testId, ...rest }: RateFieldProps) {
  const { t } = useTranslation();
  // What is being typed; null while the field only shows its value.
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : parseRate(draft);
  const problem = parsed === undefined ? t("form.notRate") : error;

  const commit = () => {
    if (draft === null || parsed === undefined) return;
    setDraft(null);
    if (parsed !== value) onChange(parsed);
  };

  return (
    <TextField
      {...rest}
      label={label}
      value={draft ?? (value === null ? "" : formatNumber(value * 100, decimals))}
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
        input: { endAdornment: <InputAdornment position="end">%</InputAdornment> },
      }}
    />
  );
}
