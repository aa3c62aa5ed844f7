import { z } from "zod";
import {
  capacityViewSchema,
  companyEffectSchema,
  companyPlanSchema,
  companyQuarterSchema,
  companySchema,
  exposureSchema,
  instrumentSchema,
  stressSchema,
} from "../domain/company.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const recordSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("quarter"), record: companyQuarterSchema }),
  z.object({ kind: z.literal("instrument"), record: instrumentSchema }),
  z.object({ kind: z.literal("exposure"), record: exposureSchema }),
]);
export type CompanyRecord = z.infer<typeof recordSchema>;

const changes = ["company.get", "company.capacity", "company.effect", "compliance.headroom", "journal.next"] as const;
const rowId = z.object({ id: z.number().int().positive() });

const capacityQuestion = z.object({
  /** Deals of the pipeline that are bought as well. */
  dealIds: z.array(z.number().int().positive()).max(500),
  isWeighted: z.boolean(),
  /** The deal whose largest price is asked for. */
  dealId: z.number().int().positive().nullable(),
  stress: stressSchema,
  quarters: z.number().int().min(4).max(40),
});
export type CapacityQuestion = z.infer<typeof capacityQuestion>;

const tableAnswer = z.object({ rows: z.number().int(), refused: z.array(z.object({ row: z.number().int(), column: z.string() })) });
export type CompanyTableAnswer = z.infer<typeof tableAnswer>;

const channels = {
  "company.get": read(z.void(), companySchema),
  /** `id` null: a new record. Refused with company.quarterTaken where the quarter is there already. */
  "company.save": write(z.object({ id: z.number().int().positive().nullable(), entry: recordSchema }), rowId, { changes }),
  "company.remove": write(rowId, z.void(), { changes }),
  "company.savePlan": write(companyPlanSchema, companyPlanSchema, { changes }),
  /** Reads a table that was chosen by `tapes.chooseFile`; answers how many rows came in and which didn't. */
  "company.importTable": write(z.object({ fileToken: z.string(), kind: z.enum(["quarter", "instrument", "exposure"]) }), tableAnswer, { changes }),
  /** An invented company, marked as such. Refused with company.notEmpty where the desk has entered a company of its own. */
  "company.addSample": write(z.void(), z.void(), { changes }),
  "company.removeSample": write(z.void(), z.void(), { changes }),
  "company.capacity": read(capacityQuestion, capacityViewSchema),
  /** Of the deal's latest pricing. */
  "company.effect": read(dealId, companyEffectSchema),
} as const;

export const companyFeature = {
  channels,
  jobKinds: ["importCompany"],
  errorCodes: ["company.notFound", "company.quarterTaken", "company.notEmpty", "company.noHeader", "company.nothingRead"],
} as const satisfies FeatureContract;
