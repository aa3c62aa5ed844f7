import type { PartField } from "./claim-parts.ts";
import type { FieldValues, StoredField } from "./field-values.ts";
import type { CollateralField, FieldsWith, LoanField } from "./tape-fields.ts";

/** The desk's own estimate for one loan (个案估值), shares as decimals; null: by the tables. Each group is whole or null. */
export type ParsedEstimate = FieldValues<StoredField<"loan_estimate">>;

/** Read with each amount of its row. */
type RowUnit = "amountUnit";

/** Where a row stands in the file. */
interface RowPlace {
  readonly sheet: string;
  readonly rowNumber: number;
}

/** A guarantor of a list of its own, with the limit and end of its guarantee. */
export type ParsedGuarantor = { readonly guarantors: string } & FieldValues<"guaranteeCap" | "guaranteeEnd">;

/** One loan (笔) as read; null is missing. Amounts are whole fen, dates YYYY-MM-DD. */
export interface ParsedLoan extends RowPlace, FieldValues<Exclude<LoanField, FieldsWith<"table", "loan_estimate"> | RowUnit>> {
  readonly estimate: ParsedEstimate | null;
  /** Guarantors of a list of their own; those of the loan's row share its limit and end. */
  readonly furtherGuarantors: readonly ParsedGuarantor[];
}

/** A drawdown (借据) that is a part of a claim, as its row was read. */
export interface ParsedPart extends RowPlace, Omit<FieldValues<PartField>, "principalFen"> {
  readonly principalFen: number | null;
}

/** What a payment of a list of repayments joins: one loan, one debtor of several, or nothing that is kept. */
export type RepaymentLink = "loan" | "debtor" | "orphan";

/** One row of a list of repayments as read. */
export interface ParsedRepayment extends RowPlace, FieldValues<"repaymentDate" | "repaymentAmount" | "repaymentNote"> {
  readonly contractNo: string | null;
  readonly debtorName: string | null;
  readonly debtorId: string | null;
  readonly link: RepaymentLink;
}

export type CollateralLink = "joined" | "orphan" | "rejectedLoan";

/** One collateral row as read; `contractNo` is the kept loan's own spelling where joined. */
export interface ParsedCollateral extends RowPlace, FieldValues<Exclude<CollateralField, RowUnit>> {
  readonly link: CollateralLink;
  /** Rows of one tape with the same number are the same asset; null: no other row is known to be it. */
  readonly assetKey: number | null;
}
