import type { z } from "zod";

/** Why a record is refused though each of its fields passes by itself. Each has its sentence under `typed.joint.` in shared/locales. */
export const jointRefusals = [
  "slicesInOrder",
  "sharesWithinWhole",
  "agesRise",
  "courtOnce",
  "bandsRise",
  "taxDaysRise",
  "cityOnce",
  "exitsWithinWhole",
  "instalmentsAreWhole",
  "rightsAreWhole",
] as const;
export type JointRefusal = (typeof jointRefusals)[number];

/** A path within the record that is checked. */
type Place = readonly (string | number)[];

/**
 * The check of a record whose fields depend on each other, for `superRefine`: refuses it under a code that has a sentence, at the
 * field that is to be changed.
 * @param placeOf that field; null where nothing is wrong
 * @param others fields that may as well be changed
 */
export function jointly<Value>(
  code: JointRefusal,
  placeOf: (value: Value) => Place | null,
  ...others: readonly Place[]
): (value: Value, context: z.RefinementCtx) => void {
  return (value, context) => {
    const place = placeOf(value);
    if (place === null) return;
    for (const path of [place, ...others]) context.addIssue({ code: "custom", path: [...path], message: code });
  };
}

/** The field of the first row that fails; null where all rows pass. */
export function atFirstRow<Row>(
  rows: readonly Row[],
  field: keyof Row & string,
  passes: (row: Row, before: Row | undefined, index: number) => boolean,
): Place | null {
  const index = rows.findIndex((row, at) => !passes(row, rows[at - 1], at));
  return index < 0 ? null : [index, field];
}

/** Refusals of that kind among what a schema says, by the key of their path ("exits.resale.probability"). */
export function jointRefusalsOf({ error }: { readonly error?: Pick<z.ZodError, "issues"> | undefined }): ReadonlyMap<string, JointRefusal> {
  return new Map(
    (error?.issues ?? []).flatMap(({ code, path, message }) => {
      const refusal = code === "custom" ? jointRefusals.find((one) => one === message) : undefined;
      return refusal === undefined ? [] : [[path.map(String).join("."), refusal] as const];
    }),
  );
}
