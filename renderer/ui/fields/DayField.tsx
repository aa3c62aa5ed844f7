import { DatePicker } from "@mui/x-date-pickers/DatePicker";
import { format, isValid, parseISO } from "date-fns";

interface DayFieldProps {
  readonly label: string;
  /** YYYY-MM-DD; an unfinished or wrong date comes back as a text that no schema takes. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  readonly testId?: string;
}

const unfinished = "?";
const dayOf = (value: string | null) => (value === null || value === unfinished ? null : parseISO(value));

export function DayField({ label, value, onChange, error, helperText, testId }: DayFieldProps) {
  return (
    <DatePicker
      label={label}
      {...(value === unfinished ? {} : { value: dayOf(value) })}
      format="yyyy-MM-dd"
      onChange={(day) => onChange(day === null ? null : isValid(day) && day.getFullYear() >= 1900 ? format(day, "yyyy-MM-dd") : unfinished)}
      slotProps={{
        field: { clearable: true },
        textField: {
          size: "small",
          fullWidth: true,
          error: error !== undefined,
          helperText: error ?? helperText,
          ...(testId ? { "data-testid": testId } : {}),
        },
      }}
    />
  );
}
