import { type FieldValues, type UseFormReturn, useWatch } from "react-hook-form";
import type { z } from "zod";
import { type KeptDraft, useKeptDraft } from "../../desk/kept-draft.ts";
import { fittingValues } from "./fitting-values.ts";

type Place = Parameters<typeof useKeptDraft>[0]["place"];

interface FormDraftParts<V extends FieldValues, O> {
  readonly form: UseFormReturn<V, unknown, O>;
  readonly schema: z.ZodObject;
  readonly place: Place;
}

/** What a form's dialog has to know of what is typed. */
export interface FormDraft extends KeptDraft {
  readonly isDirty: boolean;
}

/** Keeps what is typed into a form, and puts it back when the form opens again. */
export function useFormDraft<V extends FieldValues, O>({ form, schema, place }: FormDraftParts<V, O>): FormDraft {
  const { control, formState, getValues, reset } = form;
  const value = useWatch({ control });
  const kept = useKeptDraft({
    place,
    value,
    isDirty: formState.isDirty,
    restore: (content) => reset(fittingValues(schema, getValues(), content), { keepDefaultValues: true }),
  });
  return { ...kept, isDirty: formState.isDirty };
}
