import {
  bankruptcyKinds,
  collateralHolds,
  collateralKinds,
  debtorConditions,
  debtorTypes,
  fiveTierClasses,
  guarantorSuits,
  interestBases,
  landTitles,
  litigationStages,
  securityKinds,
  seizureStatuses,
} from "./codes.ts";

/** How a cell of a field is read, and so what its value is. */
export type CellKind = "identifier" | "text" | "names" | "code" | "amount" | "share" | "date" | "count" | "months" | "area" | "rank";

/** A value for which a row is left out, and the finding that says so. */
interface Rejection {
  readonly code: string;
  readonly when: (value: string | number | null) => boolean;
}

/** All that is special about one column of a tape; what reads, stores, shows or checks columns derives from it. */
interface FieldRecord {
  /** The lists that may have a column for it. */
  readonly list: "loans" | "collateral" | "both" | "repayments";
  readonly kind: CellKind;
  /** The values of a code. */
  readonly codes?: readonly string[];
  /** Column of the database; null where another field's column takes the value. */
  readonly column: string | null;
  /** A table of its own beside those of loans and collateral: one row per name, or one where anything is stated. */
  readonly table?: "guarantor" | "loan_estimate" | "repayment";
  /** A list without a column for it is refused. */
  readonly required?: true;
  readonly rejects?: Rejection;
  /** A cell that can't be read leaves the row out; without it, the value. */
  readonly mustBeReadable?: true;
  /** Several columns may be mapped to it: amounts are added, names are joined. */
  readonly additive?: true;
  /** Read where a package is loaded: by the engine's columns, the fill rules or the strata. */
  readonly priced?: true;
  /** Shown among the facts of a loan. */
  readonly shown?: true;
  /** Read by a rule of its own; the mapping says which. */
  readonly help?: true;
}

/** Currencies (ISO 4217) in which tapes state loans. The desk prices yuan. */
const currencies = ["CNY", "USD", "HKD", "EUR", "JPY", "GBP", "AUD", "CAD", "CHF", "SGD", "MOP", "TWD", "KRW"] as const;

const missing = <const Code extends string>(code: Code) => ({ code, when: (value: string | number | null) => value === null });

