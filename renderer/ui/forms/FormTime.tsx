import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { TimeField } from "../fields/TimeField.tsx";
import { problemText } from "./field-problem.ts";
import type { FormField } from "./form-field.ts";

/** A time of day of a form. */
export function FormTime<V extends FieldValues, O>({ control, name, ...rest }: FormField<V, O> & { readonly zone: string }) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  return <TimeField {...rest} value={field.value} onChange={field.onChange} inputRef={field.ref} error={problemText(fieldState.error, t)} fullWidth />;
}
