import { storedCodes } from "../../shared/domain/codes.ts";
import type { EngineField } from "../../shared/domain/engine-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";

/** Kinds of typed array by what they hold: yuan and shares, masks and starts, numbers of courts, codes and flags. */
export interface ColumnArrays {
  readonly numbers: Float64Array;
  readonly words: Uint32Array;
  readonly halfWords: Uint16Array;
  readonly codes: Uint8Array;
}
export type ColumnArray = ColumnArrays[keyof ColumnArrays];

/** What an entry may be; `most` "courts" is the number of the package's courts. */
export interface ColumnRange {
  readonly least: number;
  readonly most: number | "courts";
  /** NaN stands for "none stated". */
  readonly hasGaps?: true;
  readonly isWhole?: true;
}

/** All that is special about one column of a package; types, allocation, neutral values, checks and the stored order derive from it. */
export interface ColumnRecord {
  /** One entry per loan, item or guarantor; `starts` of compressed rows has one more than loans. */
  readonly per: "loan" | "item" | "guarantor" | "starts";
  readonly array: keyof ColumnArrays;
  /** `rising` from 0, as starts do; `names` are compared, never used as an index. */
  readonly range: ColumnRange | "rising" | "names";
  /** Every entry of a column that a package may leave out; `own`: the entry's own number. Without it the column must be stated. */
  readonly neutral?: number | "own";
}

/** Largest amount accepted in one cell, yuan: ten trillion, far above any loan and safely below 2^53 fen. */
export const MAX_AMOUNT_YUAN = 1e13;
/** Half a century: no desk waits longer, and a price class has room for it. */
const MOST_MONTHS = 600;

/** A century. */
export const MOST_APPRAISAL_MONTHS = 1200;
/** Two centuries: no loan is older. */
export const MOST_DAYS = 73_000;

const money = { least: 0, most: MAX_AMOUNT_YUAN } as const;
const moneyOrGap = { ...money, hasGaps: true } as const;
const flag = { least: 0, most: 1 } as const;
const codesOf = (list: keyof typeof storedCodes) => ({ least: 0, most: storedCodes[list].length - 1 }) as const;
const maskOf = (list: keyof typeof storedCodes) => ({ least: 0, most: 2 ** storedCodes[list].length - 1 }) as const;

/**
 * One record per column, in the order in which runs store and hash them: a new one goes to the end and has a neutral
 * value, since stored runs lack it. Money in yuan. Codes and bits are places in the lists of `storedCodes`.
 */
