import { z } from "zod";
import { printedApprovalSchema } from "./approval.ts";
import { assetTypesSchema } from "./asset-types.ts";
import { assumptionSourcesSchema, assumptionsSchema, casesSchema } from "./assumptions.ts";
import { trailHeadSchema } from "./audit.ts";
import { printedBridgeSchema } from "./bid-bridge.ts";
import { caseNames, languages, moneyUnits } from "./codes.ts";
import { companyEffectSchema } from "./company.ts";
import { headroomSchema } from "./compliance.ts";
import { frozenDebtorsSchema } from "./debtor-sheet.ts";
import { frozenAnalysesSchema, frozenBidSchema } from "./frozen-analyses.ts";
import { tapeReportSchema } from "./import-report.ts";
import { memoFormSchema, usualMemoForm } from "./memo-form.ts";
import { pricingResultSchema } from "./pricing-results.ts";
import { qualityStateSchema } from "./quality.ts";
import { sheetLists } from "./sheet-fields.ts";
import { tapeFields } from "./tape-fields.ts";

/** One line of a stratum of the package; `key` is a code (or a region's name), null: not stated. */
const stratumSchema = z.object({
  key: z.string().nullable(),
  loans: z.number().int(),
  upbFen: z.number().int(),
  claimFen: z.number().int(),
  upbShare: z.number(),
  /** Base-case recovery over claim, and the part of the bid allocated to the stratum. */
  recoveryRate: z.number().nullable(),
  allocatedFen: z.number().int(),
});
export type Stratum = z.infer<typeof stratumSchema>;

/** Everything that a memo prints, computed in main; the page only lays it out. */
const cellValue = z.union([z.string(), z.number()]).nullable();
/** Edits that a memo prints one by one. */
export const mostPrintedEdits = 100;

/** What the desk changed in the rows of the package: cells whose value is not the seller's, the first of them one by one, and rows that came and went. */
const deskEditsSchema = z.object({
  values: z.number().int(),
  addedRows: z.number().int(),
  removedRows: z.number().int(),
  cells: z
    .array(
      z.object({
        list: z.enum(sheetLists),
        contractNo: z.string(),
        field: z.enum(tapeFields),
        old: cellValue,
        new: cellValue,
        author: z.string(),
        why: z.string(),
      }),
    )
    .max(mostPrintedEdits),
});
export type DeskEdits = z.infer<typeof deskEditsSchema>;

export const memoSchema = z.object({
  language: z.enum(languages),
  moneyUnit: z.enum(moneyUnits),
  printedAt: z.string(),
  deal: z.object({
    name: z.string(),
    seller: z.string(),
    kind: z.string(),
    process: z.string(),
    cutOffDate: z.string().nullable(),
    bidDeadline: z.string().nullable(),
    stage: z.string(),
    status: z.string(),
    owner: z.string(),
    notes: z.string(),
  }),
  run: z.object({
    id: z.number().int(),
    name: z.string(),
    /** Differs from the name where the run was renamed; the hash covers this one. */
    savedAs: z.string().prefault(""),
    createdAt: z.string(),
    engineVersion: z.string(),
    inputsHash: z.string(),
    contentHash: z.string().nullable().default(null),
    runHash: z.string(),
  }),
  result: pricingResultSchema,
  /** The desk entered the bid price; else it is the base case's highest bid. */
  isBidEntered: z.boolean(),
  /** The set that the assumptions came from, and whether they were edited since; null in a run that was saved before sets were named. */
  assumptionSet: z.object({ nameZh: z.string(), nameEn: z.string(), asOf: z.iso.date(), isEdited: z.boolean() }).nullable().default(null),
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
  strata: z.object({
    fiveTierClass: z.array(stratumSchema),
    securityKind: z.array(stratumSchema),
    litigationStage: z.array(stratumSchema),
    region: z.array(stratumSchema),
  }),
  /** The package by what secures its loans. */
  assetTypes: assetTypesSchema,
  /** What stands in it and with which words of the desk. */
  form: memoFormSchema.default(usualMemoForm),
  /** The debtor sheet as it was; null in a run that was saved before there was one. */
  debtors: frozenDebtorsSchema.nullable().default(null),
  tape: z.object({ fileName: z.string(), fileSha256: z.string(), report: tapeReportSchema }),
  /** Null: the package's rows are the seller's, or the run was saved before they could be edited. */
  edits: deskEditsSchema.nullable().default(null),
  /** Exceptions of the package, and which nobody had confirmed; null in a run that was saved before they were looked for. */
  quality: qualityStateSchema.nullable().default(null),
  /** What was decided of it; null where it was never handed in: then it is a draft. */
  approval: printedApprovalSchema.nullable().default(null),
  /** The last event of the trail as it was printed. */
  trailHead: trailHeadSchema.nullable().default(null),
  /** What the deal does to the company, and what the rules of its day leave; null in a run that was saved without a company's figures, or before there were any. */
  company: companyEffectSchema.nullable().default(null),
  compliance: headroomSchema.nullable().default(null),
  /** Scenarios, sensitivities and the simulation; null in a run that was saved before runs kept them, or whose shifts the engine refuses. */
  analyses: frozenAnalysesSchema.nullable().default(null),
  /** From the value to the bid; null in a run that was saved before runs kept it. */
  bid: frozenBidSchema.nullable().default(null),
  /** Why its highest bids are not those of an earlier run; null where no run is named. */
  bridge: printedBridgeSchema.nullable().default(null),
  market: z.object({
    averages: z.array(
      z.object({
        dealKind: z.string(),
        period: z.string(),
        ratio: z.number(),
        isUpperBound: z.boolean(),
        base: z.string(),
        source: z.string(),
        asOf: z.string(),
      }),
    ),
    deals: z.array(
      z.object({
        buyer: z.string(),
        seller: z.string(),
        reportedOn: z.string(),
        priceFen: z.number().nullable(),
        kind: z.string(),
        source: z.string(),
        priceToPrincipal: z.number().nullable(),
      }),
    ),
  }),
});
export type Memo = z.infer<typeof memoSchema>;

/**
 * What of the desk's own tables a memo prints; a run keeps it as it was when the run was saved, and beside it the deal's
 * scenarios, the case that was on screen and who saved it. Runs of earlier versions have none of the latter.
 */
export const runRecordSchema = memoSchema
  .pick({
    deal: true,
    market: true,
    assumptionSet: true,
    edits: true,
    debtors: true,
    quality: true,
    company: true,
    compliance: true,
    analyses: true,
    bid: true,
  })
  .extend({
    /** As the table of scenarios stores them. */
    scenarios: z.array(z.object({ name: z.string(), shifts: z.unknown() })).prefault([]),
    caseName: z.enum(caseNames).prefault("base"),
    savedBy: z.string().prefault(""),
  });
export type RunRecord = z.infer<typeof runRecordSchema>;
