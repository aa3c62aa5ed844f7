import { z } from "zod";
import { collateralKinds } from "./codes.ts";

/** Cases for which the desk types estimates of its own; the base case weighs them. */
export const ownCaseNames = ["low", "high"] as const;
export type OwnCaseName = (typeof ownCaseNames)[number];

/** How a debtor was valued (估值方法). */
export const valuationMethods = ["liquidation", "cashFlow", "comparables", "combined"] as const;
export type ValuationMethod = (typeof valuationMethods)[number];

/** What a margin is a share of: the price on top of which it is earned, or the value that it is taken off. */
const marginBases = ["onCost", "onPrice"] as const;
export type MarginBasis = (typeof marginBases)[number];

/** Ten trillion yuan, the most that the engine takes in one cell. */
const mostFen = 1e15;
const amountFen = z.number().int().min(0).max(mostFen);

/** What a debtor brings in one case, as the desk has it: gross and costs fall in one month after cut-off. */
const ownEstimateSchema = z.object({
  grossFen: amountFen,
  costsFen: amountFen,
  months: z.number().int().min(0).max(600),
  /** Per year; null: the hurdle of the case. */
  discountRate: z.number().min(0).max(1).nullable(),
  margin: z.number().min(0).max(0.99).nullable(),
});
export type OwnEstimate = z.infer<typeof ownEstimateSchema>;

export const mostGroupSigns = 60;
const groupName = z.string().trim().max(mostGroupSigns);

/** What the desk says of a debtor on its line of the sheet. */
export const debtorEntrySchema = z.object({
  groupName,
  method: z.enum(valuationMethods).nullable(),
  low: ownEstimateSchema.nullable(),
  high: ownEstimateSchema.nullable(),
  /** Weight of the low case in the base case; null: the base case stays the model's. */
  lowWeight: z.number().min(0).max(1).nullable(),
  marginBasis: z.enum(marginBases),
  underwriter: z.string().trim().max(60),
  underwrittenOn: z.iso.date().nullable(),
  evidence: z.string().trim().max(500),
  note: z.string().trim().max(2000),
});
export type DebtorEntry = z.infer<typeof debtorEntrySchema>;

const modelFiguresSchema = ownEstimateSchema.pick({ grossFen: true, costsFen: true, months: true });
/** `from`: the model's figures as they were shown, with which an own estimate begins; `to`: what is stated of it. */
const casePatchSchema = z.object({ from: modelFiguresSchema, to: ownEstimateSchema.partial() }).nullable();

/** What single cells of a debtor's line state: what is left out stays as it is, a case that is null goes back to the model. */
export const debtorPatchSchema = debtorEntrySchema.omit({ low: true, high: true }).extend({ low: casePatchSchema, high: casePatchSchema }).partial();
export type DebtorPatch = z.infer<typeof debtorPatchSchema>;

/** Both cases weigh the same until the desk says otherwise. */
export const firstWeight = 0.5;

/** A line on which nothing is said yet. */
export const emptyEntry: DebtorEntry = {
  groupName: "",
  method: null,
  low: null,
  high: null,
  lowWeight: null,
  marginBasis: "onPrice",
  underwriter: "",
  underwrittenOn: null,
  evidence: "",
  note: "",
};

/** What is stated, over what there was. */
function stated<Whole extends object>(before: Whole, change: { readonly [Key in keyof Whole]?: Whole[Key] | undefined }): Whole {
  return { ...before, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) };
}

function patchedCase(before: OwnEstimate | null, patch: DebtorPatch["low"]): OwnEstimate | null {
  if (patch === undefined) return before;
  return patch === null ? null : stated<OwnEstimate>(before ?? { ...patch.from, discountRate: null, margin: null }, patch.to);
}

/** A line with what cells state of it. A weight without any estimate says nothing. */
export function patchedEntry<Entry extends DebtorEntry>(before: Entry, { low, high, ...others }: DebtorPatch): Entry {
  const [ownLow, ownHigh] = [patchedCase(before.low, low), patchedCase(before.high, high)];
  const hasCase = ownLow !== null || ownHigh !== null;
  const isFirst = before.low === null && before.high === null && hasCase;
  const { lowWeight, ...rest } = stated<DebtorEntry>(before, others);
  const weight = isFirst && others.lowWeight === undefined ? (lowWeight ?? firstWeight) : lowWeight;
  return { ...before, ...rest, low: ownLow, high: ownHigh, lowWeight: hasCase ? weight : null };
}

/** Whether own estimates carry the base case: both cases are stated and weighed. */
export const carriesBase = ({ low, high, lowWeight }: Pick<DebtorEntry, "low" | "high" | "lowWeight">): boolean =>
  low !== null && high !== null && lowWeight !== null;

/** Columns of amounts that a debtor has as its tape states them. */
const debtorAmountKeys = ["claimFen", "principalFen", "interestFen", "feesFen", "netCollateralFen"] as const;
/** What a case makes of a debtor. */
const debtorCaseKeys = ["grossFen", "costsFen", "netFen", "presentValueFen", "months", "bidFen"] as const;

const caseSortKeys = (["low", "base", "high"] as const).flatMap((caseName) => debtorCaseKeys.map((key) => `${caseName}.${key}` as const));
const textSortKeys = ["debtorName", "groupName", "underwriter"] as const;

/** Columns by which debtors can be ordered. */
export const debtorSortKeys = [...textSortKeys, "loans", "allocatedFen", ...debtorAmountKeys, ...caseSortKeys] as const;
export type DebtorSortKey = (typeof debtorSortKeys)[number];

/** Which debtors a view shows. */
export const debtorFilters = ["all", "own", "withoutOwn", "grouped"] as const;

const fen = z.number().int();
/** What a case makes of a debtor, as a memo prints it. */
const printedCaseSchema = z.object({ grossFen: fen, costsFen: fen, months: z.number().nullable(), presentValueFen: fen, isOwn: z.boolean() });
const printedLineSchema = z.object({
  debtorName: z.string().nullable(),
  loans: z.number().int(),
  claimFen: fen,
  allocatedFen: fen,
  low: printedCaseSchema,
  base: printedCaseSchema,
  high: printedCaseSchema,
  method: z.enum(valuationMethods).nullable(),
  /** Its assets, each once, and their kinds by appraisal; null in a run that was saved before runs kept them, as are the routes. */
  collateral: z
    .object({ items: z.number().int(), appraisalFen: fen, kinds: z.array(z.enum(collateralKinds)) })
    .nullable()
    .default(null),
  /** What each way of paying brings in the base case before discounting. */
  routes: z.object({ collateralFen: fen, guarantorFen: fen, cashFen: fen, ownFen: fen }).nullable().default(null),
});
export type PrintedDebtor = z.infer<typeof printedLineSchema>;

/** The sheet as a run keeps it for its memo: who rests on the desk's own work, and the debtors that the base case values most. */
export const frozenDebtorsSchema = z.object({
  debtors: z.number().int(),
  /** Debtors with an own estimate, those of them that carry the base case, and the part of the bid that rests on these. */
  own: z.object({ debtors: z.number().int(), inBase: z.number().int(), allocatedFen: fen }),
  largest: z.array(printedLineSchema),
  total: z.object({ loans: z.number().int(), claimFen: fen, allocatedFen: fen, lowFen: fen, baseFen: fen, highFen: fen }),
});
export type FrozenDebtors = z.infer<typeof frozenDebtorsSchema>;
