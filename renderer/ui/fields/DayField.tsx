import ClearIcon from "@mui/icons-material/Clear";
import IconButton from "@mui/material/IconButton";
import InputAdornment from "@mui/material/InputAdornment";
import TextField from "@mui/material/TextField";
import { useForkRef } from "@mui/material/utils";
import { type Ref, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { readDay } from "../../../shared/typed/typed-day.ts";
import { CalendarButton } from "./CalendarButton.tsx";
import { refusalText } from "./number-problem.ts";
import { type Entered, isUnread } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

export interface DayFieldProps {
  readonly label: string;
  /** YYYY-MM-DD. */
  readonly value: Entered<string>;
  readonly onChange: (value: Entered<string>) => void;
  readonly onLeave?: (() => void) | undefined;
  /** Reads what is typed; by default a day. */
  readonly read?: typeof readDay;
  readonly error?: string | undefined;
  readonly helperText?: string | undefined;
  /** What is said below is to be heeded. */
  readonly isWarning?: boolean;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** In pixels; without it the field takes the width that it is given. */
  readonly width?: number;
  readonly testId?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A day typed in any usual spelling, or chosen from a calendar. What is refused is said once the field is left. */
export function DayField({
  label,
  value,
  onChange,
  onLeave,
  read = readDay,
  error,
  helperText,
  isWarning = false,
  disabled = false,
  width,
  testId,
  inputRef,
  ...rest
}: DayFieldProps) {
  const { t } = useTranslation();
  const [isTyping, setTyping] = useState(false);
  const ownRef = useRef<HTMLInputElement>(null);
  const ref = useForkRef(ownRef, inputRef);
  const { input, refusal, replace } = useTypedField<string>({ value, read, write: (day) => day, onChange, onLeave });
  const problem = refusal === null ? error : isTyping && error === undefined ? undefined : refusalText(refusal, t);
  const day = value !== null && !isUnread(value) && value.length === 10 ? value : null;
  const clear = () => {
    // The button goes with the day: the keyboard goes on in the field.
    ownRef.current?.focus();
    replace(null);
  };
  return (
    <TextField
      {...rest}
      {...input}
      inputRef={ref}
      label={label}
      disabled={disabled}
      fullWidth={width === undefined}
      sx={{ width }}
      placeholder="YYYY-MM-DD"
      onFocus={(event) => {
        setTyping(true);
        input.onFocus(event);
      }}
      onBlur={() => {
        setTyping(false);
        input.onBlur();
      }}
      error={problem !== undefined}
      helperText={problem ?? helperText}
      slotProps={{
        htmlInput: testId ? { "data-testid": testId } : {},
        inputLabel: { shrink: true },
        formHelperText: isWarning && problem === undefined ? { sx: { color: "warning.main" } } : {},
        input: {
          endAdornment: (
            <InputAdornment position="end">
              {value === null || disabled ? null : (
                <IconButton aria-label={t("typed.clear", { field: label })} onClick={clear} sx={{ p: 0.25 }}>
                  <ClearIcon fontSize="tiny" />
                </IconButton>
              )}
              <CalendarButton label={label} day={day} onChoose={replace} disabled={disabled} />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
