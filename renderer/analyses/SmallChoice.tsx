import MenuItem from "@mui/material/MenuItem";
import TextField from "@mui/material/TextField";

interface SmallChoiceProps<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly textOf: (option: T) => string;
  readonly onChange: (option: T) => void;
  readonly width?: number;
  readonly testId?: string;
}

/** One of a few codes, as wide as its words need. */
export function SmallChoice<T extends string | number>({ label, value, options, textOf, onChange, width = 190, testId }: SmallChoiceProps<T>) {
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => {
        const next = options.find((option) => String(option) === String(event.target.value));
        if (next !== undefined) onChange(next);
      }}
      {...(testId ? { "data-testid": testId } : {})}
      sx={{ width, "& .MuiSelect-select": { fontSize: 12.5 } }}
    >
      {options.map((option) => (
        <MenuItem key={option} value={option}>
          {textOf(option)}
        </MenuItem>
      ))}
    </TextField>
  );
}