export const columnTable = {
  upb: { per: "loan", array: "numbers", range: money },
  interest: { per: "loan", array: "numbers", range: money },
  fees: { per: "loan", array: "numbers", range: money },
  segment: { per: "loan", array: "codes", range: codesOf("segments") },
  stage: { per: "loan", array: "codes", range: codesOf("litigationStages") },
  /** Bit mask of shared fillRules applied to the loan or its collateral. */
  fillMask: { per: "loan", array: "words", range: maskOf("fillRules") },
  /** Items of loan i: `collateralStart[i] … collateralStart[i + 1] − 1`. */
  collateralStart: { per: "starts", array: "words", range: "rising" },
  appraisal: { per: "item", array: "numbers", range: money },
  collateralKind: { per: "item", array: "codes", range: codesOf("collateralKinds") },
  lienRank: { per: "item", array: "codes", range: { least: 1, most: 255 } },
  /** Claims paid before ours from the item; NaN where the seller states none (see assumptions.collateral.seniorShareByMissingRank). */
  seniorClaims: { per: "item", array: "numbers", range: moneyOrGap },
  /** Highest secured amount (最高额); NaN where there is no cap. */
  securedCap: { per: "item", array: "numbers", range: moneyOrGap },
  /** 1: the debtor is a company (unsecured creditors are paid by order of seizure), 0: an individual (pro rata). */
  debtorIsCompany: { per: "loan", array: "codes", range: flag, neutral: 1 },
  /** Bit mask of shared claimValidityChecks that the loan fails; whether a check counts is an assumption. */
  failedChecks: { per: "loan", array: "codes", range: maskOf("claimValidityChecks"), neutral: 0 },
  /** Index into `courts` of the loan's court, plus one; 0 = not stated. */
  court: { per: "loan", array: "halfWords", range: { least: 0, most: "courts" }, neutral: 0 },
  /** Rows of one physical asset carry the same number, so that it is sold once; a row of an asset of its own has a number of its own. */
  asset: { per: "item", array: "words", range: "names", neutral: "own" },
  /** Construction price priority (建设工程价款优先受偿权) on the item, yuan; 0 where there is none. */
  priorityClaims: { per: "item", array: "numbers", range: money, neutral: 0 },
  /** How we hold the item: index into shared collateralHolds (mortgage, or seizure as an unsecured creditor). */
  collateralHold: { per: "item", array: "codes", range: codesOf("collateralHolds"), neutral: 0 },
  /** For a seizure: unsecured claims of others on the item, yuan. Company: those seized before us. Individual: of all other participants. NaN: by `priorities.seizureRivalShare`. */
  rivalClaims: { per: "item", array: "numbers", range: moneyOrGap, neutral: 0 },
  /** Guarantors of loan i: `guarantorStart[i] … guarantorStart[i + 1] − 1`. */
  guarantorStart: { per: "starts", array: "words", range: "rising", neutral: 0 },
  /** Highest guaranteed amount, yuan; NaN where there is no cap. */
  guarantorCap: { per: "guarantor", array: "numbers", range: moneyOrGap, neutral: Number.NaN },
  /** Bit mask of shared guaranteeChecks that the guarantor fails; whether a check counts is an assumption. */
  guaranteeExpired: { per: "guarantor", array: "codes", range: maskOf("guaranteeChecks"), neutral: 0 },
  /** Paid before the mortgage, yuan; NaN where it applies and is not stated (assumptions.priorities). */
  landPremium: { per: "item", array: "numbers", range: moneyOrGap, neutral: 0 },
  homebuyerClaims: { per: "item", array: "numbers", range: moneyOrGap, neutral: 0 },
  taxArrears: { per: "item", array: "numbers", range: moneyOrGap, neutral: 0 },
  /** For a seizure: claims of others whose seizure waits behind ours; they share only where all share pro rata. */
  waitingClaims: { per: "item", array: "numbers", range: money, neutral: 0 },
  /** 1: another court seized the item first, so that its sale waits. */
  seizureWaits: { per: "item", array: "codes", range: flag, neutral: 0 },
  /** Months from the appraisal to cut-off; NaN where its day is not stated. */
  appraisalAge: { per: "item", array: "numbers", range: { least: 0, most: MOST_APPRAISAL_MONTHS, hasGaps: true, isWhole: true }, neutral: 0 },
  /** Days past due at cut-off; NaN where the tape tells neither them nor the date. */
  daysPastDue: { per: "loan", array: "numbers", range: { least: 0, most: MOST_DAYS, hasGaps: true }, neutral: Number.NaN },
  /** Condition of the debtor: index into shared debtorConditions. */
  debtorCondition: { per: "loan", array: "codes", range: codesOf("debtorConditions"), neutral: 0 },
  /** 1: the debtor is in reorganisation, which suspends the enforcement of mortgages (破产法 75). */
  enforcementStayed: { per: "loan", array: "codes", range: flag, neutral: 0 },
  /** Wages paid before unsecured creditors in bankruptcy, yuan; NaN where it applies and is not stated (assumptions.priorities). */
  wageClaims: { per: "item", array: "numbers", range: moneyOrGap, neutral: 0 },
  /** 1: a guarantee is stated, and nobody is named. */
  guarantorUnnamed: { per: "loan", array: "codes", range: flag, neutral: 0 },
  /** Which interest is admitted: index into shared interestBases. */
  interestBasis: { per: "loan", array: "codes", range: codesOf("interestBases"), neutral: 0 },
  /** Days from the day a judgment took effect to cut-off; 0 where there is none or its day is not known. */
  delayDays: { per: "loan", array: "numbers", range: { least: 0, most: MOST_DAYS, isWhole: true }, neutral: 0 },
  /** Number of the item's city (shared/domain/city-index.ts); 0 = its place names none. */
  city: { per: "item", array: "words", range: "names", neutral: 0 },
  /** Loans of one debtor (户) carry the same number. */
  debtor: { per: "loan", array: "words", range: "names", neutral: "own" },
} as const satisfies { readonly [Field in EngineField | TapeField]?: ColumnRecord };

export type ColumnName = keyof typeof columnTable;
/** Columns that every package must state. */
export type StatedColumn = { [C in ColumnName]: (typeof columnTable)[C] extends { readonly neutral: unknown } ? never : C }[ColumnName];
export type Columns = { readonly [C in ColumnName]: ColumnArrays[(typeof columnTable)[C]["array"]] };

