import type { Database, Statement } from "better-sqlite3";
import type { Insertable, Kysely } from "kysely";
import type { ParsedCollateral, ParsedEstimate, ParsedLoan } from "../../shared/domain/parsed-tape.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { KindedFinding } from "./tape-tasks.ts";

type Cell = string | number | null;
type BulkTable = "loan" | "guarantor" | "loan_estimate" | "collateral" | "tape_finding";
type Row<T extends BulkTable> = Omit<Insertable<DeskSchema[T]>, T extends "loan" ? never : "id">;

const loanRow = (id: number, tapeId: number, loan: ParsedLoan) =>
  ({
    id,
    tape_id: tapeId,
    sheet: loan.sheet,
    row_number: loan.rowNumber,
    contract_no: loan.contractNo,
    debtor_name: loan.debtorName,
    debtor_id: loan.debtorId,
    branch: loan.branch,
    industry: loan.industry,
    region: loan.region,
    product: loan.product,
    principal_fen: loan.principalFen,
    interest_fen: loan.interestFen,
    fees_fen: loan.feesFen,
    claim_total_fen: loan.claimTotalFen,
    five_tier_class: loan.fiveTierClass,
    security_kind: loan.securityKind,
    drawdown_date: loan.drawdownDate,
    maturity_date: loan.maturityDate,
    overdue_date: loan.overdueDate,
    days_past_due: loan.daysPastDue,
    litigation_stage: loan.litigationStage,
    court: loan.court,
    age: loan.age,
    remark: loan.remark,
    debtor_type: loan.debtorType,
    limitation_date: loan.limitationDate,
    judgment_date: loan.judgmentDate,
    enforcement_deadline: loan.enforcementDeadline,
  }) satisfies Row<"loan">;

const guarantorRow = (tapeId: number, loanId: number, name: string, { guaranteeCapFen, guaranteeEnd }: ParsedLoan) =>
  ({ tape_id: tapeId, loan_id: loanId, name, cap_fen: guaranteeCapFen, period_end: guaranteeEnd }) satisfies Row<"guarantor">;

const estimateRow = (tapeId: number, loanId: number, estimate: ParsedEstimate) =>
  ({
    loan_id: loanId,
    tape_id: tapeId,
    months: estimate.months,
    probability: estimate.probability,
    haircut: estimate.haircut,
    cost_rate: estimate.costRate,
    first_month_rate: estimate.firstMonthRate,
    monthly_decay: estimate.monthlyDecay,
  }) satisfies Row<"loan_estimate">;

const collateralRow = (tapeId: number, loanId: number | null, item: ParsedCollateral) =>
  ({
    tape_id: tapeId,
    loan_id: loanId,
    link: item.link,
    sheet: item.sheet,
    row_number: item.rowNumber,
    contract_no: item.contractNo,
    collateral_kind: item.collateralKind,
    address: item.address,
    appraisal_fen: item.appraisalFen,
    area_sqm: item.areaSqm,
    lien_rank: item.lienRank,
    senior_claims_fen: item.seniorClaimsFen,
    secured_cap_fen: item.securedCapFen,
    seizure: item.seizure,
    appraisal_date: item.appraisalDate,
    asset_no: item.assetNo,
    hold: item.hold,
    priority_fen: item.priorityClaimsFen,
    rival_fen: item.rivalClaimsFen,
    asset_key: item.assetKey,
  }) satisfies Row<"collateral">;

const findingRow = (tapeId: number, { kind, sheet, row, field, code, raw }: KindedFinding) =>
  ({ tape_id: tapeId, kind, sheet, row, field, code, raw }) satisfies Row<"tape_finding">;

/** One INSERT per table, compiled by Kysely from the first row and prepared once; the keys of a table's rows never differ in order. */
class PreparedInsert {
  readonly #kysely: Kysely<DeskSchema>;
  readonly #raw: Database;
  readonly #statements = new Map<BulkTable, Statement>();

  constructor(kysely: Kysely<DeskSchema>, raw: Database) {
    this.#kysely = kysely;
    this.#raw = raw;
  }

  insert<T extends BulkTable>(table: T, row: Row<T> & Record<string, Cell>): void {
    this.#statement(table, row).run(...Object.values(row));
  }

  #statement<T extends BulkTable>(table: T, row: Row<T>): Statement {
    const known = this.#statements.get(table);
    if (known !== undefined) return known;
    // Kysely can't see that a row of one of these tables fits its own table.
    const { sql } = this.#kysely
      .insertInto(table)
      .values(row as never)
      .compile();
    const prepared = this.#raw.prepare(sql);
    this.#statements.set(table, prepared);
    return prepared;
  }
}

/** Writes the rows of one tape inside the caller's transaction, which runs on the same connection as `raw`. */
export class TapeWriter {
  readonly #insert: PreparedInsert;
  readonly #tapeId: number;
  readonly #loanIds = new Map<string, number>();
  #nextLoanId: number;

  constructor(connection: { readonly kysely: Kysely<DeskSchema>; readonly raw: Database }, tape: { readonly id: number; readonly firstLoanId: number }) {
    this.#insert = new PreparedInsert(connection.kysely, connection.raw);
    this.#tapeId = tape.id;
    this.#nextLoanId = tape.firstLoanId;
  }

  writeLoans(loans: readonly ParsedLoan[]): void {
    for (const loan of loans) {
      const id = this.#nextLoanId++;
      this.#loanIds.set(loan.contractNo, id);
      this.#insert.insert("loan", loanRow(id, this.#tapeId, loan));
      for (const name of loan.guarantors) this.#insert.insert("guarantor", guarantorRow(this.#tapeId, id, name, loan));
      if (loan.estimate !== null) this.#insert.insert("loan_estimate", estimateRow(this.#tapeId, id, loan.estimate));
    }
  }

  /** Loans come first: a joined row carries its loan's contract number. */
  writeCollateral(items: readonly ParsedCollateral[]): void {
    for (const item of items) {
      const loanId = item.link === "joined" ? this.#loanIds.get(item.contractNo) : null;
      if (loanId === undefined) throw new Error(`collateral row ${item.rowNumber} is joined to a loan that isn't there`);
      this.#insert.insert("collateral", collateralRow(this.#tapeId, loanId, item));
    }
  }

  writeFindings(findings: readonly KindedFinding[]): void {
    for (const finding of findings) this.#insert.insert("tape_finding", findingRow(this.#tapeId, finding));
  }
}
