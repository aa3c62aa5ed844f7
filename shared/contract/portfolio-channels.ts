import { z } from "zod";
import { portfolioSchema, portfolioScopes } from "../domain/portfolio.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const channels = {
  /** All deals together; `scope` says which of them concentration counts. */
  "portfolio.get": read(z.object({ scope: z.enum(portfolioScopes) }), portfolioSchema),
  /** Whether debtors with one identifier are the same; null: nothing is said of it. */
  "portfolio.match": write(z.object({ key: z.string().min(1).max(200), isSame: z.boolean().nullable() }), z.void(), {
    changes: ["portfolio.get", "journal.next"],
  }),
} as const;

export const portfolioFeature = { channels, jobKinds: [], errorCodes: [] } as const satisfies FeatureContract;
