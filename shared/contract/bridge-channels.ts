import { z } from "zod";
import { bidBridgeSchema, bridgeCauses, bridgeLoanSchema } from "../domain/bid-bridge.ts";
import { caseNames, languages, moneyUnits } from "../domain/codes.ts";
import { fileNameSchema } from "../domain/export-tables.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { savedListSchema } from "./export-channels.ts";

const runPair = z.object({ fromId: z.number().int().positive(), toId: z.number().int().positive() });
export type RunPair = z.infer<typeof runPair>;

const loansQuery = runPair.extend({
  cause: z.enum(bridgeCauses),
  /** Whose largest moves come first. */
  caseName: z.enum(caseNames),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(500),
});
export type BridgeLoansQuery = z.infer<typeof loansQuery>;

const loansPage = z.object({ total: z.number().int(), rows: z.array(bridgeLoanSchema) });
export type BridgeLoansPage = z.infer<typeof loansPage>;

const listRequest = runPair.extend({ fileName: fileNameSchema, unit: z.enum(moneyUnits), language: z.enum(languages) });
export type BridgeListRequest = z.infer<typeof listRequest>;

const channels = {
  /** The causes that lead from the highest bids of one run to those of another; asked again for others, it ends the question before. */
  "bridges.get": read(runPair, bidBridgeSchema),
  /** The loans behind one cause. */
  "bridges.loans": read(loansQuery, loansPage),
  /** Writes causes and loans to a file; null where the user cancels. */
  "bridges.save": write(listRequest, savedListSchema.nullable(), { changes: [] }),
} as const;

export const bridgeFeature = {
  channels,
  jobKinds: ["bridgeRuns"],
  /** bridge.loansUnnamed: a run was saved before runs kept the numbers of their contracts, and its tape is gone or has other loans now. */
  errorCodes: ["bridge.loansUnnamed"],
} as const satisfies FeatureContract;
