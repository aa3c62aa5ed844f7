import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { dealWithTape, firstRows, redo, rowsHash, typeCells, undo } from "./sheet-desk.ts";

let desk: TestDesk;
let dealId: number;
let before: string;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = await dealWithTape(desk);
  // Another tape's loans follow at once: what is added must not take their ids.
  await dealWithTape(desk);
  before = rowsHash(desk, dealId);
});
afterAll(() => desk.close());
afterEach(async () => {
  while ((await undo(desk, dealId)) !== null);
  if (rowsHash(desk, dealId) !== before) throw new Error("undoing all doesn't bring the rows back");
});

const newLoan = (contractNo: string, principal = "100万") => ({
  loanId: null,
  cells: [
    { field: "contractNo" as const, text: contractNo },
    { field: "principal" as const, text: principal },
    { field: "debtorName" as const, text: "新增有限公司" },
  ],
});
const addLoans = (...contracts: string[]) =>
  desk.sheet.addRows({ dealId, list: "loan", rows: contracts.map((contract) => newLoan(contract)), unit: "yuan", why: "补录" });
const price = async () => desk.pricing.price(dealId, await desk.assumptions.model(dealId));

describe("rows added by hand", () => {
  it("stand behind those of the tape, are marked, priced, listed and found like any other", async () => {
    const { totals } = await price();
    const { rowIds, refused } = await addLoans("新-001", "新-002");
    expect(refused).toEqual([]);
    const { rowIds: items } = await desk.sheet.addRows({
      dealId,
      list: "collateral",
      rows: [{ loanId: rowIds[0] ?? 0, cells: [{ field: "appraisal", text: "500000" }] }],
      unit: "yuan",
      why: "",
    });
    await desk.sheet.addRows({
      dealId,
      list: "guarantor",
      rows: [{ loanId: rowIds[1] ?? 0, cells: [{ field: "guarantors", text: "赵六" }] }],
      unit: "yuan",
      why: "",
    });
    const rows = await firstRows(desk, dealId, "loan");
    expect(rows.slice(-2)).toMatchObject([
      { rowId: rowIds[0], contractNo: "新-001", isAdded: true, edited: [] },
      { rowId: rowIds[1], isAdded: true },
    ]);
    expect((await firstRows(desk, dealId, "collateral")).find(({ rowId }) => rowId === items[0])).toMatchObject({
      contractNo: "新-001",
      loanId: rowIds[0],
      isAdded: true,
    });
    const priced = await price();
    expect(priced.totals.loans).toBe(totals.loans + 2);
    expect(priced.totals.upbFen).toBe(totals.upbFen + 200_000_000);
    expect((await desk.deals.get(dealId)).package).toMatchObject({ loans: priced.totals.loans, upbFen: priced.totals.upbFen });
    const found = await desk.pricing.loans(dealId, { caseName: "base", offset: 0, limit: 5, sortBy: "contractNo", descending: false, search: "新-00" });
    expect(found.rows.map(({ loanId, contractNo, appraisalFen }) => [loanId, contractNo, appraisalFen])).toEqual([
      [rowIds[0], "新-001", 50_000_000],
      [rowIds[1], "新-002", 0],
    ]);
    expect((await desk.pricing.explainLoan(dealId, "base", rowIds[1] ?? 0)).loan.contractNo).toBe("新-002");
    expect(await desk.packages.loanFacts(dealId, rowIds[1] ?? 0)).toMatchObject({ guarantors: [{ name: "赵六" }] });
    const run = await desk.runs.save(dealId, `有新增${rowIds[0]}`);
    expect((await desk.runs.replay(run.id)).isSame).toBe(true);
  });

  it("are refused with their place where a cell can't be, and then none is added", async () => {
    const [first] = await firstRows(desk, dealId, "loan");
    const taken = await addLoans("新-003", first?.contractNo ?? "", "新-003");
    expect(taken).toEqual({
      rowIds: [],
      refused: [
        { rowId: 1, field: "contractNo", code: "sheet.refusal.contractTaken", word: first?.contractNo },
        { rowId: 2, field: "contractNo", code: "sheet.refusal.contractTaken", word: "新-003" },
      ],
    });
    const empty = await desk.sheet.addRows({ dealId, list: "loan", rows: [{ loanId: null, cells: [] }], unit: "yuan", why: "" });
    expect(empty.refused.map(({ code }) => code)).toEqual(["tape.code.missingContract", "tape.code.missingPrincipal"]);
    const orphan = desk.sheet.addRows({ dealId, list: "collateral", rows: [{ loanId: 999_999_999, cells: [] }], unit: "yuan", why: "" });
    await expect(orphan).rejects.toMatchObject({ code: "sheet.noLoan" });
  });

  it("go by undo, come back under their ids by redo, and give their ids to nobody else", async () => {
    const { rowIds } = await addLoans("新-004");
    await undo(desk, dealId);
    expect(rowsHash(desk, dealId)).toBe(before);
    await redo(desk, dealId);
    expect((await firstRows(desk, dealId, "loan")).at(-1)?.rowId).toBe(rowIds[0]);
    await undo(desk, dealId);
    expect((await addLoans("新-005")).rowIds[0]).not.toBe(rowIds[0]);
  });
});

