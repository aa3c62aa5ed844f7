import { useTranslation } from "react-i18next";
import { readNumber } from "../../../shared/typed/typed-number.ts";
import { writeNumber } from "../../../shared/typed/written-number.ts";
import { refusalText } from "./number-problem.ts";
import { type NumberFieldProps, TypedTextField } from "./TypedTextField.tsx";
import type { Entered } from "./unread.ts";
import { useTypedField } from "./use-typed-field.ts";

interface MonthsFieldProps extends NumberFieldProps {
  readonly value: Entered<number>;
  readonly onChange: (value: Entered<number>) => void;
}

/** A whole number of months. */
export function MonthsField({ value, onChange, error, ...rest }: MonthsFieldProps) {
  const { t } = useTranslation();
  const { input, refusal } = useTypedField<number>({
    value,
    read: (text) => readNumber(text, "months"),
    write: (months) => writeNumber(months, "months"),
    onChange,
  });
  return <TypedTextField {...rest} input={input} problem={refusal === null ? error : refusalText(refusal, t)} unit={t("pricing.unit.month")} />;
}
