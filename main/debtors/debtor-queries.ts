import type { Insertable, Kysely, Selectable } from "kysely";
import type { DebtorEntry, OwnCaseName, OwnEstimate } from "../../shared/domain/debtor-sheet.ts";
import { type Repayments, shownRepayments } from "../../shared/domain/repayments.ts";
import type { DeskSchema } from "../db/schema.ts";

type EstimateRow = Selectable<DeskSchema["debtor_estimate"]>;
type LineColumns = Omit<EstimateRow, "id" | "deal_id" | "debtor_key">;

/** A line with who typed it, and when. */
export interface TypedEntry extends DebtorEntry {
  readonly typedBy: string;
  readonly typedAt: string;
}

/** The desk's line of a debtor. */
export interface DebtorLine {
  readonly key: string;
  readonly debtorName: string;
  readonly entry: TypedEntry;
}

function estimateOf(row: LineColumns, name: OwnCaseName): OwnEstimate | null {
  const [grossFen, costsFen, months] = [row[`${name}_gross_fen`], row[`${name}_costs_fen`], row[`${name}_months`]];
  if (grossFen === null || costsFen === null || months === null) return null;
  return { grossFen, costsFen, months, discountRate: row[`${name}_discount_rate`], margin: row[`${name}_margin`] };
}

export const entryFrom = (row: LineColumns): TypedEntry => ({
  groupName: row.group_name,
  method: row.method,
  low: estimateOf(row, "low"),
  high: estimateOf(row, "high"),
  lowWeight: row.low_weight,
  marginBasis: row.margin_basis,
  underwriter: row.underwriter,
  underwrittenOn: row.underwritten_on,
  evidence: row.evidence,
  note: row.note,
  typedBy: row.typed_by,
  typedAt: row.typed_at,
});

const lineColumns = (debtorName: string, entry: TypedEntry): LineColumns => ({
  debtor_name: debtorName,
  group_name: entry.groupName,
  method: entry.method,
  low_gross_fen: entry.low?.grossFen ?? null,
  low_costs_fen: entry.low?.costsFen ?? null,
  low_months: entry.low?.months ?? null,
  low_discount_rate: entry.low?.discountRate ?? null,
  low_margin: entry.low?.margin ?? null,
  high_gross_fen: entry.high?.grossFen ?? null,
  high_costs_fen: entry.high?.costsFen ?? null,
  high_months: entry.high?.months ?? null,
  high_discount_rate: entry.high?.discountRate ?? null,
  high_margin: entry.high?.margin ?? null,
  low_weight: entry.lowWeight,
  margin_basis: entry.marginBasis,
  underwriter: entry.underwriter,
  underwritten_on: entry.underwrittenOn,
  evidence: entry.evidence,
  note: entry.note,
  typed_by: entry.typedBy,
  typed_at: entry.typedAt,
});

/** All lines of a deal, in the order in which they were begun. */
export async function listLines(db: Kysely<DeskSchema>, dealId: number): Promise<DebtorLine[]> {
  const rows = await db.selectFrom("debtor_estimate").selectAll().where("deal_id", "=", dealId).orderBy("id").execute();
  return rows.map((row) => ({ key: row.debtor_key, debtorName: row.debtor_name, entry: entryFrom(row) }));
}

export function findLine(db: Kysely<DeskSchema>, dealId: number, key: string): Promise<EstimateRow | undefined> {
  return db.selectFrom("debtor_estimate").selectAll().where("deal_id", "=", dealId).where("debtor_key", "=", key).executeTakeFirst();
}

/** Answers the id of the new row. */
export async function insertLine(db: Kysely<DeskSchema>, dealId: number, key: string, debtorName: string, entry: TypedEntry): Promise<number> {
  const row: Insertable<DeskSchema["debtor_estimate"]> = { deal_id: dealId, debtor_key: key, ...lineColumns(debtorName, entry) };
  const { id } = await db.insertInto("debtor_estimate").values(row).returning("id").executeTakeFirstOrThrow();
  return id;
}

