import { writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { VersionRow } from "../../../shared/contract/version-channels.ts";
import { corporateTape, openTestDesk, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

const head = ["借款合同编号", "借据号", "债务人名称", "贷款本金余额（元）", "利息（元）", "逾期日期"];

async function importClaims(dealId: number, name: string, rows: readonly (readonly (string | number)[])[]) {
  const path = desk.copyOf(corporateTape, name);
  writeFileSync(path, workbookOf([{ name: "债权", rows: [head, ...rows] }]));
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, drawdowns: "claim" as const }));
  return desk.tapes.import({ dealId, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser, sheets } });
}

it("match by contract whatever became of their drawdowns, and say what that changes", async () => {
  const { id: dealId } = await desk.deals.create(testDeal);
  const first = await importClaims(dealId, "一版.xlsx", [
    ["HT-1", "JJ-1", "甲公司", 1000, 10, "2024-01-31"],
    ["HT-1", "JJ-2", "甲公司", 2000, 20, "2023-01-31"],
    ["HT-2", "JJ-3", "乙公司", 500, 5, "2023-01-31"],
  ]);
  const second = await importClaims(dealId, "二版.xlsx", [
    ["HT-2", "JJ-3", "乙公司", 500, 5, "2023-01-31"],
    ["HT-1", "JJ-4", "甲公司", 700, 7, "2022-01-31"],
    ["HT-1", "JJ-1", "甲公司", 1000, 10, "2024-01-31"],
  ]);
  const pair = { olderTapeId: first.id, newerTapeId: second.id };
  expect(await desk.versions.compare(dealId, pair)).toMatchObject({ matched: { contract: 2 }, added: { loans: 0 }, dropped: { loans: 0 }, changedLoans: 1 });
  const { rows } = await desk.versions.rows({ dealId, ...pair, filter: { list: "changed", field: null, search: "" }, offset: 0, limit: 20 });
  const changed = rows as Extract<VersionRow, { readonly kind: "changed" }>[]; // of that list
  expect(changed.map(({ loan, field, older, newer }) => [loan.contractNo, field, older, newer])).toEqual([
    ["HT-1", "drawdownNo", "JJ-1、JJ-2", "JJ-4、JJ-1"],
    ["HT-1", "principal", 300_000, 170_000],
    ["HT-1", "interest", 3000, 1700],
    ["HT-1", "overdueDate", "2023-01-31", "2022-01-31"],
  ]);
});

it("leave nothing behind when their import is undone", async () => {
  const { id: dealId } = await desk.deals.create(testDeal);
  const tape = await importClaims(dealId, "一版.xlsx", [
    ["HT-1", "JJ-1", "甲公司", 1000, 10, "2024-01-31"],
    ["HT-1", "JJ-2", "甲公司", 2000, 20, "2023-01-31"],
  ]);
  const count = () => desk.db.raw.prepare("SELECT count(*) FROM claim_part").pluck().get();
  expect(count()).toBe(2);
  await desk.tapes.undo(tape.id);
  await desk.tapes.sweep();
  expect(count()).toBe(0);
});
