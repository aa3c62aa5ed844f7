import { existsSync } from "node:fs";
import { z } from "zod";
import { type KeptTapeDraft, type TapeDraft, tapeDraftSchema } from "../../shared/contract/tape-channels.ts";
import type { DraftService } from "../drafts/draft-service.ts";
import type { FileTokens } from "./file-tokens.ts";

/** The page never learns where the file is: it gets a token again. */
const storedDraftSchema = tapeDraftSchema.extend({ path: z.string(), more: z.array(z.string()).default([]), sha256: z.string().nullable() });

export interface TapeDrafts {
  of(dealId: number): Promise<KeptTapeDraft | null>;
  keep(dealId: number, fileToken: string, sha256: string | null, draft: TapeDraft): Promise<void>;
  drop(dealId: number): Promise<void>;
}

const placeOf = (dealId: number) => ({ form: "tape", dealId, recordId: null }) as const;

/** The file that is being mapped in each deal, with what was stated of it so far. */
export function createTapeDrafts(drafts: DraftService, files: FileTokens): TapeDrafts {
  return {
    of: async (dealId) => {
      const [kept] = await drafts.of(placeOf(dealId));
      // A draft of another version of the app may say less than this one asks.
      const stored = kept === undefined ? undefined : storedDraftSchema.safeParse(JSON.parse(kept.content));
      if (kept === undefined || !stored?.success) return null;
      const { path, more, ...draft } = stored.data;
      const { fileToken, fileName } = files.admitAll([path, ...more]);
      return { ...draft, fileToken: [path, ...more].every((one) => existsSync(one)) ? fileToken : null, fileName, keptAt: kept.keptAt };
    },
    keep: (dealId, fileToken, sha256, draft) => {
      const [path, ...more] = files.pathsOf(fileToken);
      return drafts.keep(placeOf(dealId), JSON.stringify({ ...draft, path, more, sha256 }));
    },
    drop: (dealId) => drafts.drop(placeOf(dealId)),
  };
}
