import { type Kysely, sql } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

type Desk = Kysely<DeskSchema>;

/** Debtors of a deal's package with what is claimed of them. */
export interface DebtorSum {
  readonly dealId: number;
  readonly debtorId: string | null;
  readonly debtorName: string | null;
  readonly fen: number;
}

/** What is claimed of a deal's loans under what one of their columns states. */
export interface ColumnSum {
  readonly dealId: number;
  readonly value: string | null;
  readonly fen: number;
}

const priced = sql`tape.undone_at IS NULL AND tape.standing = 'priced'`;
const claim = sql`coalesce(loan.principal_fen, 0) + coalesce(loan.interest_fen, 0) + coalesce(loan.fees_fen, 0)`;
const among = (dealIds: readonly number[]) => sql`tape.deal_id IN (SELECT value FROM json_each(${JSON.stringify(dealIds)}))`;

export async function sumDebtors(db: Desk, dealIds: readonly number[]): Promise<DebtorSum[]> {
  const { rows } = await sql<DebtorSum>`SELECT tape.deal_id AS dealId, loan.debtor_id AS debtorId, max(loan.debtor_name) AS debtorName, sum(${claim}) AS fen
    FROM tape JOIN loan ON loan.tape_id = tape.id WHERE ${priced} AND ${among(dealIds)}
    GROUP BY tape.deal_id, loan.debtor_id, CASE WHEN loan.debtor_id IS NULL THEN loan.debtor_name END`.execute(db);
  return rows;
}

export async function sumLoansBy(db: Desk, column: "region" | "court", dealIds: readonly number[]): Promise<ColumnSum[]> {
  const stated = sql.ref(`loan.${column}`);
  const { rows } = await sql<ColumnSum>`SELECT tape.deal_id AS dealId, ${stated} AS value, sum(${claim}) AS fen
    FROM tape JOIN loan ON loan.tape_id = tape.id WHERE ${priced} AND ${among(dealIds)} GROUP BY tape.deal_id, ${stated}`.execute(db);
  return rows;
}

/** Appraised values by kind of collateral. */
export async function sumCollateral(db: Desk, dealIds: readonly number[]): Promise<ColumnSum[]> {
  const { rows } = await sql<ColumnSum>`SELECT tape.deal_id AS dealId, collateral.collateral_kind AS value, sum(coalesce(collateral.appraisal_fen, 0)) AS fen
    FROM tape JOIN collateral ON collateral.tape_id = tape.id WHERE ${priced} AND ${among(dealIds)} AND collateral.loan_id IS NOT NULL
    GROUP BY tape.deal_id, collateral.collateral_kind`.execute(db);
  return rows;
}

export interface LoanDue {
  readonly dealId: number;
  readonly onDay: string;
  readonly count: number;
  readonly fen: number;
}

/** Days by which claims or their enforcement lapse, within the two, a deal a line with the first of its days. */
export async function loansDue(
  db: Desk,
  column: "limitation_date" | "enforcement_deadline",
  dealIds: readonly number[],
  from: string,
  until: string,
): Promise<LoanDue[]> {
  const day = sql.ref(`loan.${column}`);
  const { rows } = await sql<LoanDue>`SELECT tape.deal_id AS dealId, min(${day}) AS onDay, count(*) AS count, sum(${claim}) AS fen
    FROM tape JOIN loan ON loan.tape_id = tape.id WHERE ${priced} AND ${among(dealIds)} AND ${day} BETWEEN ${from} AND ${until}
    GROUP BY tape.deal_id`.execute(db);
  return rows;
}

/** Groups that the debtor sheets name, by the key of the debtor. */
export async function listGroups(db: Desk): Promise<{ readonly dealId: number; readonly debtorKey: string; readonly groupName: string }[]> {
  return db
    .selectFrom("debtor_estimate")
    .select(["deal_id as dealId", "debtor_key as debtorKey", "group_name as groupName"])
    .where("group_name", "<>", "")
    .execute();
}

export interface PlannedMoney {
  readonly dealId: number;
  readonly priceFen: number | null;
  readonly net: string | null;
  readonly payments: string | null;
}

/** Of the latest run of each deal its price and the money of its base case, as JSON. */
export async function readPlannedMoney(db: Desk): Promise<PlannedMoney[]> {
  const part = (path: string) => sql<string | null>`json_extract(run.result, ${sql.lit(`$.cases[1].${path}`)})`;
  return db
    .selectFrom("pricing_run as run")
    .select("run.deal_id as dealId")
    .select([
      sql<number | null>`json_extract(run.result, '$.bidPriceFen')`.as("priceFen"),
      part("flows.net").as("net"),
      part("financing.payments").as("payments"),
    ])
    .where("run.id", "in", (is) =>
      is
        .selectFrom("pricing_run")
        .select((of) => of.fn.max("id").as("id"))
        .groupBy("deal_id"),
    )
    .execute();
}

export interface WonSale {
  readonly dealId: number;
  readonly closedAt: string;
  readonly priceFen: number | null;
}

/** Sales that were won, the last of each deal. */
export async function listWonSales(db: Desk): Promise<WonSale[]> {
  const { rows } = await sql<WonSale>`SELECT deal_id AS dealId, closed_at AS closedAt, winner_fen AS priceFen FROM bid_round
    WHERE id IN (SELECT max(id) FROM bid_round WHERE closed_at IS NOT NULL GROUP BY deal_id) AND result = 'won'`.execute(db);
  return rows;
}

export async function listLinks(db: Desk): Promise<{ readonly id: number; readonly key: string; readonly isSame: boolean }[]> {
  const rows = await db.selectFrom("debtor_link").selectAll().execute();
  return rows.map(({ id, debtor_key: key, is_same: isSame }) => ({ id, key, isSame: isSame === 1 }));
}

/** Answers the id of the row, which is the one that is there where there is one. */
export async function putLink(db: Desk, key: string, isSame: boolean): Promise<number> {
  const row = { is_same: isSame ? 1 : 0 };
  const { id } = await db
    .insertInto("debtor_link")
    .values({ debtor_key: key, ...row })
    .onConflict((conflict) => conflict.column("debtor_key").doUpdateSet(row))
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function dropLink(db: Desk, id: number): Promise<void> {
  await db.deleteFrom("debtor_link").where("id", "=", id).execute();
}
