import TextField from "@mui/material/TextField";

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly autoFocus?: boolean;
  readonly testId: string;
}

/** A passphrase as it is typed. */
export function SecretField({ label, value, onChange, problem, hint, autoFocus = false, testId }: SecretFieldProps) {
  return (
    <TextField
      type="password"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={problem !== undefined}
      helperText={problem ?? hint}
      autoFocus={autoFocus}
      autoComplete="off"
      fullWidth
      slotProps={{ htmlInput: { "data-testid": testId, maxLength: 200 } }}
    />
  );
}