export async function updateLine(db: Kysely<DeskSchema>, id: number, debtorName: string, entry: TypedEntry): Promise<void> {
  await db.updateTable("debtor_estimate").set(lineColumns(debtorName, entry)).where("id", "=", id).execute();
}

export async function removeLine(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("debtor_estimate").where("id", "=", id).execute();
}

/** The number of the last change of what is priced; null where the deal has no estimate. */
export async function estimatesRevision(db: Kysely<DeskSchema>, dealId: number): Promise<number | null> {
  const stated = await db
    .selectFrom("debtor_estimate")
    .select("id")
    .where("deal_id", "=", dealId)
    .where((where) => where.or([where("low_gross_fen", "is not", null), where("high_gross_fen", "is not", null)]))
    .executeTakeFirst();
  if (stated === undefined) return null;
  const last = await db
    .selectFrom("debtor_estimate_log")
    .select(({ fn }) => fn.max("id").as("id"))
    .where("deal_id", "=", dealId)
    .where("is_priced", "=", 1)
    .executeTakeFirst();
  return last?.id ?? null;
}

/** What was said of a debtor, the latest first. */
export async function lineHistory(db: Kysely<DeskSchema>, dealId: number, key: string, most: number) {
  const rows = await db
    .selectFrom("debtor_estimate_log")
    .select(["logged_at", "content"])
    .where("deal_id", "=", dealId)
    .where("debtor_key", "=", key)
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  return rows.map(({ logged_at, content }) => ({
    loggedAt: logged_at,
    entry: content === null ? null : entryFrom(JSON.parse(content) as LineColumns), // written by the triggers of step 165
  }));
}

/** Whose the loans are and what of them the drawer shows, in no particular order. */
export function readDebtorLoans(db: Kysely<DeskSchema>, loanIds: readonly number[]) {
  return db
    .selectFrom("loan")
    .select(["id", "contract_no", "debtor_id", "debtor_name", "litigation_stage", "court", "debtor_condition"])
    .where("id", "in", loanIds)
    .execute();
}

/** The loan of a contract, in the spelling that the tape has. */
export async function findContract(db: Kysely<DeskSchema>, tapeId: number, contractNo: string): Promise<number | null> {
  const row = await db.selectFrom("loan").select("id").where("tape_id", "=", tapeId).where("contract_no", "=", contractNo).executeTakeFirst();
  return row?.id ?? null;
}

/** Payments on loans, and those of their debtor that are on no single one, the latest first. */
export async function readDebtorRepayments(
  db: Kysely<DeskSchema>,
  tapeId: number,
  loanIds: readonly number[],
  { debtorName, debtorId }: { readonly debtorName: string | null; readonly debtorId: string | null },
): Promise<Repayments> {
  const paid = db.selectFrom("repayment").select(["id", "contract_no as contractNo", "paid_on as paidOn", "amount_fen as amountFen", "note"]);
  const ofDebtor = paid.where("tape_id", "=", tapeId).where("link", "=", "debtor");
  const found = [
    ...(await paid.where("loan_id", "in", loanIds).execute()),
    ...(debtorName === null ? [] : await ofDebtor.where("debtor_name", "=", debtorName).execute()),
    ...(debtorId === null ? [] : await ofDebtor.where("debtor_id", "=", debtorId).execute()),
  ];
  return shownRepayments([...new Map(found.map((row) => [row.id, row])).values()]);
}

/** Names of the guarantors of loans, each with the loan. */
export function readGuarantors(db: Kysely<DeskSchema>, loanIds: readonly number[]) {
  return db.selectFrom("guarantor").select(["name", "loan_id"]).where("loan_id", "in", loanIds).orderBy("id").execute();
}

/** The loans of a tape that guarantors of these names stand for. */
export function readLoansOfGuarantors(db: Kysely<DeskSchema>, tapeId: number, names: readonly string[]) {
  return db.selectFrom("guarantor").select(["name", "loan_id"]).where("tape_id", "=", tapeId).where("name", "in", names).orderBy("id").execute();
}