describe("rows removed by hand", () => {
  it("take what hangs on them along, and come back whole", async () => {
    const { totals } = await price();
    const rows = await firstRows(desk, dealId, "loan");
    const gone = rows.filter((_, at) => at % 40 === 3).map(({ rowId }) => rowId);
    const items = (await firstRows(desk, dealId, "collateral")).filter(({ loanId }) => gone.includes(loanId ?? 0)).length;
    const count = desk.countRows("collateral");
    expect(await desk.sheet.removeRows({ dealId, list: "loan", rowIds: gone, why: "已结清" })).toEqual({ removed: gone.length });
    expect(desk.countRows("collateral")).toBe(count - items);
    const priced = await price();
    expect(priced.totals.loans).toBe(totals.loans - gone.length);
    const left = rows.filter(({ rowId }) => !gone.includes(rowId));
    const listed = await desk.pricing.loans(dealId, { caseName: "base", offset: 0, limit: 500, sortBy: "upbFen", descending: false, search: "" });
    expect(listed.rows.map(({ loanId, upbFen }) => [loanId, upbFen]).sort(([a = 0], [b = 0]) => a - b)).toEqual(
      left.map(({ rowId, values }) => [rowId, values.principal]),
    );
    await expect(desk.pricing.explainLoan(dealId, "base", gone[0] ?? 0)).rejects.toMatchObject({ code: "pricing.loanNotFound" });
    await undo(desk, dealId);
    expect((await price()).totals).toEqual(totals);
  });

  it("never include the last loan of a package", async () => {
    const rowIds = (await firstRows(desk, dealId, "loan")).map(({ rowId }) => rowId);
    await expect(desk.sheet.removeRows({ dealId, list: "loan", rowIds, why: "" })).rejects.toMatchObject({ code: "sheet.lastLoan" });
  });

  it("free their place for no row that another import brings", async () => {
    const other = await dealWithTape(desk);
    const last = (await firstRows(desk, other, "collateral")).reduce((most, { rowId }) => Math.max(most, rowId), 0);
    const owner = () => desk.db.raw.prepare("SELECT tape_id FROM collateral WHERE id = ?").pluck().get(last);
    const tapeId = owner();
    await desk.sheet.removeRows({ dealId: other, list: "collateral", rowIds: [last], why: "" });
    await dealWithTape(desk);
    expect(owner()).toBeUndefined();
    await undo(desk, other);
    expect(owner()).toBe(tapeId);
  });
});

