import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/format.ts";
import { MonthsField } from "../fields/MonthsField.tsx";
import { problemText } from "./field-problem.ts";
import type { FormField } from "./form-field.ts";

/** A number of months of a form. */
export function FormMonths<V extends FieldValues, O>({ control, name, ...rest }: FormField<V, O>) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  return (
    <MonthsField
      {...rest}
      value={field.value}
      onChange={field.onChange}
      inputRef={field.ref}
      error={problemText(fieldState.error, t, formatNumber)}
      fullWidth
    />
  );
}
