import { z } from "zod";
import { debtorConditions, debtorTypes, fiveTierClasses, litigationStages, securityKinds, segments } from "./codes.ts";

/** Fields with a list of codes, in whose order their strata stand. */
export const codedStrata = {
  segment: segments,
  fiveTierClass: fiveTierClasses,
  securityKind: securityKinds,
  litigationStage: litigationStages,
  debtorType: debtorTypes,
  debtorCondition: debtorConditions,
} as const;
export type CodedStratum = keyof typeof codedStrata;

/** Fields of free text: as many strata as the tape has texts. */
export const textStrata = ["region", "court", "branch", "product", "industry"] as const;

/** Figures that are cut into bands, each with what its edges are stated in. */
export const bandedStrata = { principal: "fen", claim: "fen", appraisal: "fen", appraisalToClaim: "share", daysPastDue: "days", ownToModel: "share" } as const;
export type BandedStratum = keyof typeof bandedStrata;
// The keys of the table.
export const bandedFields = Object.keys(bandedStrata) as [BandedStratum, ...BandedStratum[]];

export const strataFields = [
  "segment",
  "fiveTierClass",
  "securityKind",
  "litigationStage",
  "debtorType",
  "debtorCondition",
  "region",
  "court",
  "branch",
  "product",
  "industry",
  "debtor",
  "principal",
  "claim",
  "appraisal",
  "appraisalToClaim",
  "daysPastDue",
  "ownToModel",
] as const;
export type StrataField = (typeof strataFields)[number];

export const isBanded = (field: StrataField): field is BandedStratum => Object.hasOwn(bandedStrata, field);
export const isCoded = (field: StrataField): field is CodedStratum => Object.hasOwn(codedStrata, field);

const wan = 1_000_000;
const amountEdges = [10, 50, 100, 500, 1000, 5000, 10_000].map((amount) => amount * wan);
/** Where bands begin until the desk says otherwise; what is less than the first edge is a band of its own. */
export const defaultEdges: Readonly<Record<BandedStratum, readonly number[]>> = {
  principal: amountEdges,
  claim: amountEdges,
  appraisal: amountEdges,
  appraisalToClaim: [0.25, 0.5, 0.75, 1, 1.5, 2],
  daysPastDue: [90, 180, 360, 720, 1080, 1800],
  ownToModel: [0.5, 0.75, 0.9, 1.1, 1.25, 1.5],
};

const mostEdges = 20;
export const edgesSchema = z
  .array(z.number().min(0).max(Number.MAX_SAFE_INTEGER))
  .min(1)
  .max(mostEdges)
  .refine((edges) => edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge)));

/** A field by which a package is cut; `edges` of its bands, in fen, shares or days. */
export const strataCutSchema = z.object({ field: z.enum(strataFields), edges: edgesSchema });
export type StrataCut = z.infer<typeof strataCutSchema>;

/** Names a stratum of a field: a code, a text, the place of a band, the id of a debtor's first loan. Null: the tape doesn't say. */
const memberSchema = z.string().max(2000).nullable();

/** Loans of some strata of a field, or with `isRest` those of all its others. */
export const strataFilterSchema = strataCutSchema.extend({ members: z.array(memberSchema).max(100), isRest: z.boolean() });
export type StrataFilter = z.infer<typeof strataFilterSchema>;

export const strataMeasures = ["allocatedFen", "principalFen", "claimFen", "appraisalFen", "grossRecoveryFen", "presentValueFen", "loans", "debtors"] as const;
export type StrataMeasure = (typeof strataMeasures)[number];
export const isAmount = (measure: StrataMeasure): boolean => measure !== "loans" && measure !== "debtors";

const whole = z.number().int();
const strataFiguresSchema = z.object({
  loans: whole,
  /** Debtors with a loan among them: one may stand in several strata. */
  debtors: whole,
  principalFen: whole,
  claimFen: whole,
  /** All items of the loans; an asset that several secure counts with each, as in the package's total. */
  appraisalFen: whole,
  /** In the chosen case, before costs. */
  grossRecoveryFen: whole,
  presentValueFen: whole,
  allocatedFen: whole,
  /** The part of the bid over principal and claim; null where there is none. */
  priceToPrincipal: z.number().nullable(),
  priceToClaim: z.number().nullable(),
});
export type StrataFigures = z.infer<typeof strataFiguresSchema>;

const strataLineSchema = z.object({
  member: memberSchema,
  /** The strata beyond those that are listed by themselves; 0 for one of them. */
  rest: whole,
  /** Of a debtor: the name; null where the tape states none. */
  name: z.string().nullable(),
});
export type StrataLine = z.infer<typeof strataLineSchema>;

/** A package cut by one field or by two. Sums of lines, of columns and the total agree to the fen. */
export const strataTableSchema = z.object({
  /** What was asked. */
  rowsBy: strataCutSchema,
  columnsBy: strataCutSchema.nullable(),
  measure: z.enum(strataMeasures),
  rows: z.array(strataLineSchema),
  /** One line where it is cut by one field. */
  columns: z.array(strataLineSchema),
  /** By row, then column. */
  cells: z.array(z.array(strataFiguresSchema)),
  rowTotals: z.array(strataFiguresSchema),
  columnTotals: z.array(strataFiguresSchema),
  total: strataFiguresSchema,
  /** Strata of the rows' field that have a loan. */
  strata: whole,
  /** Herfindahl and Hirschman's index of the measure over all strata of the rows' field, 0 to 10,000; null where no stratum has a positive figure. Debtors in several strata count in each. */
  concentration: z.number().nullable(),
});
export type StrataTable = z.infer<typeof strataTableSchema>;
