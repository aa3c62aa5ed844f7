import { z } from "zod";
import { type FeatureContract, read, write } from "./channel.ts";

/** Edits that are undone one after another: those of a deal's workbench, of the register, of the market table, of the sets of assumptions, of the company's figures and rules. */
const editStackSchema = z.union([
  z.object({ area: z.enum(["register", "market", "sets", "company"]) }),
  z.object({ area: z.literal("deal"), dealId: z.number().int().positive() }),
]);
export type EditStack = z.infer<typeof editStackSchema>;

/** Keys typed into one field in one go carry the same word: they are one step. */
export const typingSchema = z.string().max(60).optional();

/** What a step did. Each has its words under `journal.step.` in the texts. */
const stepKinds = [
  "modelEdited",
  "setApplied",
  "curvesCalibrated",
  "scenarioAdded",
  "scenarioEdited",
  "scenarioRemoved",
  "dealEdited",
  "dealArchived",
  "dealRestored",
  "marketDealAdded",
  "marketDealEdited",
  "marketDealRemoved",
  "marketAverageAdded",
  "marketAverageEdited",
  "marketAverageRemoved",
  "marketFigureAdded",
  "marketFigureEdited",
  "marketFigureRemoved",
  "builtInsRestored",
  "setCopied",
  "setEdited",
  "setRemoved",
  "cellsEdited",
  "cellsReset",
  "rowsAdded",
  "rowsRemoved",
  "startedByHand",
  "debtorEdited",
  "debtorsGrouped",
  "debtorsTyped",
  "estimatesRestored",
  "inspectionEdited",
  "inspectionHours",
  "exceptionsConfirmed",
  "confirmationWithdrawn",
  "debtorsMatched",
  "dateAdded",
  "dateEdited",
  "dateRemoved",
  "bidBeliefsEdited",
  "bidTermsEdited",
  "bidStructuresEdited",
  "versionAdopted",
  "versionPriced",
  "companyEdited",
  "companyRemoved",
  "companyImported",
  "companyPlanEdited",
  "companySampleAdded",
  "companySampleRemoved",
  "ruleEdited",
  "ruleAnswered",
] as const;

/** `name` is the user's own word for what was changed. `part` is the path of a model's field, the kind of an average, the English name of a set; `name` the number of cells or rows of a sheet. */
export const stepLabelSchema = z.object({ kind: z.enum(stepKinds), name: z.string().default(""), part: z.string().default("") });
export type StepLabel = z.infer<typeof stepLabelSchema>;

const stepSchema = z.object({ stepId: z.number().int(), label: stepLabelSchema });
export type JournalStep = z.infer<typeof stepSchema>;

const channels = {
  /** What would be undone and redone next. */
  "journal.next": read(z.object({ stack: editStackSchema }), z.object({ undo: stepSchema.nullable(), redo: stepSchema.nullable() })),
  /** Takes the last step back, or does again the one that was taken back last; null where there is none, or where it isn't `stepId`. */
  "journal.move": write(z.object({ stack: editStackSchema, way: z.enum(["undo", "redo"]), stepId: z.number().int().nullable() }), stepSchema.nullable(), {
    changes: [
      "journal.next",
      "deals.list",
      "calendar.list",
      "portfolio.get",
      "deals.get",
      "market.deals",
      "market.averages",
      "market.figures",
      "market.missingBuiltIns",
      "assumptions.list",
      "assumptions.model",
      "scenarios.list",
      "scenarios.compare",
      "sheet.rows",
      "sheet.rowIds",
      "sheet.figures",
      "sheet.find",
      "sheet.history",
      "sheet.edits",
      "packages.loanFacts",
      "packages.debtors",
      "notices.figures",
      "debtors.get",
      "diligence.get",
      "quality.get",
      "quality.rows",
      "quality.state",
      "bids.get",
      "bids.at",
      "bids.card",
      "bids.structures",
      "company.get",
      "company.capacity",
      "company.effect",
      "compliance.rules",
      "compliance.headroom",
      "tapes.list",
      "versions.list",
      "versions.compare",
      "versions.rows",
    ],
  }),
} as const;

export const journalFeature = { channels, jobKinds: [], errorCodes: ["journal.blocked"] } as const satisfies FeatureContract;
