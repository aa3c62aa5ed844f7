import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import type { DebtorCash } from "./debtor-cash.ts";
import type { OwnPlan } from "./own-case.ts";

/** What decides months, probabilities and prices of a sale: loans and items that share it share a row of the plan's tables. */
export interface PriceClass {
  /** Kind of collateral; `NO_KIND` for the loan itself, whose months its items share. */
  readonly kind: number;
  readonly stage: number;
  readonly segment: number;
  /** Whose it is: place in debtorTypes. The debtor's kind stands for the owner's. */
  readonly owner: number;
  /** 1: another court seized it first. */
  readonly waits: number;
  /** 1: its debtor is in reorganisation, which suspends the sale. */
  readonly stays: number;
  /** Name of the court; null where none is stated. */
  readonly court: string | null;
  /** The desk's own month of realisation; `BY_TABLES` where stage and rounds decide. */
  readonly ownMonth: number;
  /** Place in the bands of costs per file by the loan's claim; their number where it exceeds all. */
  readonly fileBand: number;
}

/** What decides the curve on the claim that remains after the collateral. */
export interface CurveClass {
  readonly segment: number;
  /** Place among the segment's `agedCurves`; `NOT_AGED` where the curve of the segment counts. */
  readonly aged: number;
  /** What the debtor's condition makes of the curve; nothing of the loan's own. */
  readonly cash: DebtorCash;
  /** Whether the claim may be settled or resold. */
  readonly hasExits: boolean;
  /** Month-on-month factor of the loan's own curve; null where the segment's curve counts. */
  readonly ownDecay: number | null;
  /** First month's rate of an own curve that its class alone has; null: 1, and each loan scales the class by its own rate. */
  readonly ownRate: number | null;
  /** Guarantors without a cap whose guarantee is not expired: what they pay is linear in the remaining claim. */
  readonly guarantors: number;
}

/** Classes that a package's loans and items fall into; the tables of a case have one row per class. */
export interface PackageClasses {
  readonly priceClasses: readonly PriceClass[];
  readonly curveClasses: readonly CurveClass[];
  /** [item] and [loan] price class; a loan's has `NO_KIND`. */
  readonly itemClass: Uint16Array;
  readonly loanClass: Uint16Array;
  /** [loan] curve class, and the factor on its shares. */
  readonly curveClass: Uint16Array;
  readonly curveScale: Float64Array;
  /** Cut-off date of the package, from which months count. */
  readonly cutOffDate: string | null;
  /** Principal of the package, yuan: what an incentive fee is measured by. */
  readonly principalYuan: number;
  /** [segment] loans. */
  readonly loansInSegment: Float64Array;
  /** [segment × band of costs per file] loans. */
  readonly filesInBand: Float64Array;
  /** Up to this factor on cash recoveries no scaled own curve collects more than the claim. */
  readonly cashHeadroom: number;
}

/** In place of a kind: the loan itself. */
export const NO_KIND = -1;
/** In place of an aged curve: that of the segment. */
export const NOT_AGED = -1;
/** In place of an own month: by stage and rounds. */
export const BY_TABLES = -1;

/**
 * Cash recovery curves (回收曲线) by curve class; shares are of the claim that remains after the collateral route (and
 * after guarantors with a cap), per unit of the loan's `curveScale`. Guarantors without a cap take their share first.
 */
export interface CurveTables {
  /** [curve class × month 0 … horizon] share collected in the month; its sum times the scale never exceeds 1. */
  readonly share: Float64Array;
  /** [curve class] rate of the first month after the cash shift. */
  readonly firstMonthRate: Float64Array;
  /** [curve class] sums of the share, of the share × discount factor, of the share × month received. */
  readonly total: Float64Array;
  readonly discounted: Float64Array;
  readonly weightedMonths: Float64Array;
  /** [curve class] share that the class's guarantors without a cap pay; its months are those of `GuarantorTables`. */
  readonly guarantorTotal: Float64Array;
}

/** What guarantors (保证人) of loans of a segment are expected to pay, and when, in one case. */
export interface GuarantorTables {
  /** [segment] probability and paid share of what is due; and their product for the part of the window inside the horizon. */
  readonly probability: Float64Array;
  readonly rate: Float64Array;
  /** [segment] first and last month of payment; last < first where the window lies beyond the horizon. */
  readonly firstMonth: Int32Array;
  readonly lastMonth: Int32Array;
  /** [segment] mean discount factor and mean month received over those months. */
  readonly discounted: Float64Array;
  readonly weightedMonths: Float64Array;
}

