import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../../shared/format.ts";
import { CountField } from "../fields/CountField.tsx";
import { problemText } from "./field-problem.ts";
import type { FormField } from "./form-field.ts";

interface FormCountProps<V extends FieldValues, O> extends FormField<V, O> {
  /** What is counted. */
  readonly unit: string;
}

/** A whole number of a form. */
export function FormCount<V extends FieldValues, O>({ control, name, ...rest }: FormCountProps<V, O>) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  return (
    <CountField {...rest} value={field.value} onChange={field.onChange} inputRef={field.ref} error={problemText(fieldState.error, t, formatNumber)} fullWidth />
  );
}
