import { z } from "zod";
import type { CaseShifts, Cases, ScenarioShifts } from "./assumptions.ts";
import { byKey } from "./by-key.ts";
import { caseNames, segments } from "./codes.ts";
import { type ShiftKey, shiftKeys, shiftSchemas, shiftTable } from "./shifts.ts";

/*
 * Shifts as stored rows and files hold them: under the names of the first release, over which saved runs are hashed.
 * Whoever stores, hashes, reads or writes shifts does it in these names; nobody else knows them.
 */
type StoredName<Key extends ShiftKey> = (typeof shiftTable)[Key]["stored"];

const storedShiftsSchema = z.object(
  Object.fromEntries(shiftKeys.map((key) => [shiftTable[key].stored, shiftSchemas[key]])) as { [Key in ShiftKey as StoredName<Key>]: z.ZodNumber }, // one entry per key
);
export type StoredShifts = z.infer<typeof storedShiftsSchema>;

export const storedCasesSchema = byKey(caseNames, storedShiftsSchema);
export type StoredCases = z.infer<typeof storedCasesSchema>;

const storedScenarioSchema = z.object({
  all: storedShiftsSchema,
  segments: z.partialRecord(z.enum(segments), storedShiftsSchema.omit({ hurdleRate: true }).partial()),
});

type Some<Shifts> = { readonly [Key in keyof Shifts]?: Shifts[Key] | undefined };

/** Stated shifts under their stored names. */
function toStored(shifts: Some<CaseShifts>): Partial<StoredShifts> {
  return Object.fromEntries(shiftKeys.filter((key) => shifts[key] !== undefined).map((key) => [shiftTable[key].stored, shifts[key]]));
}

/** Stored shifts under their names in the code. */
function fromStored(stored: Some<StoredShifts>): Partial<CaseShifts> {
  return Object.fromEntries(shiftKeys.map((key) => [key, stored[shiftTable[key].stored]] as const).filter(([, shift]) => shift !== undefined));
}

export const storedShifts = (shifts: CaseShifts): StoredShifts => toStored(shifts) as StoredShifts; // all are stated
const shiftsFromStored = (stored: StoredShifts): CaseShifts => fromStored(stored) as CaseShifts; // all are stated

export function storedCases({ low, base, high }: Cases): StoredCases {
  return { low: storedShifts(low), base: storedShifts(base), high: storedShifts(high) };
}

/** @throws ZodError for anything else than stored cases */
export function casesFromStored(json: unknown): Cases {
  const { low, base, high } = storedCasesSchema.parse(json);
  return { low: shiftsFromStored(low), base: shiftsFromStored(base), high: shiftsFromStored(high) };
}

export function storedScenario({ all, segments: own }: ScenarioShifts): z.infer<typeof storedScenarioSchema> {
  return { all: storedShifts(all), segments: Object.fromEntries(Object.entries(own).map(([segment, shifts]) => [segment, toStored(shifts)])) };
}

/** @throws ZodError for anything else than a stored scenario */
export function scenarioFromStored(json: unknown): ScenarioShifts {
  const { all, segments: own } = storedScenarioSchema.parse(json);
  return { all: shiftsFromStored(all), segments: Object.fromEntries(Object.entries(own).map(([segment, shifts]) => [segment, fromStored(shifts)])) };
}