/** One record per field, in the order in which rows are read, fields offered and columns written. */
const tapeFieldTable = {
  contractNo: { list: "both", kind: "identifier", column: "contract_no", required: true, rejects: missing("missingContract") },
  debtorName: { list: "loans", kind: "text", column: "debtor_name" },
  debtorId: { list: "loans", kind: "identifier", column: "debtor_id", priced: true },
  debtorType: { list: "loans", kind: "code", codes: debtorTypes, column: "debtor_type", priced: true, shown: true, help: true },
  branch: { list: "loans", kind: "text", column: "branch" },
  industry: { list: "loans", kind: "text", column: "industry" },
  region: { list: "loans", kind: "text", column: "region", priced: true },
  product: { list: "loans", kind: "text", column: "product", priced: true },
  /** Tells drawdowns under one contract apart (借据号); the contract number takes it in where they are several loans. */
  drawdownNo: { list: "loans", kind: "identifier", column: "drawdown_no" },
  /** Currency of the loan's amounts. Those of another one are no yuan, and what can't be read may be another. */
  currency: {
    list: "loans",
    kind: "code",
    codes: currencies,
    column: "currency",
    rejects: { code: "otherCurrency", when: (currency: string | number | null) => currency !== null && currency !== "CNY" },
    mustBeReadable: true,
    shown: true,
    help: true,
  },
  /** Unit of the amounts of a row, before that of their columns. */
  amountUnit: { list: "both", kind: "text", column: null, help: true },
  /** The day on which the row's amounts stand; one for the whole list, which it states. */
  cutOffDate: { list: "loans", kind: "date", column: null, help: true },
  principal: {
    list: "loans",
    kind: "amount",
    column: "principal_fen",
    required: true,
    rejects: missing("missingPrincipal"),
    mustBeReadable: true,
    additive: true,
    priced: true,
  },
  interest: { list: "loans", kind: "amount", column: "interest_fen", mustBeReadable: true, additive: true, priced: true },
  fees: { list: "loans", kind: "amount", column: "fees_fen", mustBeReadable: true, additive: true, priced: true },
  /** Which interest a court admitted, or an administrator. */
  interestBasis: { list: "loans", kind: "code", codes: interestBases, column: "interest_basis", priced: true, shown: true, help: true },
  /** As the seller states it; where the interest is missing, pricing derives it from this. */
  claimTotal: { list: "loans", kind: "amount", column: "claim_total_fen", priced: true },
  fiveTierClass: { list: "loans", kind: "code", codes: fiveTierClasses, column: "five_tier_class", priced: true },
  securityKind: { list: "loans", kind: "code", codes: securityKinds, column: "security_kind", priced: true },
  guarantors: { list: "loans", kind: "names", table: "guarantor", column: "name", additive: true },
  /** Highest guaranteed amount (最高保证金额) and last day of the guarantee period: of each guarantor. */
  guaranteeCap: { list: "loans", kind: "amount", table: "guarantor", column: "cap_fen", priced: true, help: true },
  guaranteeEnd: { list: "loans", kind: "date", table: "guarantor", column: "period_end", priced: true, help: true },
  /** Whether the guarantors were sued with the debtor (693). */
  guarantorSued: { list: "loans", kind: "code", codes: guarantorSuits, column: "guarantor_sued", priced: true, shown: true, help: true },
  drawdownDate: { list: "loans", kind: "date", column: "drawdown_date" },
  maturityDate: { list: "loans", kind: "date", column: "maturity_date", priced: true },
  overdueDate: { list: "loans", kind: "date", column: "overdue_date", priced: true, shown: true },
  daysPastDue: { list: "loans", kind: "count", column: "days_past_due", priced: true },
  /** Day of the last payment: a part payment interrupts limitation (民法典 Art 195). The latest of a list of repayments counts where it is later. */
  lastPaymentDate: { list: "loans", kind: "date", column: "last_payment_date", priced: true, shown: true, help: true },
  litigationStage: { list: "loans", kind: "code", codes: litigationStages, column: "litigation_stage", priced: true },
  /** A remark that says nothing else is read too. */
  debtorCondition: { list: "loans", kind: "code", codes: debtorConditions, column: "debtor_condition", priced: true, shown: true, help: true },
  /** Told also by a stage such as 破产重整. */
  bankruptcyKind: { list: "loans", kind: "code", codes: bankruptcyKinds, column: "bankruptcy_kind", priced: true, shown: true, help: true },
  court: { list: "loans", kind: "text", column: "court", priced: true, shown: true },
  /** Last day of the limitation period (诉讼时效). */
  limitationDate: { list: "loans", kind: "date", column: "limitation_date", priced: true, shown: true, help: true },
  /** Day on which the judgment took effect. */
  judgmentDate: { list: "loans", kind: "date", column: "judgment_date", priced: true, shown: true, help: true },
  /** Last day to apply for enforcement (申请执行期限). */
  enforcementDeadline: { list: "loans", kind: "date", column: "enforcement_deadline", priced: true, shown: true, help: true },
  /** The desk's own estimate (个案估值), read in groups that count only whole. */
  estimateMonths: { list: "loans", kind: "months", table: "loan_estimate", column: "months", priced: true, help: true },
  estimateProbability: { list: "loans", kind: "share", table: "loan_estimate", column: "probability", priced: true, help: true },
  /** The complement of the haircut. */
  estimateSaleShare: { list: "loans", kind: "share", table: "loan_estimate", column: null, help: true },
  estimateHaircut: { list: "loans", kind: "share", table: "loan_estimate", column: "haircut", priced: true, help: true },
  estimateCostRate: { list: "loans", kind: "share", table: "loan_estimate", column: "cost_rate", priced: true, help: true },
  estimateFirstMonthRate: { list: "loans", kind: "share", table: "loan_estimate", column: "first_month_rate", priced: true, help: true },
  estimateMonthlyDecay: { list: "loans", kind: "share", table: "loan_estimate", column: "monthly_decay", priced: true, help: true },
  age: { list: "loans", kind: "count", column: "age" },
  remark: { list: "loans", kind: "text", column: "remark" },
  /** Whose loans an item secures, where its row names no contract. */
  securedDebtor: { list: "collateral", kind: "text", column: null },
  securedDebtorId: { list: "collateral", kind: "identifier", column: null },
  collateralKind: { list: "collateral", kind: "code", codes: collateralKinds, column: "collateral_kind", priced: true, shown: true },
  address: { list: "collateral", kind: "text", column: "address", priced: true, shown: true },
  appraisal: { list: "collateral", kind: "amount", column: "appraisal_fen", priced: true, shown: true },
  area: { list: "collateral", kind: "area", column: "area_sqm" },
  lienRank: { list: "collateral", kind: "rank", column: "lien_rank", priced: true },
  seniorClaims: { list: "collateral", kind: "amount", column: "senior_claims_fen", priced: true },
  securedCap: { list: "collateral", kind: "amount", column: "secured_cap_fen", priced: true },
  seizure: { list: "collateral", kind: "code", codes: seizureStatuses, column: "seizure", priced: true, shown: true, help: true },
  appraisalDate: { list: "collateral", kind: "date", column: "appraisal_date", priced: true, shown: true, help: true },
  /** Number of the certificate (产权证号) or of the item, as stated. */
  assetNo: { list: "collateral", kind: "identifier", column: "asset_no", shown: true, help: true },
  hold: { list: "collateral", kind: "code", codes: collateralHolds, column: "hold", priced: true, shown: true, help: true },
  priorityClaims: { list: "collateral", kind: "amount", column: "priority_fen", priced: true, shown: true, help: true },
  rivalClaims: { list: "collateral", kind: "amount", column: "rival_fen", priced: true, shown: true, help: true },
  /** Claims of creditors whose seizure waits behind ours (轮候债权). */
  waitingClaims: { list: "collateral", kind: "amount", column: "waiting_fen", priced: true, shown: true, help: true },
  landTitle: { list: "collateral", kind: "code", codes: landTitles, column: "land_title", priced: true, shown: true, help: true },
  /** Price of the grant that is still to be paid on allotted and collective land (土地出让金). */
  landPremium: { list: "collateral", kind: "amount", column: "land_premium_fen", priced: true, shown: true, help: true },
  /** Claims of buyers of homes for the home or its price (购房人债权). */
  homebuyerClaims: { list: "collateral", kind: "amount", column: "homebuyer_fen", priced: true, shown: true, help: true },
  /** Taxes owed from before the mortgage (欠税). */
  taxArrears: { list: "collateral", kind: "amount", column: "tax_arrears_fen", priced: true, shown: true, help: true },
  /** Wages owed by a bankrupt debtor that are paid from the item (职工债权). */
  wageClaims: { list: "collateral", kind: "amount", column: "wage_fen", priced: true, shown: true, help: true },
  /** One payment of a list of repayments (还款记录). */
  repaymentDate: { list: "repayments", kind: "date", table: "repayment", column: "paid_on" },
  repaymentAmount: { list: "repayments", kind: "amount", table: "repayment", column: "amount_fen", additive: true, help: true },
  repaymentNote: { list: "repayments", kind: "text", table: "repayment", column: "note" },
} as const satisfies Readonly<Record<string, FieldRecord>>;

