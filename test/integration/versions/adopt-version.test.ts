import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { SheetRow } from "../../../shared/contract/sheet-channels.ts";
import type { VersionFilter, VersionRow } from "../../../shared/contract/version-channels.ts";
import { emptyEntry } from "../../../shared/domain/debtor-sheet.ts";
import type { VersionList } from "../../../shared/domain/tape-versions.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { firstRows, redo, rowsHash, typeCells, undo } from "../sheet/sheet-desk.ts";
import { firstItems, firstLoans, importLines, secondItems, secondLoans } from "./reissued-tape.ts";

let desk: TestDesk;
let dealId: number;
beforeEach(async () => {
  desk = openTestDesk();
  desk.nameAuthor("王五");
  dealId = (await desk.deals.create(testDeal)).id;
});
afterEach(() => desk.close());

const whole = (list: VersionList): VersionFilter => ({ list, field: null, search: "" });
const tapeOf = async () => (await desk.deals.get(dealId)).package?.tapeId ?? 0;
const byContract = async (list: "loan" | "collateral" | "guarantor" = "loan") =>
  new Map((await firstRows(desk, dealId, list)).map((row) => [row.contractNo, row]));
const at = async (contractNo: string): Promise<SheetRow> => {
  const row = (await byContract()).get(contractNo);
  if (row === undefined) throw new Error(`no loan ${contractNo}`);
  return row;
};

/** The first tape with the desk's work on it, and the second one beside it. */
async function reissued() {
  const first = await importLines(desk, dealId, "一版.xlsx", firstLoans, firstItems);
  const [a, b, c, d, e] = [await at("HT-2020-0001"), await at("HT-2020-0002"), await at("HT-2020-0003"), await at("HT-2020-0004"), await at("HT-2020-0005")];
  const lost = await at("HT-2020-0006");
  await typeCells(
    desk,
    dealId,
    "loan",
    [
      { rowId: a.rowId, field: "court", text: "洛阳市中级人民法院" },
      { rowId: b.rowId, field: "interest", text: "450000" },
      { rowId: c.rowId, field: "interest", text: "500000" },
      { rowId: lost.rowId, field: "fees", text: "100" },
      { rowId: a.rowId, field: "estimateMonths", text: "18" },
    ],
    { why: "核对台账" },
  );
  const item = (await byContract("collateral")).get("HT-2020-0001");
  await typeCells(desk, dealId, "collateral", [{ rowId: item?.rowId ?? 0, field: "appraisal", text: "4800000" }]);
  await desk.sheet.addRows({ dealId, list: "guarantor", rows: [{ loanId: a.rowId, cells: [{ field: "guarantors", text: "张三" }] }], unit: "yuan", why: "" });
  await desk.sheet.removeRows({ dealId, list: "loan", rowIds: [d.rowId], why: "" });
  const second = await importLines(desk, dealId, "二版.xlsx", secondLoans, secondItems, "2025-10-31");
  return { first, second, pair: { olderTapeId: first.id, newerTapeId: second.id }, a, e };
}
type Reissued = Awaited<ReturnType<typeof reissued>>;

const rowsOf = async <Kind extends VersionRow["kind"] = VersionRow["kind"]>(
  { pair }: Pick<Reissued, "pair">,
  list: VersionList,
  filter: Partial<VersionFilter> = {},
) =>
  (await desk.versions.rows({ dealId, ...pair, filter: { ...whole(list), ...filter }, offset: 0, limit: 200 })).rows as Extract<
    VersionRow,
    { readonly kind: Kind }
  >[]; // of the list that was asked for

const decideAll = async ({ pair }: Pick<Reissued, "pair">, takes: "desk" | "seller") => {
  const [doubt] = await rowsOf<"doubtful">({ pair }, "doubtful");
  await desk.versions.decide({ dealId, ...pair, olderLoanId: doubt?.older.loanId ?? 0, newerLoanId: doubt?.newer.loanId ?? 0, isSame: true });
  await desk.versions.choose({ dealId, ...pair, rows: null, takes });
};

