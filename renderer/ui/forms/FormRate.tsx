import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { formatStatedRate } from "../../../shared/format.ts";
import { RateField } from "../fields/RateField.tsx";
import { useRateDoubt } from "../fields/use-rate-doubt.ts";
import { problemText } from "./field-problem.ts";
import type { FormField } from "./form-field.ts";

interface FormRateProps<V extends FieldValues, O> extends FormField<V, O> {
  readonly required?: boolean;
  readonly placeholder?: string;
  /** Place in the table of usual rates. */
  readonly place: string;
}

/** A rate of a form, as a decimal. */
export function FormRate<V extends FieldValues, O>({ control, name, place, ...rest }: FormRateProps<V, O>) {
  const { t } = useTranslation();
  const doubtOf = useRateDoubt();
  const { field, fieldState } = useController({ control, name });
  return (
    <RateField
      {...rest}
      value={field.value}
      onChange={field.onChange}
      inputRef={field.ref}
      error={problemText(fieldState.error, t, formatStatedRate)}
      doubt={doubtOf(place, field.value)}
      fullWidth
    />
  );
}
