import type { Kysely } from "kysely";
import { shownParts } from "../../shared/domain/claim-parts.ts";
import type { DealKind } from "../../shared/domain/codes.ts";
import { type FieldPlace, storedFields } from "../../shared/domain/field-values.ts";
import { type LoanFacts, type ShownField, shownItemFields, shownLoanFields } from "../../shared/domain/loan-facts.ts";
import type { ParsedEstimate } from "../../shared/domain/parsed-tape.ts";
import { shownRepayments } from "../../shared/domain/repayments.ts";
import type { DeskSchema } from "../db/schema.ts";
import { debtorTypeOf } from "./debtor-type.ts";
import { enforcementEnd, failedChecksOf, failedGuaranteeChecks, stageOfRow } from "./validity-rule.ts";

export interface LoanFactsQuery {
  readonly tapeId: number;
  readonly loanId: number;
  readonly dealKind: DealKind;
  readonly cutOffDate: string | null;
}

const loanColumns = [
  "debtor_id",
  "debtor_type",
  "litigation_stage",
  "bankruptcy_kind",
  "overdue_date",
  "maturity_date",
  "last_payment_date",
  "guarantor_sued",
  "limitation_date",
  "judgment_date",
  "enforcement_deadline",
] as const;
const columnsOf = <F extends ShownField>(fields: readonly FieldPlace<F>[]) => fields.map(({ column }) => column);

/** The shown fields that a row states. */
function statedOf<F extends ShownField>(fields: readonly FieldPlace<F>[], row: { readonly [Column in FieldPlace<F>["column"]]: string | number | null }) {
  const stated: Partial<Record<F, string | number>> = {};
  for (const { field, column } of fields) {
    const value = row[column];
    if (value !== null) stated[field] = value;
  }
  return stated;
}

/** Contracts of the tape's other loans, by the number of an asset that they share with this one. */
async function contractsByAsset(db: Kysely<DeskSchema>, { tapeId, loanId }: LoanFactsQuery, assetKeys: readonly number[]): Promise<Map<number, string[]>> {
  const contracts = new Map<number, string[]>();
  if (assetKeys.length === 0) return contracts;
  const rows = await db
    .selectFrom("collateral")
    .select(["asset_key", "contract_no"])
    .where("tape_id", "=", tapeId)
    .where("loan_id", "is not", null)
    .where("loan_id", "<>", loanId)
    .where("asset_key", "in", assetKeys)
    .orderBy("id")
    .execute();
  for (const { asset_key, contract_no } of rows) {
    if (asset_key !== null) contracts.set(asset_key, [...(contracts.get(asset_key) ?? []), contract_no]);
  }
  return contracts;
}

async function readItems(db: Kysely<DeskSchema>, query: LoanFactsQuery): Promise<LoanFacts["items"]> {
  const rows = await db
    .selectFrom("collateral")
    .select(["asset_key", ...columnsOf(shownItemFields)])
    .where("loan_id", "=", query.loanId)
    .orderBy("id")
    .execute();
  const keys = rows.flatMap(({ asset_key }) => (asset_key === null ? [] : [asset_key]));
  const contracts = await contractsByAsset(db, query, keys);
  return rows.map((row) => ({
    stated: statedOf(shownItemFields, row),
    sharedWith: row.asset_key === null ? [] : (contracts.get(row.asset_key) ?? []),
  }));
}

async function readEstimate(db: Kysely<DeskSchema>, loanId: number): Promise<LoanFacts["estimate"]> {
  const row = await db.selectFrom("loan_estimate").selectAll().where("loan_id", "=", loanId).executeTakeFirst();
  if (row === undefined) return null;
  const values = storedFields("loan_estimate").map(({ property, column }) => [property, row[column]]);
  return Object.fromEntries(values) as ParsedEstimate; // every estimate has its column
}

async function readRepayments(db: Kysely<DeskSchema>, loanId: number): Promise<LoanFacts["repayments"]> {
  const rows = await db
    .selectFrom("repayment")
    .select(["id", "contract_no as contractNo", "paid_on as paidOn", "amount_fen as amountFen", "note"])
    .where("loan_id", "=", loanId)
    .execute();
  return shownRepayments(rows);
}

async function readParts(db: Kysely<DeskSchema>, loanId: number): Promise<LoanFacts["parts"]> {
  const rows = await db
    .selectFrom("claim_part")
    .select([
      "drawdown_no as drawdownNo",
      "principal_fen as principalFen",
      "interest_fen as interestFen",
      "fees_fen as feesFen",
      "overdue_date as overdueDate",
      "maturity_date as maturityDate",
      "sheet",
      "row_number as rowNumber",
    ])
    .where("loan_id", "=", loanId)
    .orderBy("id")
    .execute();
  return shownParts(rows);
}

/** What a tape states of one loan, under the rules that pricing reads it by; undefined where the loan isn't in the tape. */
export async function readLoanFacts(db: Kysely<DeskSchema>, query: LoanFactsQuery): Promise<LoanFacts | undefined> {
  const { tapeId, loanId, dealKind, cutOffDate } = query;
  const loan = await db
    .selectFrom("loan")
    .select([...loanColumns, ...columnsOf(shownLoanFields)])
    .where("id", "=", loanId)
    .where("tape_id", "=", tapeId)
    .executeTakeFirst();
  if (loan === undefined) return undefined;
  const { type, isFilled } = debtorTypeOf({ dealKind, debtorType: loan.debtor_type, debtorId: loan.debtor_id });
  const stage = stageOfRow(loan);
  const dates = { limitationDate: loan.limitation_date, judgmentDate: loan.judgment_date, enforcementDeadline: loan.enforcement_deadline };
  const guarantors = await db.selectFrom("guarantor").select(["name", "cap_fen", "period_end"]).where("loan_id", "=", loanId).orderBy("id").execute();
  return {
    stated: statedOf(shownLoanFields, loan),
    debtorType: type,
    isDebtorTypeFilled: isFilled,
    cutOffDate,
    enforcementEnd: enforcementEnd(dates),
    failedChecks: [...failedChecksOf({ cutOffDate, stage, overdueDate: loan.overdue_date, lastPaymentDate: loan.last_payment_date, ...dates })],
    guarantors: guarantors.map(({ name, cap_fen: capFen, period_end: periodEnd }) => ({
      name,
      capFen,
      periodEnd,
      isOver: failedGuaranteeChecks({ cutOffDate, stage, periodEnd, maturityDate: loan.maturity_date, suit: loan.guarantor_sued }).some(
        (check) => check !== "guaranteePeriodByLaw",
      ),
    })),
    estimate: await readEstimate(db, loanId),
    items: await readItems(db, query),
    repayments: await readRepayments(db, loanId),
    parts: await readParts(db, loanId),
  };
}
