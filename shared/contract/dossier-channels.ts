import { z } from "zod";
import { languages, moneyUnits } from "../domain/codes.ts";
import { dossierSchema, dossierVerdictSchema } from "../domain/dossier.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const file = z.object({ fileToken: z.string().max(64) });
const savedDossierSchema = z.object({ fileName: z.string(), fileToken: z.string(), parts: z.number().int(), sha256: z.string() });
export type SavedDossier = z.infer<typeof savedDossierSchema>;

const channels = {
  /** Asks for a file and seals the deal with its saved runs in it; null where the user cancels. */
  "dossiers.save": write(dealId.extend({ language: z.enum(languages), moneyUnit: z.enum(moneyUnits) }), savedDossierSchema.nullable(), { changes: [] }),
  /** Asks for a dossier; null where the user cancels. */
  "dossiers.choose": read(z.void(), z.object({ fileToken: z.string(), fileName: z.string() }).nullable()),
  /** What it holds, each part held against its hash. */
  "dossiers.look": read(file, dossierSchema),
  /** Prices its runs again. */
  "dossiers.replay": read(file, dossierVerdictSchema),
} as const;

export const dossierFeature = {
  channels,
  jobKinds: [],
  errorCodes: [
    "dossier.noRun",
    "dossier.notDossier",
    "dossier.damaged",
    "dossier.packed",
    "dossier.tooLarge",
    "dossier.partTooLarge",
    "dossier.tooManyParts",
    "dossier.unsafeName",
    "dossier.duplicatePart",
  ],
} as const satisfies FeatureContract;
