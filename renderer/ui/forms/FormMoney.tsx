import { type FieldValues, useController } from "react-hook-form";
import { useTranslation } from "react-i18next";
import { MoneyField } from "../fields/MoneyField.tsx";
import { problemText } from "./field-problem.ts";
import type { FormField } from "./form-field.ts";

interface FormMoneyProps<V extends FieldValues, O> extends FormField<V, O> {
  readonly placeholder?: string;
}

/** An amount of a form, in fen. */
export function FormMoney<V extends FieldValues, O>({ control, name, ...rest }: FormMoneyProps<V, O>) {
  const { t } = useTranslation();
  const { field, fieldState } = useController({ control, name });
  return <MoneyField {...rest} valueFen={field.value} onChange={field.onChange} inputRef={field.ref} error={problemText(fieldState.error, t)} fullWidth />;
}
