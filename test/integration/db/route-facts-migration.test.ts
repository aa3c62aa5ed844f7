import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { initialSchema } from "../../../main/db/migrations/0010-initial.ts";
import { routeFacts } from "../../../main/db/migrations/0020-route-facts.ts";
import { type DeskDatabase, openDatabase } from "../../../main/db/open-database.ts";

const now = () => "2026-11-25T08:00:00.000Z";
const firstRows = `
INSERT INTO deal (id, name, seller, kind, process, stage, status, owner, notes, created_at, updated_at)
  VALUES (1, '资产包', '银行', 'corporateBulk', 'publicBidding', 'pricing', 'active', '', '', '2026', '2026');
INSERT INTO tape (id, deal_id, file_name, file_sha256, imported_at, first_loan_id, loan_count, principal_fen, interest_fen, fees_fen, appraisal_fen, report, mapping)
  VALUES (1, 1, 'a.xlsx', '${"0".repeat(64)}', '2026', 1, 1, 100, 0, 0, 50, '{}', '{}');
INSERT INTO loan (id, tape_id, sheet, row_number, contract_no, principal_fen) VALUES (1, 1, 'L', 2, 'A1', 100);
INSERT INTO guarantor (id, tape_id, loan_id, name) VALUES (1, 1, 1, '甲');
INSERT INTO collateral (id, tape_id, loan_id, link, sheet, row_number, contract_no, appraisal_fen) VALUES (1, 1, 1, 'joined', 'C', 2, 'A1', 50);`;

let folder: string;
let db: DeskDatabase;
let before: unknown[];
const rows = (table: string) => db.raw.prepare(`SELECT * FROM ${table}`).all();
const tables = ["deal", "tape", "loan", "guarantor", "collateral"];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "desk-routes-"));
  const file = join(folder, "desk.sqlite");
  db = openDatabase(file, { migrations: [initialSchema], now });
  db.raw.exec(firstRows);
  before = tables.map(rows);
  await db.close();
  db = openDatabase(file, { migrations: [initialSchema, routeFacts], now });
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a database of version 10", () => {
  it("keeps every row and says nothing it did not know", () => {
    expect(db.raw.pragma("user_version", { simple: true })).toBe(20);
    expect(db.migrationBackup).toContain("desk-v10-");
    expect(tables.map(rows)).toMatchObject(before);
    expect(rows("loan")[0]).toMatchObject({ debtor_type: null, limitation_date: null, judgment_date: null, enforcement_deadline: null });
    expect(rows("guarantor")[0]).toMatchObject({ cap_fen: null, period_end: null });
    expect(rows("collateral")[0]).toMatchObject({ asset_no: null, asset_key: null, hold: null, priority_fen: null, rival_fen: null });
    expect(rows("loan_estimate")).toEqual([]);
  });

  it.each([
    ["UPDATE loan SET debtor_type = 'state'"],
    ["UPDATE loan SET limitation_date = '2025年1月1日'"],
    ["UPDATE guarantor SET cap_fen = -1"],
    ["UPDATE guarantor SET cap_fen = 9007199254740992"],
    ["UPDATE guarantor SET cap_fen = '12万'"],
    ["UPDATE collateral SET hold = 'pledge'"],
    ["UPDATE collateral SET priority_fen = -1"],
    ["UPDATE collateral SET asset_key = -1"],
    ["INSERT INTO loan_estimate (loan_id, tape_id, months) VALUES (1, 1, 12)"],
    ["INSERT INTO loan_estimate (loan_id, tape_id, months, probability, haircut) VALUES (1, 1, 12, 1.5, 0.3)"],
    ["INSERT INTO loan_estimate (loan_id, tape_id, first_month_rate) VALUES (1, 1, 0.01)"],
    ["INSERT INTO loan_estimate (loan_id, tape_id, cost_rate) VALUES (2, 1, 0.01)"],
  ])("refuses %s", (statement) => expect(() => db.raw.exec(statement)).toThrow(/constraint|cannot store/));
});
