import { z } from "zod";
import { trailHeadSchema } from "./audit.ts";
import { dealKinds } from "./codes.ts";

/** The ending of a dossier's name. */
export const dossierEnding = "dealdossier";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const fen = z.number().int();
const runLine = z.object({
  /** Where its parts stand: `runs/1`. */
  folder: z.string(),
  name: z.string(),
  createdAt: z.string(),
  savedBy: z.string(),
  engineVersion: z.string(),
  /** Of its simulation; null where it keeps none. */
  seed: z.number().nullable(),
  inputsHash: z.string(),
  contentHash: z.string().nullable(),
  runHash: hash,
  bidPriceFen: fen,
  maxBidFen: z.object({ low: fen, base: fen, high: fen }),
});

/** What a dossier says of itself; its own SHA-256 is the dossier's. */
export const dossierManifestSchema = z.object({
  format: z.literal("amc-deal-dossier"),
  form: z.literal(1),
  madeAt: z.string(),
  madeBy: z.string(),
  engineVersion: z.string(),
  deal: z.object({ name: z.string(), seller: z.string(), kind: z.enum(dealKinds).nullable(), cutOffDate: z.string().nullable() }),
  tape: z.object({ fileName: z.string(), sha256: z.string(), loans: z.number().int() }),
  /** The last event of the trail when it was made; null where there was none. */
  head: trailHeadSchema.nullable(),
  /** The latest first. */
  runs: z.array(runLine).min(1),
  parts: z.array(z.object({ name: z.string(), bytes: z.number().int().nonnegative(), sha256: hash })).min(1),
});
export type DossierManifest = z.infer<typeof dossierManifestSchema>;

/** What became of a part: it is as it was sealed, it isn't, it is gone, or nobody sealed it. */
const partStates = ["intact", "altered", "missing", "unlisted"] as const;

export const dossierSchema = z.object({
  fileName: z.string(),
  bytes: z.number().int(),
  manifestSha256: hash,
  manifest: dossierManifestSchema,
  parts: z.array(z.object({ name: z.string(), bytes: z.number().int(), state: z.enum(partStates) })),
});
export type Dossier = z.infer<typeof dossierSchema>;

const runVerdictSchema = z.discriminatedUnion("kind", [
  /** Priced again, every number is the same. */
  z.object({ kind: z.literal("equal") }),
  z.object({ kind: z.literal("differs"), place: z.string(), saved: z.string(), found: z.string() }),
  /** It no longer has its own hashes. */
  z.object({ kind: z.literal("altered") }),
  z.object({ kind: z.literal("otherEngine"), saved: z.string(), present: z.string() }),
  z.object({ kind: z.literal("unreadable") }),
]);
export type RunVerdict = z.infer<typeof runVerdictSchema>;

export const dossierVerdictSchema = z.object({
  /** Whether every part is as it was sealed and every run came out equal. */
  isEqual: z.boolean(),
  runs: z.array(z.object({ name: z.string(), verdict: runVerdictSchema })),
});
export type DossierVerdict = z.infer<typeof dossierVerdictSchema>;