/** Columns of the desk's own estimates, one entry per loan; NaN = by the tables. Stored behind the others, in this order. */
export const estimateTable = {
  /** Part of the appraisal that the sale loses; a negative one is a value above the appraisal. */
  haircut: { least: -10, most: 1, hasGaps: true },
  realisationProbability: { least: 0, most: 1, hasGaps: true },
  /** Month after cut-off. */
  monthsToCash: { least: 0, most: MOST_MONTHS, hasGaps: true, isWhole: true },
  /** Share of the collateral cash that its costs take, in place of servicer and counsel rates. */
  collateralCostRate: { least: 0, most: 1, hasGaps: true },
  /** Cash curve of the loan from month 1: share of the remaining claim, and its month-on-month factor. */
  firstMonthRate: { least: 0, most: 1, hasGaps: true },
  monthlyDecay: { least: 0, most: 1, hasGaps: true },
} as const satisfies Readonly<Record<string, ColumnRange>>;
export type EstimateName = keyof typeof estimateTable;

/** Estimates that count only together: all stated for a loan, or none. */
export const estimateGroups: readonly (readonly [EstimateName, ...EstimateName[]])[] = [
  ["haircut", "realisationProbability", "monthsToCash"],
  ["firstMonthRate", "monthlyDecay"],
];

/**
 * Columns of the desk's own estimates of debtors (户表), parted over their loans, one entry per loan; NaN = none. What a
 * case brings and costs, yuan, falls in one month after cut-off. Stored behind the others, in this order.
 */
export const ownTable = {
  lowGross: moneyOrGap,
  lowCosts: moneyOrGap,
  lowMonth: { least: 0, most: MOST_MONTHS, hasGaps: true, isWhole: true },
  highGross: moneyOrGap,
  highCosts: moneyOrGap,
  highMonth: { least: 0, most: MOST_MONTHS, hasGaps: true, isWhole: true },
  /** Weight w of the low case in the base case, w · low + (1 − w) · high; it counts where both cases are stated. NaN: the base case stays the model's. */
  lowWeight: { least: 0, most: 1, hasGaps: true },
} as const satisfies Readonly<Record<string, ColumnRange>>;
export type OwnName = keyof typeof ownTable;

/** Own estimates that count only together: all stated for a loan, or none. */
export const ownGroups: readonly (readonly [OwnName, ...OwnName[]])[] = [
  ["lowGross", "lowCosts", "lowMonth"],
  ["highGross", "highCosts", "highMonth"],
];

// The keys of the tables, in their order.
export const columnNames = Object.keys(columnTable) as readonly ColumnName[];
export const estimateNames = Object.keys(estimateTable) as readonly EstimateName[];
export const ownNames = Object.keys(ownTable) as readonly OwnName[];

/**
 * Estimates for single loans that take the place of tables; NaN = by the tables. The first three count only together:
 * the loan's collateral is then realised once, with this probability, in this month after cut-off, at appraisal × (1 − haircut).
 */
export type LoanEstimates = { readonly [E in EstimateName]: Float64Array };

/** Own estimates of debtors, by loan: in a case that has one, it takes the place of all routes and costs of the loan. */
export type OwnEstimates = { readonly [O in OwnName]: Float64Array };

/** How many entries a column has. */
export function columnLengths(rows: {
  readonly loans: number;
  readonly items: number;
  readonly guarantors: number;
}): Readonly<Record<ColumnRecord["per"], number>> {
  return { loan: rows.loans, item: rows.items, guarantor: rows.guarantors, starts: rows.loans + 1 };
}

/** Makes an array for each column. */
export function mapColumns(make: (record: ColumnRecord, name: ColumnName) => ColumnArray): Columns {
  return Object.fromEntries(columnNames.map((name) => [name, make(columnTable[name], name)])) as unknown as Columns; // `make` follows each record's kind of array
}

/** Makes an array for each estimate. */
export function mapEstimates(make: (name: EstimateName) => Float64Array): LoanEstimates {
  return Object.fromEntries(estimateNames.map((name) => [name, make(name)])) as LoanEstimates; // each name once
}

/** Makes an array for each column of own estimates. */
export function mapOwn(make: (name: OwnName) => Float64Array): OwnEstimates {
  return Object.fromEntries(ownNames.map((name) => [name, make(name)])) as OwnEstimates; // each name once
}
