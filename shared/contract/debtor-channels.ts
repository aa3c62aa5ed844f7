import { z } from "zod";
import { caseNames, debtorConditions, litigationStages } from "../domain/codes.ts";
import { debtorEntrySchema, debtorFilters, debtorPatchSchema, debtorSortKeys, mostGroupSigns } from "../domain/debtor-sheet.ts";
import { repaymentsSchema } from "../domain/repayments.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const fen = z.number().int();

/** What a case makes of a debtor; `isOwn`: by the desk's own estimate. */
const debtorCaseSchema = z.object({
  grossFen: fen,
  costsFen: fen,
  netFen: fen,
  /** Months to cash, weighted by what comes in; null where nothing does. */
  months: z.number().nullable(),
  /** Per year; the hurdle of the case where the desk states none. */
  discountRate: z.number(),
  margin: z.number().nullable(),
  /** At the hurdle: what the package's value has of the debtor. */
  presentValueFen: fen,
  /** The line's own bid, by its own discount rate and margin; the present value where nothing is typed. */
  bidFen: fen,
  isOwn: z.boolean(),
});
const casesOf = <Case extends z.ZodType>(one: Case) => z.object({ low: one, base: one, high: one });

const debtorRowSchema = z.object({
  /** The first of its loans, by which it is named on the channels. */
  loanId: z.number().int(),
  debtorName: z.string().nullable(),
  debtorId: z.string().nullable(),
  loans: z.number().int(),
  principalFen: fen,
  interestFen: fen,
  feesFen: fen,
  claimFen: fen,
  /** Appraisals less what the tape states as paid before us, each asset once; what debtors share is parted by claim. */
  netCollateralFen: fen,
  allocatedFen: fen,
  cases: casesOf(debtorCaseSchema),
  /** Null: the desk said nothing of it. */
  entry: debtorEntrySchema.extend({ typedBy: z.string(), typedAt: z.string() }).nullable(),
  /** Other debtors with whom it shares assets. */
  sharesWith: z.number().int(),
});
export type DebtorRow = z.infer<typeof debtorRowSchema>;

const sumsSchema = z.object({ grossFen: fen, costsFen: fen, netFen: fen, presentValueFen: fen });
const debtorTotalsSchema = z.object({
  debtors: z.number().int(),
  loans: z.number().int(),
  principalFen: fen,
  interestFen: fen,
  feesFen: fen,
  claimFen: fen,
  netCollateralFen: fen,
  allocatedFen: fen,
  cases: casesOf(sumsSchema.extend({ bidFen: fen })),
});
export type DebtorTotals = z.infer<typeof debtorTotalsSchema>;

const debtorSheetSchema = z.object({
  total: z.number().int(),
  rows: z.array(debtorRowSchema),
  /** Of all debtors in the view. */
  shown: debtorTotalsSchema,
  /** What belongs to no debtor: overhead, incentive fee, settlement of the time before closing. */
  ofPackage: casesOf(sumsSchema),
  /** The package as it was priced: all debtors and what belongs to none. */
  model: casesOf(sumsSchema.extend({ maxBidFen: fen, hurdleRate: z.number() })),
  bidPriceFen: fen,
  debtors: z.number().int(),
  /** Debtors with an own estimate, those of them that carry the base case, and the part of the bid that rests on these. */
  own: z.object({ debtors: z.number().int(), inBase: z.number().int(), allocatedFen: fen }),
  groups: z.array(z.string()),
  /** Lines of the desk whose debtor the present tape doesn't have. */
  unmatched: z.array(z.string()),
});
export type DebtorSheet = z.infer<typeof debtorSheetSchema>;

const debtorLoanSchema = z.object({
  loanId: z.number().int(),
  contractNo: z.string(),
  claimFen: fen,
  principalFen: fen,
  stage: z.enum(litigationStages).nullable(),
  court: z.string().nullable(),
  condition: z.enum(debtorConditions).nullable(),
  presentValueFen: fen,
});

const namedDebtorSchema = z.object({ loanId: z.number().int(), debtorName: z.string().nullable() });

const debtorDetailSchema = z.object({
  row: debtorRowSchema,
  /** The first of them, where they are many. */
  loans: z.array(debtorLoanSchema),
  guarantors: z.array(z.object({ name: z.string(), loans: z.number().int(), others: z.array(namedDebtorSchema), moreOthers: z.number().int() })),
  repayments: repaymentsSchema,
  /** Debtors with whom it shares assets. */
  sharesWith: z.array(namedDebtorSchema),
  /** What the desk's line was after each change, the latest first; null: taken away. */
  history: z.array(z.object({ loggedAt: z.string(), entry: debtorEntrySchema.extend({ typedBy: z.string(), typedAt: z.string() }).nullable() })),
});
export type DebtorDetail = z.infer<typeof debtorDetailSchema>;

const view = z.object({
  sortBy: z.enum(debtorSortKeys),
  descending: z.boolean(),
  search: z.string().max(100),
  filter: z.enum(debtorFilters),
  /** Only the debtors of this group; null: of any. */
  groupName: z.string().max(mostGroupSigns).nullable(),
});
export type DebtorView = z.infer<typeof view>;

const debtorOf = dealId.extend({ loanId: z.number().int() });
/** The sheet itself is read again once the package was priced with what was typed. */
const changes = ["debtors.get", "journal.next"] as const;

/** Lines that an edit changed, and whether what is priced changed with them. */
const changedSchema = z.object({ lines: z.number().int(), isPriced: z.boolean() });
export type ChangedLines = z.infer<typeof changedSchema>;

const channels = {
  /** A line a debtor of the deal's latest pricing. */
  "debtors.sheet": read(dealId.extend({ view, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }), debtorSheetSchema),
  "debtors.get": read(debtorOf.extend({ caseName: z.enum(caseNames) }), debtorDetailSchema),
  /** Puts the desk's line of a debtor in place of the one before; one with nothing in it is taken away. */
  "debtors.save": write(debtorOf.extend({ entry: debtorEntrySchema }), changedSchema, { changes }),
  /** What cells of debtors' lines state, in one step to undo. */
  "debtors.type": write(
    dealId.extend({
      lines: z
        .array(z.object({ loanId: z.number().int(), patch: debtorPatchSchema }))
        .min(1)
        .max(5000),
    }),
    changedSchema,
    { changes },
  ),
  /** Puts debtors into a group, or out of any: one step to undo. */
  "debtors.group": write(
    dealId.extend({ loanIds: z.array(z.number().int()).min(1).max(5000), groupName: z.string().trim().max(mostGroupSigns) }),
    changedSchema,
    {
      changes,
    },
  ),
} as const;

export const debtorFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["debtor.notFound"],
} as const satisfies FeatureContract;
