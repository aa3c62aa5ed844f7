import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import type { Ref } from "react";
import type { useTypedField } from "./use-typed-field.ts";

/** What every field of a form that reads a number takes. */
export interface NumberFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
  readonly fullWidth?: boolean;
  readonly testId?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

interface TypedTextFieldProps extends Omit<NumberFieldProps, "error"> {
  readonly input: ReturnType<typeof useTypedField>["input"];
  readonly problem: string | undefined;
  readonly doubt?: string | null;
  readonly unit: string;
}

/** A number of a form with its unit; what is wrong or unusual about it stands below as a sentence. */
export function TypedTextField({ input, problem, doubt = null, unit, testId, ...rest }: TypedTextFieldProps) {
  const isDoubtful = problem === undefined && doubt !== null;
  return (
    <TextField
      {...rest}
      {...input}
      error={problem !== undefined}
      helperText={problem ?? doubt}
      {...(isDoubtful ? { color: "warning" as const, focused: true } : {})}
      slotProps={{
        htmlInput: { inputMode: "decimal", style: { textAlign: "right" }, ...(testId ? { "data-testid": testId } : {}) },
        input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
        formHelperText: isDoubtful ? { sx: { color: "warning.main" } } : {},
      }}
    />
  );
}
