import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";

interface ToggleChoiceProps<T extends string> {
  readonly label: string;
  readonly options: readonly T[];
  readonly value: T;
  readonly textOf: (option: T) => string;
  readonly onChange: (option: T) => void;
  /** As low as a line of text, for the head of a chart or table. */
  readonly flat?: boolean;
}

/** One of two or three, all on show. */
export function ToggleChoice<T extends string>({ label, options, value, textOf, onChange, flat = false }: ToggleChoiceProps<T>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_event, next: T | null) => next !== null && onChange(next)}
      {...(flat ? { sx: { "& .MuiToggleButton-root": { py: 0, px: 1 } } } : {})}
    >
      {options.map((option) => (
        <ToggleButton key={option} value={option}>
          {textOf(option)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
