import { canonicalJson } from "../db/canonical-json.ts";
import { encodeColumns, hashBytes } from "./column-file.ts";
import type { EditedLoans, LoanNames } from "./loan-names.ts";

/** What a run holds beside its numbers; a record as it is stored, or as it will be. */
export interface RunContent {
  readonly record: unknown;
  readonly names: LoanNames | null;
  readonly edited: EditedLoans | null;
  /** Of its assumptions. */
  readonly sources: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

function without(value: unknown, keys: readonly string[]): unknown {
  return isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key))) : value;
}

/** The record less what says who saved it and when: the case on screen, how far the deal has come, the day whose rules were asked. */
function timeless(record: unknown): unknown {
  if (!isObject(record)) return record;
  return {
    ...Object.fromEntries(Object.entries(record).filter(([key]) => key !== "savedBy" && key !== "caseName")),
    deal: without(record["deal"], ["stage", "status"]),
    compliance: without(record["compliance"], ["judgedOn"]),
  };
}

/** Places of loans in the order of the package: ids of the database differ where the same tape is read twice. */
function placesOf(edited: EditedLoans, names: LoanNames): Float64Array {
  let place = 0;
  return edited.ids.map((id) => {
    while (place < names.ids.length && (names.ids[place] ?? Number.POSITIVE_INFINITY) < id) place += 1;
    return place;
  });
}

/**
 * SHA-256 of all that a run holds, without what it is called, when and by whom it was saved: two runs with the same content
 * have the same one, on any machine.
 */
export async function hashContent(resultHash: string, { record, names, edited, sources }: RunContent): Promise<string> {
  const namesHash = names === null ? null : await hashBytes(names.texts);
  const editedHash =
    edited === null ? null : await hashBytes(encodeColumns({ places: names === null ? edited.ids : placesOf(edited, names), parts: edited.parts }, null));
  return hashBytes(canonicalJson({ form: 1, resultHash, record: timeless(record), namesHash, editedHash, sources }));
}
