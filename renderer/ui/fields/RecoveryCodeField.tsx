import TextField from "@mui/material/TextField";

interface RecoveryCodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint: string;
  readonly autoFocus?: boolean;
  readonly testId: string;
}

/** A recovery code as it is copied from paper: seen while it is typed. */
export function RecoveryCodeField({ label, value, onChange, hint, autoFocus = false, testId }: RecoveryCodeFieldProps) {
  return (
    <TextField
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value.toUpperCase())}
      helperText={hint}
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      slotProps={{ htmlInput: { "data-testid": testId, maxLength: 60, spellCheck: false } }}
    />
  );
}