it("stands beside the first and says field by field what the seller changed, while the first is still the package", async () => {
  const found = await reissued();
  expect(found.second.standing).toBe("waiting");
  expect(await tapeOf()).toBe(found.first.id);
  expect((await desk.deals.get(dealId)).cutOffDate).toBe("2025-09-30");
  const summary = await desk.versions.compare(dealId, found.pair);
  expect(summary).toMatchObject({
    matched: { contract: 4, spelling: 0, facts: 0, decided: 0 },
    added: { loans: 1, principalFen: 1_000_000_00 },
    dropped: { loans: 1, principalFen: 860_000_00, interestFen: 15_000_00 },
    doubtful: { open: 1, all: 1 },
    changedLoans: 3,
    openConflicts: 2,
    edits: { carried: 4, settled: 1, conflict: 2, lost: 1 },
  });
  const changes = (await rowsOf<"changed">(found, "changed")).map(({ loan, list, field, older, newer, part }) => [
    loan.contractNo,
    list,
    field,
    older,
    newer,
    part,
  ]);
  expect(changes).toEqual([
    ["HT-2020-0001", "collateral", "appraisal", 6_000_000_00, 5_500_000_00, "涧西区中州西路1号"],
    ["ＨＴ－2020－0002", "loan", "interest", 400_000_00, 450_000_00, ""],
    ["ＨＴ－2020－0002", "collateral", null, null, "老城区中州东路2号", "老城区中州东路2号"],
    ["HT-2020-0003", "loan", "interest", 510_000_00, 560_000_00, ""],
    ["HT-2020-0003", "loan", "litigationStage", "notSued", "sued", ""],
  ]);
  expect((await rowsOf<"added" | "dropped">(found, "dropped")).map((row) => row.loan.contractNo)).toEqual(["HT-2020-0006"]);
  expect((await rowsOf<"added" | "dropped">(found, "added")).map((row) => row.loan.contractNo)).toEqual(["新增-0009"]);
  const [doubt] = await rowsOf<"doubtful">(found, "doubtful");
  expect([doubt?.older.contractNo, doubt?.newer.contractNo, doubt?.agrees, doubt?.isSame]).toEqual([
    "HT-2020-0005",
    "HT-2020-0999",
    ["debtorId", "debtorName", "drawdownDate", "maturityDate"],
    null,
  ]);
  expect(summary.fields).toContainEqual({ list: "loan", field: "interest", changes: 2, deltaFen: 100_000_00 });
});

it("is filtered by field and by what a loan is called, and leaves the desk as a file", async () => {
  const found = await reissued();
  const interest = { list: "loan", field: "interest" } as const;
  expect(await rowsOf(found, "changed", { field: interest })).toHaveLength(2);
  expect(await rowsOf(found, "changed", { field: interest, search: "丙机械" })).toHaveLength(1);
  expect(await rowsOf(found, "edits", { search: "ht-2020-0003" })).toHaveLength(1);
  const file = join(desk.copyOf(import.meta.filename, "x.ts"), "..", "changes.csv");
  desk.writeWorkbooksTo(file);
  const request = { dealId, ...found.pair, language: "zh" as const, unit: "yuan" as const, fileName: ["改动"] };
  expect(await desk.versions.save({ ...request, filter: whole("changed") })).toMatchObject({ rows: 5 });
  const lines = readFileSync(file, "utf8").trim().split(/\r?\n/);
  expect(lines).toHaveLength(6);
  expect(lines[1]).toContain("涧西区中州西路1号");
  for (const list of ["added", "dropped", "doubtful", "edits"] as const)
    expect((await desk.versions.save({ ...request, filter: whole(list) }))?.rows).toBe((await rowsOf(found, list)).length);
});

