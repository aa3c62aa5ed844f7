import { type FieldPathValue, type FieldValues, type Path, useController } from "react-hook-form";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import type { FormField } from "./form-field.ts";

interface FormChoiceProps<V extends FieldValues, O, N extends Path<V>> extends FormField<V, O, N> {
  readonly options: readonly (FieldPathValue<V, N> & string)[];
  readonly textOf: (option: FieldPathValue<V, N> & string) => string;
}

/** A code of a form. */
export function FormChoice<V extends FieldValues, O, N extends Path<V>>({ control, name, ...rest }: FormChoiceProps<V, O, N>) {
  const { field } = useController({ control, name });
  return <ChoiceField {...rest} value={field.value} onChange={field.onChange} />;
}
