import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";

interface ChoiceFieldProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly textOf: (option: T) => string;
  readonly onChange: (option: T) => void;
  readonly error?: string | undefined;
  /** Said below where nothing is wrong. */
  readonly helperText?: string | undefined;
  /** In pixels; without it the field takes the width that it is given. */
  readonly width?: number;
  /** As wide as its words need, at least so many pixels. */
  readonly minWidth?: number;
  readonly testId?: string;
}

/** One of a short list of codes, shown by their words. */
export function ChoiceField<T extends string | number>({
  label,
  value,
  options,
  textOf,
  onChange,
  error,
  helperText,
  width,
  minWidth,
  testId,
}: ChoiceFieldProps<T>) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => {
        const next = options.find((option) => String(option) === String(event.target.value));
        if (next !== undefined) onChange(next);
      }}
      error={error !== undefined}
      helperText={error ?? helperText}
      fullWidth={width === undefined && minWidth === undefined}
      sx={{ width, minWidth }}
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
