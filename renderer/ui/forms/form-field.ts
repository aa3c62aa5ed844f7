import type { Control, FieldValues, Path } from "react-hook-form";

/** Where a field of a form belongs: `V` is what the form holds, `O` what its schema makes of it. */
export interface FormField<V extends FieldValues, O, N extends Path<V> = Path<V>> {
  readonly control: Control<V, unknown, O>;
  readonly name: N;
  readonly label: string;
  readonly testId?: string;
}

/** Over both columns of the dialog. */
export const wideField = { gridColumn: "1 / -1" } as const;
