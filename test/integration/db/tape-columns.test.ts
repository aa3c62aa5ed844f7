import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrations } from "../../../main/db/schema.ts";
import { partPlaces } from "../../../shared/domain/claim-parts.ts";
import { type RowTable, storedFields } from "../../../shared/domain/field-values.ts";
import { type CellKind, fieldRecord, type TapeField } from "../../../shared/domain/tape-fields.ts";

/** Columns of a table that hold no field of the tape. */
const ownColumns: Readonly<Record<RowTable, readonly string[]>> = {
  loan: ["id", "tape_id", "sheet", "row_number"],
  guarantor: ["id", "tape_id", "loan_id"],
  loan_estimate: ["loan_id", "tape_id"],
  collateral: ["id", "tape_id", "loan_id", "link", "sheet", "row_number", "asset_key"],
  repayment: ["id", "tape_id", "loan_id", "link", "contract_no", "debtor_name", "debtor_id", "sheet", "row_number"],
};
/** Types of columns by the kind of a field's cells; the others are texts. */
const columnTypes: { readonly [Kind in CellKind]?: string } = {
  amount: "INTEGER",
  count: "INTEGER",
  months: "INTEGER",
  rank: "INTEGER",
  share: "REAL",
  area: "REAL",
};
const tables = Object.keys(ownColumns) as RowTable[];
const needed = `
INSERT INTO deal (id, name, seller, kind, process, stage, status, owner, notes, created_at, updated_at)
  VALUES (1, '资产包', '银行', 'corporateBulk', 'publicBidding', 'pricing', 'active', '', '', '2026', '2026');
INSERT INTO tape (id, deal_id, file_name, file_sha256, imported_at, first_loan_id, loan_count, principal_fen, interest_fen, fees_fen, appraisal_fen, report, mapping)
  VALUES (1, 1, 'a.xlsx', '${"0".repeat(64)}', '2026', 1, 1, 100, 0, 0, 50, '{}', '{}');
INSERT INTO loan (id, tape_id, sheet, row_number, contract_no, principal_fen) VALUES (1, 1, 'L', 2, 'A1', 100);
INSERT INTO collateral (id, tape_id, loan_id, link, sheet, row_number, contract_no) VALUES (1, 1, 1, 'joined', 'C', 2, 'A1');`;

describe("a tape's tables in today's schema", () => {
  const raw = new Sqlite(":memory:");
  beforeAll(() => {
    for (const { up } of migrations) up(raw);
    raw.exec(needed);
  });
  afterAll(() => raw.close());

  it.each(tables)("%s has a column for each of its fields, and no other", (table) => {
    const columns = raw.pragma(`table_info(${table})`) as { readonly name: string }[];
    const fields = storedFields(table).map(({ column }) => column);
    expect(columns.map(({ name }) => name).sort()).toEqual([...ownColumns[table], ...fields].sort());
  });

  it("claim_part has the columns of its fields, each as the claim's own has it, and no other", () => {
    const columns = raw.pragma("table_info(claim_part)") as { readonly name: string; readonly type: string }[];
    const ofLoan = new Map((raw.pragma("table_info(loan)") as typeof columns).map(({ name, type }) => [name, type]));
    expect(columns.map(({ name }) => name).sort()).toEqual(
      ["id", "tape_id", "loan_id", "sheet", "row_number", ...partPlaces.map(({ column }) => column)].sort(),
    );
    expect(columns.map(({ type }) => type)).toEqual(columns.map(({ name, type }) => ofLoan.get(name) ?? type));
  });

  it.each(tables)("%s declares each field by its kind", (table) => {
    const columns = raw.pragma(`table_info(${table})`) as { readonly name: string; readonly type: string }[];
    const typeOf = (field: TapeField) => columnTypes[fieldRecord(field).kind] ?? "TEXT";
    const declared = storedFields(table).map(({ column }) => [column, columns.find(({ name }) => name === column)?.type]);
    expect(declared).toEqual(storedFields(table).map(({ column, field }) => [column, typeOf(field)]));
  });

  it.each(
    (["loan", "collateral"] as const).flatMap((table) => storedFields(table).flatMap((place) => (fieldRecord(place.field).codes ? [{ table, ...place }] : []))),
  )("$table: $column takes every code of its list, and no word", ({ table, field, column }) => {
    const store = raw.prepare(`UPDATE ${table} SET ${column} = ?`);
    for (const code of fieldRecord(field).codes ?? []) expect(store.run(code).changes).toBe(1);
    expect(() => store.run("其他")).toThrow(/CHECK/);
  });
});
