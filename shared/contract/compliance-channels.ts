import { z } from "zod";
import { headroomSchema, ruleAnswerSchema, ruleRowSchema, ruleSchema } from "../domain/compliance.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const channels = {
  "compliance.rules": read(z.void(), z.object({ rules: z.array(ruleRowSchema), packHash: z.string() })),
  "compliance.saveRule": write(z.object({ id: z.number().int().positive(), rule: ruleSchema }), ruleRowSchema, {
    changes: ["compliance.rules", "compliance.headroom", "company.capacity", "company.effect", "journal.next"],
  }),
  /** The deal's latest pricing against the rules of its day; a price of null is the bid of the workbench. */
  "compliance.headroom": read(dealId.extend({ priceFen: z.number().int().min(0).nullable() }), headroomSchema),
  "compliance.answer": write(dealId.extend({ code: z.string().min(1).max(40), answer: ruleAnswerSchema }), ruleAnswerSchema, {
    changes: ["compliance.headroom", "journal.next"],
  }),
} as const;

export const complianceFeature = { channels, jobKinds: [], errorCodes: ["compliance.ruleNotFound"] } as const satisfies FeatureContract;