it("is taken over only once all is decided, with the desk's edits carried over, and what conflicts as it was decided", async () => {
  const found = await reissued();
  await expect(desk.versions.adopt(dealId, found.second.id)).rejects.toMatchObject({ code: "version.undecided", values: { pairs: 1, conflicts: 2 } });
  expect(await tapeOf()).toBe(found.first.id);
  await decideAll(found, "desk");
  const [ofInterest] = (await rowsOf<"edits">(found, "edits")).filter(({ outcome, list }) => outcome === "conflict" && list === "loan");
  expect(ofInterest).toMatchObject({ seller: 510_000_00, desk: 500_000_00, newer: 560_000_00, takes: "desk", author: "王五", why: "核对台账" });
  const rows = [{ list: "loan", rowId: ofInterest?.rowId ?? 0, field: "interest" }] as const;
  await desk.versions.choose({ dealId, ...found.pair, rows: [...rows], takes: "seller" });
  expect(await desk.versions.adopt(dealId, found.second.id)).toEqual({ carried: 5, refused: 0, confirmed: 0 });
  expect(await tapeOf()).toBe(found.second.id);
  expect((await desk.deals.get(dealId)).cutOffDate).toBe("2025-10-31");
  const loans = await byContract();
  // The loan that the desk had taken out stays out.
  expect([...loans.keys()]).toEqual(["新增-0009", "ＨＴ－2020－0002", "HT-2020-0001", "HT-2020-0003", "HT-2020-0999"]);
  expect(loans.get("HT-2020-0001")).toMatchObject({ values: { court: "洛阳市中级人民法院", estimateMonths: 18 }, edited: ["court", "estimateMonths"] });
  expect(loans.get("HT-2020-0003")).toMatchObject({ values: { interest: 560_000_00 }, edited: [] });
  const items = await firstRows(desk, dealId, "collateral");
  expect(items.find(({ contractNo }) => contractNo === "HT-2020-0001")).toMatchObject({ values: { appraisal: 4_800_000_00 }, edited: ["appraisal"] });
  expect((await firstRows(desk, dealId, "guarantor")).map(({ contractNo, values }) => [contractNo, values["guarantors"]])).toEqual([["HT-2020-0001", "张三"]]);
  const history = await desk.sheet.history({ dealId, list: "loan", rowId: loans.get("HT-2020-0001")?.rowId ?? 0, field: "court" });
  expect(history.edits).toMatchObject([{ author: "王五", why: "核对台账", cause: "carried", old: "洛阳中院" }]);
  const { package: priced } = await desk.deals.get(dealId);
  expect(priced).toMatchObject({ loans: 5, upbFen: (8_000_000 + 5_000_000 + 3_650_000 + 6_100_000 + 1_000_000) * 100 });
  await expect(desk.versions.choose({ dealId, ...found.pair, rows: null, takes: "desk" })).rejects.toMatchObject({ code: "version.notWaiting" });
  const { columns } = await desk.packages.load(dealId);
  expect([columns.loanCount, columns.upb[2]]).toEqual([5, 8_000_000]);
});

it("is undone as one step and done again, row by row the same, and either version can be the package", async () => {
  const found = await reissued();
  const before = rowsHash(desk, dealId);
  await decideAll(found, "seller");
  await desk.versions.adopt(dealId, found.second.id);
  const after = rowsHash(desk, dealId);
  await undo(desk, dealId);
  expect([await tapeOf(), rowsHash(desk, dealId)]).toEqual([found.first.id, before]);
  expect((await desk.versions.list(dealId)).map(({ standing }) => standing)).toEqual(["waiting", "priced"]);
  await redo(desk, dealId);
  expect([await tapeOf(), rowsHash(desk, dealId)]).toEqual([found.second.id, after]);
  await desk.versions.price(dealId, found.first.id);
  expect([await tapeOf(), rowsHash(desk, dealId), (await desk.deals.get(dealId)).cutOffDate]).toEqual([found.first.id, before, "2025-09-30"]);
  await undo(desk, dealId);
  expect([await tapeOf(), rowsHash(desk, dealId), (await desk.deals.get(dealId)).cutOffDate]).toEqual([found.second.id, after, "2025-10-31"]);
  // What is carried over is followed from the seller's two files all the same.
  expect(await desk.versions.compare(dealId, found.pair)).toMatchObject({ changedLoans: 4, edits: { carried: 4, conflict: 2 } });
});