export type FieldTable = typeof tapeFieldTable;
export type TapeField = keyof FieldTable;

/** Fields whose record has one of these values under a key. */
export type FieldsWith<Key extends keyof FieldRecord, Value extends FieldRecord[Key]> = {
  [F in TapeField]: FieldTable[F] extends Readonly<Record<Key, Value>> ? F : never;
}[TapeField];

// The keys of the table, in its order.
export const tapeFields = Object.keys(tapeFieldTable) as readonly TapeField[];

/** The record of a field, where it matters only what any record may say. */
export function fieldRecord(field: TapeField): FieldRecord {
  return tapeFieldTable[field];
}

/** Findings that say why a field leaves a row out. */
export type RejectionCode = { [F in TapeField]: FieldTable[F] extends { readonly rejects: { readonly code: infer Code } } ? Code : never }[TapeField];
// Exactly the codes that the type names: both look at the same records.
export const rejectionCodes = tapeFields.flatMap((field) => fieldRecord(field).rejects?.code ?? []) as readonly RejectionCode[];

function fieldsWith<const Key extends keyof FieldRecord, const Value extends NonNullable<FieldRecord[Key]>>(
  key: Key,
  ...values: readonly Value[]
): readonly FieldsWith<Key, Value>[] {
  const wanted: readonly unknown[] = values;
  // Exactly the fields that the type names: both look at the same records.
  return tapeFields.filter((field) => wanted.includes(fieldRecord(field)[key])) as FieldsWith<Key, Value>[];
}

