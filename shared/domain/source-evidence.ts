import { z } from "zod";

/** The file of own records that values of a group were calibrated on (自有数据). */
export const sourceEvidenceSchema = z.object({
  fileName: z.string(),
  sha256: z.string(),
  readOn: z.iso.date(),
  loans: z.number().int().positive(),
  /** Mark of the values as they were written (`valuesMark`), by which a later change is known. */
  values: z.string(),
});
export type SourceEvidence = z.infer<typeof sourceEvidenceSchema>;

/** A short mark of values, the same for equal ones whatever the order of their keys. No seal: whoever wants to can meet it. */
export function valuesMark(values: unknown): string {
  const text = JSON.stringify(values, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  let [low, high] = [0x811c9dc5, 0x1b873593];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193) >>> 0;
    high = Math.imul(high ^ text.charCodeAt(at), 0x5bd1e995) >>> 0;
  }
  return low.toString(16).padStart(8, "0") + high.toString(16).padStart(8, "0");
}

/** Whether values still are those that their file gave; false too where they come from no file. */
export function areOfFile(evidence: SourceEvidence | undefined, values: unknown): boolean {
  return evidence !== undefined && evidence.values === valuesMark(values);
}

/** Whether values came from a file and were changed since. */
export function wereChangedSince(evidence: SourceEvidence | undefined, values: unknown): boolean {
  return evidence !== undefined && evidence.values !== valuesMark(values);
}
