import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { DayField, type DayFieldProps } from "../fields/DayField.tsx";
import { problemText } from "./field-problem.ts";
import type { FormField } from "./form-field.ts";

interface FormDayProps<V extends FieldValues, O> extends FormField<V, O>, Pick<DayFieldProps, "read" | "required"> {
  /** Said where nothing is wrong. */
  readonly hint?: string | undefined;
}

/** A day of a form. */
export function FormDay<V extends FieldValues, O>({ control, name, hint, ...rest }: FormDayProps<V, O>) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  return (
    <DayField
      {...rest}
      value={field.value === "" ? null : field.value}
      onChange={field.onChange}
      inputRef={field.ref}
      error={problemText(fieldState.error, t)}
      helperText={hint}
    />
  );
}
