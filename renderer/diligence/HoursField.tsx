import { useTranslation } from "react-i18next";
import { readNumber } from "../../shared/typed/typed-number.ts";
import { writeNumber } from "../../shared/typed/written-number.ts";
import { refusalText } from "../ui/fields/number-problem.ts";
import { type NumberFieldProps, TypedTextField } from "../ui/fields/TypedTextField.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { useTypedField } from "../ui/fields/use-typed-field.ts";

interface HoursFieldProps extends NumberFieldProps {
  readonly value: Entered<number>;
  readonly onChange: (value: Entered<number>) => void;
}

/** A whole number of hours. */
export function HoursField({ value, onChange, error, ...rest }: HoursFieldProps) {
  const { t } = useTranslation();
  const { input, refusal } = useTypedField<number>({
    value,
    read: (text) => readNumber(text, "count"),
    write: (hours) => writeNumber(hours, "count"),
    onChange,
  });
  return <TypedTextField {...rest} input={input} problem={refusal === null ? error : refusalText(refusal, t)} unit={t("diligence.hour")} />;
}