/** What a column of a loan list may hold. `principal`, `interest`, `fees` and `guarantors` may come from several columns. */
export const loanFields = fieldsWith("list", "loans", "both");
export type LoanField = (typeof loanFields)[number];

/** What a column of a collateral list may hold; `contractNo` joins it to the loan. */
export const collateralFields = fieldsWith("list", "collateral", "both");
export type CollateralField = (typeof collateralFields)[number];

/** Of an item of collateral, what the row of its loan may state beside the loan: whose it is, the row says. */
export const ownRowFields = fieldsWith("list", "collateral").filter((field) => field !== "securedDebtor" && field !== "securedDebtorId");

/** What a column of a guarantor list may hold; contract or debtor joins it to the loans. */
export const guarantorFields = ["contractNo", "debtorName", "debtorId", "guarantors", "guaranteeCap", "guaranteeEnd"] as const satisfies readonly LoanField[];

/** What a column of a list of repayments may hold; contract or debtor joins it to the loans. */
export const repaymentFields = [
  "contractNo",
  "debtorName",
  "debtorId",
  "repaymentDate",
  "repaymentAmount",
  "repaymentNote",
] as const satisfies readonly TapeField[];

/** What a list of counterparties, relations or enforcement says of loans: of those of a contract, of a debtor, or that an item secures. */
export const statedFacts = [
  "debtorName",
  "debtorType",
  "region",
  "industry",
  "debtorCondition",
  "bankruptcyKind",
  "age",
  "litigationStage",
  "court",
  "limitationDate",
  "judgmentDate",
  "enforcementDeadline",
] as const satisfies readonly LoanField[];
export type StatedFact = (typeof statedFacts)[number];

/** What a column of such a list may hold: by what its rows name loans, and what they say. */
export const factFields = ["contractNo", "debtorId", "assetNo", ...statedFacts] as const satisfies readonly TapeField[];

/** Fields that hold money and so need a unit. */
export const amountFields = fieldsWith("kind", "amount");
export type AmountField = (typeof amountFields)[number];

/** Fields that hold a code of a list of their own. */
export const codeFields = fieldsWith("kind", "code");

/** Fields that hold a share: 0.7 or 70 %. */
export const shareFields = fieldsWith("kind", "share");
export type ShareField = (typeof shareFields)[number];

export const requiredFields = fieldsWith("required", true);
export const additiveFields = fieldsWith("additive", true);
export const helpedFields = fieldsWith("help", true);
export type HelpedField = (typeof helpedFields)[number];