it("leaves saved runs their own rows, and its import undone gives the deal the version before", async () => {
  const found = await reissued();
  const terms = async () => ({ ...(await desk.assumptions.model(dealId)), bidPriceFen: null });
  await desk.pricing.price(dealId, await terms());
  const run = await desk.runs.save(dealId, "一版");
  await decideAll(found, "desk");
  await desk.versions.adopt(dealId, found.second.id);
  await desk.pricing.price(dealId, await terms());
  await desk.runs.save(dealId, "二版");
  expect((await desk.versions.list(dealId)).map(({ number, runs, standing }) => [number, standing, runs])).toEqual([
    [2, "priced", 1],
    [1, "beside", 1],
  ]);
  expect(await desk.runs.replay(run.id)).toMatchObject({ isSame: true });
  await desk.tapes.sweep();
  expect(desk.db.raw.prepare("SELECT count(*) FROM loan WHERE tape_id = ?").pluck().get(found.first.id)).toBe(5);
  await desk.tapes.undo(found.second.id);
  await desk.tapes.sweep();
  expect(await tapeOf()).toBe(found.first.id);
  expect((await desk.deals.get(dealId)).cutOffDate).toBe("2025-09-30");
  expect(desk.db.raw.prepare("SELECT count(*) FROM loan WHERE tape_id = ?").pluck().get(found.second.id)).toBe(0);
  for (const table of ["version_match", "version_choice"]) expect(desk.countRows(table)).toBe(0);
  // Edits of the version that is left can still be undone.
  await undo(desk, dealId);
  expect((await byContract()).has("HT-2020-0004")).toBe(true);
});

it("takes what the desk said of a debtor along where the seller names the debtor otherwise", async () => {
  await importLines(desk, dealId, "一版.xlsx", firstLoans, firstItems);
  await desk.pricing.price(dealId, { ...(await desk.assumptions.model(dealId)), bidPriceFen: null });
  const low = { grossFen: 500_000_00, costsFen: 10_000_00, months: 12, discountRate: null, margin: null };
  await desk.debtors.save(dealId, (await at("HT-2020-0003")).rowId, { ...emptyEntry, low });
  const renamed = firstLoans.map((line) => (line[0] === "HT-2020-0003" ? line.with(1, "孟津丙机械制造有限公司").with(2, "91410300MA00000333") : line));
  const second = await importLines(desk, dealId, "二版.xlsx", renamed, firstItems);
  const pair = { olderTapeId: await tapeOf(), newerTapeId: second.id };
  expect(await desk.versions.compare(dealId, pair)).toMatchObject({ movedDebtors: 1, changedLoans: 1 });
  await desk.versions.adopt(dealId, second.id);
  const keys = () => desk.db.raw.prepare("SELECT debtor_key FROM debtor_estimate").pluck().all();
  expect(keys()).toEqual(["id:91410300MA00000333"]);
  await undo(desk, dealId);
  expect(keys()).toEqual(["id:91410300MA00000033"]);
});

it("waits for a third, and a tape of another deal is none of its versions", async () => {
  const found = await reissued();
  await expect(importLines(desk, dealId, "三版.xlsx", secondLoans, secondItems)).rejects.toMatchObject({ code: "tape.versionWaiting" });
  const other = await desk.deals.create(testDeal);
  await expect(desk.versions.compare(other.id, found.pair)).rejects.toMatchObject({ code: "version.notOfDeal" });
  await expect(desk.versions.price(dealId, found.second.id)).rejects.toMatchObject({ code: "version.waits" });
});

it("is bridged loan by loan from a run of the first: what was renumbered or spelled otherwise neither came nor went", async () => {
  const found = await reissued();
  const priceAndSave = async (name: string) => {
    await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    return desk.runs.save(dealId, name);
  };
  const before = await priceAndSave("一版");
  await decideAll(found, "seller");
  await desk.versions.adopt(dealId, found.second.id);
  const after = await priceAndSave("二版");
  // The run of the version before is the one that its memo leads from.
  expect(after.predecessorId).toBe(before.id);
  const bridge = await desk.bridges.bridge({ fromId: before.id, toId: after.id });
  // 0005 comes as 0999 by the desk's decision, 0002 in full-width letters; 0006 went, 0009 came, 0004 was taken away in both.
  expect(bridge.loans).toEqual({ kept: 4, dropped: 1, added: 1 });
  const renumbered = await desk.bridges.loans({ fromId: before.id, toId: after.id, cause: "balances", caseName: "base", offset: 0, limit: 50 });
  expect(renumbered.rows.map(({ contractNo, fate }) => [contractNo, fate])).toContainEqual(["HT-2020-0999", "kept"]);
  const back = await desk.bridges.bridge({ fromId: after.id, toId: before.id });
  expect(back.loans).toEqual({ kept: 4, dropped: 1, added: 1 });
});
