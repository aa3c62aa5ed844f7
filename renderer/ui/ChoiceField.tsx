import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";

interface ChoiceFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly textOf: (option: T) => string;
  readonly onChange: (option: T) => void;
  readonly error?: string | undefined;
  readonly width?: number;
  readonly testId?: string;
}

/** One of a short list of codes, shown by their words. */
export function ChoiceField<T extends string>({ label, value, options, textOf, onChange, error, width, testId }: ChoiceFieldProps<T>) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => {
        const next = options.find((option) => option === event.target.value);
        if (next !== undefined) onChange(next);
      }}
      error={error !== undefined}
      helperText={error}
      {...(width === undefined ? { fullWidth: true } : { sx: { width } })}
      {...(testId ? { "data-testid": testId } : {})}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {textOf(option)}
        </MenuItem>
      ))}
    </TextField>
  );
}
