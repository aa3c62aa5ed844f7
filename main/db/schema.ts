import type { ColumnType, Generated } from "kysely";
import type { DealKind, DealStage, DealStatus, SaleProcess } from "../../shared/domain/codes.ts";
import type { FieldColumns, StoredField } from "../../shared/domain/field-values.ts";
import type { CollateralLink } from "../../shared/domain/parsed-tape.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../shared/domain/tape-findings.ts";

/** Column that a row keeps for life. */
type Fixed<T> = ColumnType<T, T, never>;
/** 0 or 1: SQLite has no boolean. */
type Flag = ColumnType<number, number | undefined, number>;

interface SettingTable {
  key: string;
  value: string;
}

/** Which seeds were written once; what the desk removes afterwards stays removed. */
interface SeedAppliedTable {
  name: string;
  applied_at: string;
}

interface DealTable {
  id: Generated<number>;
  name: string;
  seller: string;
  kind: DealKind;
  process: SaleProcess;
  cut_off_date: string | null;
  bid_deadline: string | null;
  stage: DealStage;
  status: DealStatus;
  owner: string;
  notes: string;
  archived: Flag;
  is_sample: Flag;
  created_at: Fixed<string>;
  updated_at: string;
}

interface TapeTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  file_name: Fixed<string>;
  file_sha256: Fixed<string>;
  imported_at: Fixed<string>;
  undone_at: string | null;
  /** Ids of a tape's loans are consecutive from here and never used again, so that a loan's place in the columns follows from its id. */
  first_loan_id: Fixed<number>;
  loan_count: Fixed<number>;
  principal_fen: Fixed<number>;
  interest_fen: Fixed<number>;
  fees_fen: Fixed<number>;
  appraisal_fen: Fixed<number>;
  /** TapeReport as JSON. */
  report: Fixed<string>;
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

interface AssumptionSetTable {
  id: Generated<number>;
  seeded: Flag;
  name_zh: string;
  name_en: string;
  as_of: string;
  assumptions: string;
  sources: string;
  cases: string;
}

interface DealModelTable {
  deal_id: number;
  assumption_set_id: number;
  assumptions: string;
  sources: string;
  cases: string;
  bid_price_fen: number | null;
  updated_at: string;
}

/** Triggers refuse UPDATE and DELETE. */
interface PricingRunTable {
  id: ColumnType<number, undefined, never>;
  deal_id: Fixed<number>;
  tape_id: Fixed<number>;
  name: Fixed<string>;
  created_at: Fixed<string>;
  engine_version: Fixed<string>;
  seed: Fixed<number | null>;
  assumptions: Fixed<string>;
  sources: Fixed<string>;
  cases: Fixed<string>;
  bid_price_fen: Fixed<number | null>;
  inputs: Fixed<Uint8Array>;
  inputs_hash: Fixed<string>;
  result: Fixed<string>;
  loan_results: Fixed<Uint8Array>;
  run_hash: Fixed<string>;
}

interface ScenarioTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  name: string;
  /** ScenarioShifts as JSON. */
  shifts: string;
  updated_at: string;
}

interface MarketDealTable {
  id: Generated<number>;
  seeded: Flag;
  buyer: string;
  seller: string;
  reported_on: string;
  price_fen: number | null;
  principal_fen: number | null;
  claim_fen: number | null;
  kind: string;
  source: string;
  note: string;
}

interface MarketAverageTable {
  id: Generated<number>;
  seeded: Flag;
  deal_kind: DealKind;
  period: string;
  ratio: number;
  is_upper_bound: Flag;
  base: "principal" | "claim" | "notStated";
  source: string;
  as_of: string;
}

/** The tables of the desk's database. */
export interface DeskSchema {
  setting: SettingTable;
  seed_applied: SeedAppliedTable;
  deal: DealTable;
  tape: TapeTable;
  tape_finding: TapeFindingTable;
  loan: LoanTable;
  guarantor: GuarantorTable;
  loan_estimate: LoanEstimateTable;
  collateral: CollateralTable;
  assumption_set: AssumptionSetTable;
  deal_model: DealModelTable;
  pricing_run: PricingRunTable;
  scenario: ScenarioTable;
  market_deal: MarketDealTable;
  market_average: MarketAverageTable;
}