/** What an asset taken for a debt (以物抵债) pays and brings per yuan of its take-over price, the same for all. */
export interface TakeOverTerms {
  /** Paid at take-over, deed tax included, before what is set off against the claim. */
  readonly outlay: number;
  /** What the resale brings after its own costs and the carry until then. */
  readonly proceeds: number;
  /** The asset is taken only where more than this is set off: then the resale is worth more than the cash paid, at the set's hurdle. */
  readonly least: number;
  /** Months from take-over to resale. */
  readonly gapMonths: number;
}

/** What rows and classes of a package hang on: all else may change without lowering the package again. */
export const rowGroups = [
  "horizonMonths",
  "collateral",
  "saleTaxes",
  "priorities",
  "timing",
  "courtFees",
  "guarantors",
  "validity",
  "costs",
  "agedCurves",
  "interest",
  "conditions",
  "exits",
  "suits",
] as const;
/** The curves of segments, and the hurdle by which the best exit is chosen, only where they decide which loans are sued for. */
export type RowAssumptions = Pick<Assumptions, (typeof rowGroups)[number] | "curves" | "hurdleRate">;

/** A plan, or the assumptions that rows hang on: what is the same in every case asks for no more. */
export interface AssumptionsOf {
  readonly assumptions: RowAssumptions;
}

/**
 * One case made ready: assumptions with the shifts of the case (METHOD §5) worked into tables, so that the loop over
 * loans only looks up. Tables have a row per class of the package (`PackageClasses`). An outcome (结果) of an item is a
 * sale in round 0, 1, … or, last, debt-for-asset (以物抵债); the probability left over is "nothing within the horizon".
 * A class with the desk's own realisation has one outcome, 0.
 */
export interface CasePlan {
  readonly assumptions: Assumptions;
  readonly classes: PackageClasses;
  readonly hurdleRate: number;
  readonly horizonMonths: number;
  readonly closingMonth: number;
  /** Length of the month grid: 0 … the later of horizon and closing. */
  readonly monthCount: number;
  /** Discount factor by month of flow; a flow before closing counts as of closing. */
  readonly discountFactor: Float64Array;
  /** Outcomes that any class can reach; later ones are left out. Outcome `debtForAssetOutcome` is not a round. */
  readonly outcomeCount: number;
  readonly debtForAssetOutcome: number;
  /** What an asset taken for a debt pays and brings per yuan of its price. */
  readonly takeOver: TakeOverTerms;
  /** [price class × outcome] month of the cash, of a resale where the asset is taken over; may lie beyond the horizon. */
  readonly outcomeMonth: Int32Array;
  /** [price class] factor on the appraisal (after an own haircut), before growth and the value shift. */
  readonly valueFactor: Float64Array;
  /** [price class × outcome] opening price of the round (of the last one for debt-for-asset) per yuan of appraisal, before the value shift. */
  readonly openingFactor: Float64Array;
  /** [segment] 1 + the shift on collateral values. */
  readonly valueLevel: Float64Array;
  /** [price class × outcome] price obtained, or at which the asset is taken over, per yuan of appraisal; 0 where the cash lies beyond the horizon. */
  readonly priceFactor: Float64Array;
  /** [price class × outcome] part of the price that is left after the seller's taxes and the sale costs. */
  readonly netShare: Float64Array;
  /** [price class × outcome] probability of the outcome, and of it or an earlier one, before a loan's own chance. */
  readonly outcomeProbability: Float64Array;
  readonly cumulativeProbability: Float64Array;
  /** [price class] factor on a loan's own probability of realisation; 1 where the rounds decide. */
  readonly chanceFactor: Float64Array;
  readonly curves: CurveTables;
  readonly guarantors: GuarantorTables;
  /** [price class] month of acceptance and preservation fees, −1 where none are due. */
  readonly courtFeesMonth: Int32Array;
  readonly fileCostMonth: number;
  /** [segment] 1 + the shift on all costs but court fees; and the same for the package's overhead. */
  readonly costFactor: Float64Array;
  readonly overheadFactor: number;
  /** Which own estimates count, and what shifts make of them. */
  readonly own: OwnPlan;
}
