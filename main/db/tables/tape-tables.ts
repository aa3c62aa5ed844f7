import type { Generated } from "kysely";
import type { PartField } from "../../../shared/domain/claim-parts.ts";
import type { FieldColumns, StoredField } from "../../../shared/domain/field-values.ts";
import type { CollateralLink, RepaymentLink } from "../../../shared/domain/parsed-tape.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../../shared/domain/tape-findings.ts";
import type { TapeStanding } from "../../../shared/domain/tape-versions.ts";
import type { Fixed } from "./column-types.ts";

interface TapeTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  file_name: Fixed<string>;
  file_sha256: string;
  imported_at: Fixed<string>;
  undone_at: string | null;
  /** `staged`: its rows are still coming in and nobody sees it; `removed`: undone, and its rows are gone. */
  row_state: "staged" | "stored" | "removed";
  /** Of a tape that isn't undone: the package of its deal, kept beside it, or come after it and not decided yet. */
  standing: Generated<TapeStanding>;
  cut_off_date: string | null;
  /** The loans of the file have consecutive ids from here, `id_count` of them; none is ever used again. */
  first_loan_id: Fixed<number>;
  id_count: number;
  /** Loans and sums as the rows stand now; those of the file are in the report. */
  loan_count: number;
  principal_fen: number;
  interest_fen: number;
  fees_fen: number;
  appraisal_fen: number;
  /** Rises with every edit of the rows, also with one that is undone. */
  revision: number;
  /** The revision at which a loan came or went, or what loans are ordered and found by changed last. */
  names_revision: number;
  /** TapeReport as JSON. */
  report: string;
  /** TapeMapping as JSON. */
  mapping: Fixed<string>;
}

interface TapeFindingTable {
  id: Generated<number>;
  tape_id: number;
  kind: "rejection" | "warning";
  sheet: string;
  row: number | null;
  field: TapeField | null;
  code: TapeFindingCode;
  raw: string;
}

/** Where a row of a tape stood in its file. */
interface RowPlace {
  tape_id: number;
  sheet: string;
  row_number: number;
}

interface LoanTable extends RowPlace, FieldColumns<StoredField<"loan">> {
  id: number;
}

interface GuarantorTable extends FieldColumns<StoredField<"guarantor">> {
  id: Generated<number>;
  tape_id: number;
  loan_id: number;
}

/** The desk's own estimate for a loan; a loan without one has no row. */
interface LoanEstimateTable extends FieldColumns<StoredField<"loan_estimate">> {
  loan_id: number;
  tape_id: number;
}

/** Rows that join no kept loan stay here with `loan_id` null, so that rows in = rows kept + rows rejected. */
interface CollateralTable extends RowPlace, FieldColumns<StoredField<"collateral">> {
  id: Generated<number>;
  loan_id: number | null;
  link: CollateralLink;
  /** Rows of a tape with the same number are the same asset; null: the row's asset is its own. */
  asset_key: number | null;
}

/** Payments of a list of repayments; those of no single loan stay here with `loan_id` null. */
interface RepaymentTable extends RowPlace, FieldColumns<StoredField<"repayment">> {
  id: Generated<number>;
  loan_id: number | null;
  link: RepaymentLink;
  contract_no: string | null;
  debtor_name: string | null;
  debtor_id: string | null;
}

/** Drawdowns that are parts of one claim, as the seller's rows state them. */
interface ClaimPartTable extends RowPlace, Omit<FieldColumns<PartField>, "principal_fen"> {
  id: Generated<number>;
  loan_id: number;
  principal_fen: number | null;
}

/** Tapes, and their rows. */
export interface TapeTables {
  tape: TapeTable;
  tape_finding: TapeFindingTable;
  loan: LoanTable;
  guarantor: GuarantorTable;
  loan_estimate: LoanEstimateTable;
  collateral: CollateralTable;
  repayment: RepaymentTable;
  claim_part: ClaimPartTable;
}
