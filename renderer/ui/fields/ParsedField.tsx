import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useState } from "react";

/** What every field of a form that reads a number takes. */
export interface NumberFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  readonly fullWidth?: boolean;
  readonly testId?: string;
}

interface ParsedFieldProps extends NumberFieldProps {
  readonly value: number | null;
  /** Called when the field is left or Enter is pressed, with null where it was emptied. */
  readonly onChange: (value: number | null) => void;
  readonly textOf: (value: number) => string;
  /** Undefined where the text is no such number. */
  readonly parse: (text: string) => number | null | undefined;
  /** What is said of a text that can't be read. */
  readonly refusal: string;
  readonly unit: string;
}

/** A number typed as text; Escape brings the stored one back. */
export function ParsedField({ value, onChange, textOf, parse, refusal, unit, error, testId, ...rest }: ParsedFieldProps) {
  // What is being typed; null while the field only shows its value.
  const [draft, setDraft] = useState<string | null>(null);
  const parsed = draft === null ? value : parse(draft);
  const problem = parsed === undefined ? refusal : error;

  const commit = () => {
    if (draft === null || parsed === undefined) return;
    setDraft(null);
    if (parsed !== value) onChange(parsed);
  };

  return (
    <TextField
      {...rest}
      value={draft ?? (value === null ? "" : textOf(value))}
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
      helperText={problem}
      slotProps={{
        htmlInput: {
          inputMode: "decimal",
          style: { textAlign: "right" },
          "data-unparsed": parsed === undefined ? "" : undefined,
          ...(testId ? { "data-testid": testId } : {}),
        },
        input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
      }}
    />
  );
}
