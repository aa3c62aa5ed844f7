import { z } from "zod";
import { type FeatureContract, read, write } from "./channel.ts";

const draftForms = [
  "deal",
  "marketDeal",
  "marketAverage",
  "marketFigure",
  "scenario",
  "runMark",
  "saveRun",
  "workbench",
  "debtor",
  "debtorGroup",
  "inspection",
  "bidBeliefs",
  "bidTerms",
  "bidStructures",
  "bidLimit",
  "bidRaise",
  "bidClosing",
  "bidDate",
  "newLoan",
  "newItem",
  "newGuarantor",
  "startByHand",
  "companyQuarter",
  "companyInstrument",
  "companyExposure",
  "companyPlan",
  "rule",
  "ruleAnswer",
  "approvalPaper",
  "approvalDecision",
  "approvalStep",
  "approvalVote",
] as const;
const id = z.number().int().positive().nullable();

/** The form that is being filled in: of which kind, in which deal (null: in none), for which record (null: a new one). */
const draftPlaceSchema = z.object({ form: z.enum(draftForms), dealId: id, recordId: id });
export type DraftForm = (typeof draftForms)[number];
export type DraftPlace = z.infer<typeof draftPlaceSchema>;

/** What the form holds, as JSON: read again by the form's own schema, since what is being typed may not be valid yet. */
const content = z.string().max(200_000);

const channels = {
  /** What was typed into forms of a kind and not saved, the latest first. */
  "drafts.of": read(draftPlaceSchema.omit({ recordId: true }), z.array(z.object({ recordId: id, content, keptAt: z.string() }))),
  "drafts.keep": write(draftPlaceSchema.extend({ content }), z.void(), { changes: ["drafts.of"] }),
  "drafts.drop": write(draftPlaceSchema, z.void(), { changes: ["drafts.of"] }),
} as const;

export const draftFeature = { channels, jobKinds: [], errorCodes: [] } as const satisfies FeatureContract;
