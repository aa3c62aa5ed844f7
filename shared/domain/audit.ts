import { z } from "zod";

/** An event and its hash, as a memo, a dossier or an export keeps them: whoever holds one sees a trail that was cut or built anew. */
export const trailHeadSchema = z.object({ eventId: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{16,64}$/) });
export type TrailHead = z.infer<typeof trailHeadSchema>;

/** Hexadecimal signs of a hash that papers print: enough that nobody finds a second event with them. */
const printedSigns = 16;

/** As papers print it: `1234-0f3a…`. */
export const headText = ({ eventId, hash }: TrailHead): string => `${eventId}-${hash.slice(0, printedSigns)}`;

/** Reads what a paper prints, or the whole hash; null where it is no head. */
export function readHead(text: string): TrailHead | null {
  const [, eventId, hash] = /^\s*(\d{1,15})\s*[-–:·]\s*([0-9a-fA-F]{16,64})\s*$/.exec(text) ?? [];
  return eventId === undefined || hash === undefined || Number(eventId) < 1 ? null : { eventId: Number(eventId), hash: hash.toLowerCase() };
}

/**
 * What is wrong with a trail, and from which event on: one is missing; it doesn't follow the one before; its content isn't the
 * hashed one; what it says of values isn't what was hashed; its signature is of another key, or of no person; the trail ends
 * before an event that a paper names; the event isn't the one that the paper names; what it vouches for (a paper, a sale, a
 * person) isn't as it was.
 */
const trailFaults = ["missing", "link", "content", "value", "signature", "unknownKey", "cut", "rebuilt", "altered"] as const;

export const trailVerdictSchema = z.object({
  events: z.number().int(),
  signed: z.number().int(),
  /** Events whose values were erased: the chain holds without them. */
  erased: z.number().int(),
  /** Events whose clock stood before that of an earlier one: the order is the chain's. */
  clockSetBack: z.number().int(),
  head: trailHeadSchema.nullable(),
  /** The first thing that is wrong; null: the trail holds. */
  fault: z.object({ eventId: z.number().int(), kind: z.enum(trailFaults) }).nullable(),
});
export type TrailVerdict = z.infer<typeof trailVerdictSchema>;

/** A file as it left the desk, for the event that let it out: whoever holds the file can ask the trail for it. */
export interface OutgoingFile {
  readonly name: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** A file that was held against the trail: the event that let out this very file; null where none did. */
export const fileInTrailSchema = z.object({
  fileName: z.string(),
  sha256: z.string(),
  event: z.object({ id: z.number().int(), at: z.string(), kind: z.string() }).nullable(),
});
export type FileInTrail = z.infer<typeof fileInTrailSchema>;

export const trailFilterSchema = z.object({
  dealId: z.number().int().positive().nullable(),
  personId: z.number().int().positive().nullable(),
  /** The first part of a kind: `deals`, `runs`; null: all. */
  area: z
    .string()
    .regex(/^[a-zA-Z]{1,30}$/)
    .nullable(),
});
export type TrailFilter = z.infer<typeof trailFilterSchema>;

const trailEventSchema = z.object({
  id: z.number().int(),
  at: z.string(),
  kind: z.string(),
  dealId: z.number().int().nullable(),
  dealName: z.string().nullable(),
  subject: z.record(z.string(), z.number()),
  personName: z.string().nullable(),
  isSigned: z.boolean(),
  isClockSetBack: z.boolean(),
  hash: z.string(),
  /** What was done, as JSON; null where it was erased. */
  content: z.string().nullable(),
});
export type TrailEvent = z.infer<typeof trailEventSchema>;

export const trailPageSchema = z.object({ total: z.number().int(), events: z.array(trailEventSchema), head: trailHeadSchema.nullable() });
export type TrailPage = z.infer<typeof trailPageSchema>;