describe("a deal without any file", () => {
  const cells = [
    { field: "contractNo" as const, text: "单户-1" },
    { field: "principal" as const, text: "3,000" },
    { field: "debtorName" as const, text: "某机械厂" },
  ];
  it("gets a package that is typed, and is priced, saved and edited like any other", async () => {
    const { id } = await desk.deals.create({ ...testDeal, name: "单户", kind: "singleCorporate", cutOffDate: null });
    await expect(desk.sheet.startByHand({ dealId: id, cells, unit: "wanYuan", cutOffDate: null })).rejects.toMatchObject({ code: "tape.cutOffMissing" });
    const { rowId, refused } = await desk.sheet.startByHand({ dealId: id, cells, unit: "wanYuan", cutOffDate: "2025-09-30" });
    expect(refused).toEqual([]);
    expect(await desk.deals.get(id)).toMatchObject({ cutOffDate: "2025-09-30", package: { loans: 1, upbFen: 3_000_000_000 } });
    expect(await desk.tapes.list(id)).toMatchObject([
      { fileName: "", report: { counts: { loansKept: 1, debtors: 1 }, sums: { principalFen: 3_000_000_000 } } },
    ]);
    await desk.sheet.addRows({
      dealId: id,
      list: "collateral",
      rows: [{ loanId: rowId, cells: [{ field: "appraisal", text: "2000" }] }],
      unit: "wanYuan",
      why: "",
    });
    await typeCells(desk, id, "loan", [{ rowId: rowId ?? 0, field: "interest", text: "500" }], { unit: "wanYuan" });
    const result = await desk.pricing.price(id, await desk.assumptions.model(id));
    expect(result.totals).toMatchObject({ loans: 1, claimFen: 3_500_000_000 });
    const run = await desk.runs.save(id, "首轮");
    expect((await desk.runs.replay(run.id)).isSame).toBe(true);
    await expect(desk.sheet.startByHand({ dealId: id, cells, unit: "yuan", cutOffDate: null })).rejects.toMatchObject({ code: "deal.hasTape" });
  });

  it("gives its package back as it is undone, with the edits of its rows, and has it again", async () => {
    const { id } = await desk.deals.create({ ...testDeal, name: "重来", kind: "singleCorporate", cutOffDate: null });
    const { rowId } = await desk.sheet.startByHand({ dealId: id, cells, unit: "wanYuan", cutOffDate: "2025-09-30" });
    await typeCells(desk, id, "loan", [{ rowId: rowId ?? 0, field: "interest", text: "500" }], { unit: "wanYuan" });
    const typed = rowsHash(desk, id);
    expect((await undo(desk, id))?.label.kind).toBe("cellsEdited");
    expect((await undo(desk, id))?.label.kind).toBe("startedByHand");
    expect(await desk.deals.get(id)).toMatchObject({ cutOffDate: null, package: null });
    expect((await redo(desk, id))?.label.kind).toBe("startedByHand");
    expect((await redo(desk, id))?.label.kind).toBe("cellsEdited");
    expect(await desk.deals.get(id)).toMatchObject({ cutOffDate: "2025-09-30", package: { loans: 1 } });
    expect(rowsHash(desk, id)).toBe(typed);
    // Typed anew, it is another package; what was taken back stays out of its way.
    await undo(desk, id);
    await undo(desk, id);
    await desk.sheet.startByHand({ dealId: id, cells, unit: "yuan", cutOffDate: "2025-10-31" });
    expect(await desk.deals.get(id)).toMatchObject({ cutOffDate: "2025-10-31", package: { loans: 1, upbFen: 300_000 } });
    expect(await redo(desk, id)).toBeNull();
  });

  it("gets none where a cell that is needed is refused", async () => {
    const { id } = await desk.deals.create({ ...testDeal, name: "空", cutOffDate: "2025-09-30" });
    const said = await desk.sheet.startByHand({ dealId: id, cells: cells.slice(0, 1), unit: "yuan", cutOffDate: null });
    expect(said).toMatchObject({ tapeId: null, refused: [{ field: "principal", code: "tape.code.missingPrincipal" }] });
    expect((await desk.deals.get(id)).package).toBeNull();
  });
});

describe("find, replace and figures", () => {
  const yuan = { unit: "yuan" as const, view: wholeSheet };
  it("go through a view as it is shown", async () => {
    const rows = await firstRows(desk, dealId, "loan");
    const name = rows[4]?.debtorName ?? "";
    const first = rows.findIndex(({ debtorName }) => debtorName === name);
    const found = await desk.sheet.find({ dealId, list: "loan", ...yuan, offset: 0, fields: ["debtorName"], text: name });
    expect(found).toEqual({ index: first, rowId: rows[first]?.rowId, field: "debtorName" });
    expect(await desk.sheet.find({ dealId, list: "loan", ...yuan, offset: 0, fields: ["debtorName"], text: "没有这个名字" })).toBeNull();
    const wrapped = await desk.sheet.find({ dealId, list: "loan", ...yuan, offset: rows.length, fields: ["contractNo"], text: rows[0]?.contractNo ?? "" });
    expect(wrapped?.index).toBe(0);
    const said = await desk.sheet.replace({ dealId, list: "loan", ...yuan, fields: ["debtorName"], text: name, replacement: `${name}（更名）`, why: "" });
    const renamed = (await firstRows(desk, dealId, "loan")).filter(({ debtorName }) => debtorName === `${name}（更名）`);
    expect(said).toEqual({ changed: renamed.length, unchanged: 0, refused: [] });
    expect(renamed.length).toBe(rows.filter(({ debtorName }) => debtorName === name).length);
  });

  it("add up what a range of a view holds", async () => {
    const rows = await firstRows(desk, dealId, "loan");
    const some = rows.slice(2, 12).map(({ values }) => Number(values.principal));
    const sum = some.reduce((total, fen) => total + fen, 0);
    const figures = await desk.sheet.figures({ dealId, list: "loan", view: wholeSheet, offset: 2, limit: 10, fields: ["principal", "debtorName"] });
    expect(figures).toEqual({
      rows: 10,
      figures: [
        { field: "principal", filled: 10, sum, average: sum / 10 },
        { field: "debtorName", filled: 10, sum: null, average: null },
      ],
    });
  });
});
