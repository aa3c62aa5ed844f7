import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { problemText } from "../ui/forms/field-problem.ts";
import type { FormField } from "../ui/forms/form-field.ts";
import { HoursField } from "./HoursField.tsx";

/** A number of hours of a form. */
export function FormHours<V extends FieldValues, O>({ control, name, ...rest }: FormField<V, O>) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  return <HoursField {...rest} value={field.value} onChange={field.onChange} inputRef={field.ref} error={problemText(fieldState.error, t)} fullWidth />;
}
