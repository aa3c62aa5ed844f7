import { useTranslation } from "react-i18next";
import { readNumber } from "../../../shared/typed/typed-number.ts";
import { writeNumber } from "../../../shared/typed/written-number.ts";
import { refusalText } from "./number-problem.ts";
import { type NumberFieldProps, TypedTextField } from "./TypedTextField.tsx";
import type { Entered } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

interface CountFieldProps extends NumberFieldProps {
  readonly value: Entered<number>;
  readonly onChange: (value: Entered<number>) => void;
  /** What is counted. */
  readonly unit: string;
}

/** A whole number of something. */
export function CountField({ value, onChange, error, ...rest }: CountFieldProps) {
  const { t } = useTranslation();
  const { input, refusal } = useTypedField<number>({
    value,
    read: (text) => readNumber(text, "count"),
    write: (count) => writeNumber(count, "count"),
    onChange,
  });
  return <TypedTextField {...rest} input={input} problem={refusal === null ? error : refusalText(refusal, t)} />;
}
