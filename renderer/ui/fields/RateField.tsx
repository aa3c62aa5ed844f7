import { useTranslation } from "react-i18next";
import { readNumber } from "../../../shared/typed/typed-number.ts";
import { writeNumber } from "../../../shared/typed/written-number.ts";
import { refusalText } from "./number-problem.ts";
import { type NumberFieldProps, TypedTextField } from "./TypedTextField.tsx";
import type { Entered } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

interface RateFieldProps extends NumberFieldProps {
  /** Decimal rate, 0.12 = 12 %. */
  readonly value: Entered<number>;
  readonly onChange: (value: Entered<number>) => void;
  /** What is unusual about a rate that is taken. */
  readonly doubt?: string | null;
}

/** A rate typed and shown in percent. */
export function RateField({ value, onChange, error, ...rest }: RateFieldProps) {
  const { t } = useTranslation();
  const { input, refusal } = useTypedField<number>({
    value,
    read: (text) => readNumber(text, "percent"),
    write: (rate) => writeNumber(rate, "percent"),
    onChange,
  });
  return <TypedTextField {...rest} input={input} problem={refusal === null ? error : refusalText(refusal, t)} unit="%" />;
}
