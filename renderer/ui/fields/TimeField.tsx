import { useTranslation } from "react-i18next";
import { readTime } from "../../../shared/typed/typed-time.ts";
import { refusalText } from "./number-problem.ts";
import { type NumberFieldProps, TypedTextField } from "./TypedTextField.tsx";
import type { Entered } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

interface TimeFieldProps extends NumberFieldProps {
  /** HH:MM. */
  readonly value: Entered<string>;
  readonly onChange: (value: Entered<string>) => void;
  /** By whose clock. */
  readonly zone: string;
}

/** A time of day typed in any usual spelling. */
export function TimeField({ value, onChange, error, zone, ...rest }: TimeFieldProps) {
  const { t } = useTranslation();
  const { input, refusal } = useTypedField<string>({ value, read: readTime, write: (time) => time, onChange });
  return <TypedTextField {...rest} input={input} problem={refusal === null ? error : refusalText(refusal, t)} unit={zone} placeholder="HH:MM" />;
}
