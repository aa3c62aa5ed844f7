import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { dealWithTape, firstRows, redo, rowsHash, typeCells, undo } from "./sheet-desk.ts";

let desk: TestDesk;
let dealId: number;
let before: string;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = await dealWithTape(desk);
  before = rowsHash(desk, dealId);
});
afterAll(() => desk.close());
beforeEach(() => desk.nameAuthor(""));
// What a test edits is taken back, and with it all that it left.
afterEach(async () => {
  while ((await undo(desk, dealId)) !== null);
  if (rowsHash(desk, dealId) !== before) throw new Error("undoing all doesn't bring the rows back");
});

const firstLoan = async () => {
  const [row] = await firstRows(desk, dealId, "loan");
  if (row === undefined) throw new Error("the package has no loan");
  return row;
};

describe("a cell that is typed into", () => {
  it("holds what was typed, keeps the seller's value beside it, and says who changed it when and why", async () => {
    desk.nameAuthor("王评估");
    const { rowId, values } = await firstLoan();
    const said = await typeCells(desk, dealId, "loan", [{ rowId, field: "principal", text: "1,234.5万" }], { why: "核对借据" });
    expect(said).toEqual({ changed: 1, unchanged: 0, refused: [] });
    const row = await firstLoan();
    expect(row.values.principal).toBe(1_234_500_000);
    expect(row.edited).toEqual(["principal"]);
    const history = await desk.sheet.history({ dealId, list: "loan", rowId, field: "principal" });
    expect(history.sellerValue).toBe(values.principal);
    expect(history.edits).toEqual([
      { author: "王评估", madeAt: "2025-11-25T08:00:00.000Z", why: "核对借据", cause: "typed", old: values.principal, new: 1_234_500_000 },
    ]);
    const { total, edits } = await desk.sheet.edits(dealId, 0, 10);
    expect(total).toBe(1);
    expect(edits[0]).toMatchObject({ cells: 1, rows: 0, isUndone: false, first: [{ rowId, contractNo: row.contractNo, field: "principal" }] });
  });

  it("comes back by undo, changes again by redo, and the deal's sums follow", async () => {
    const { package: sums } = await desk.deals.get(dealId);
    const { rowId, values } = await firstLoan();
    await typeCells(desk, dealId, "loan", [{ rowId, field: "principal", text: "0" }]);
    expect((await desk.deals.get(dealId)).package?.upbFen).toBe((sums?.upbFen ?? 0) - Number(values.principal));
    const after = rowsHash(desk, dealId);
    expect(await undo(desk, dealId)).toMatchObject({ label: { kind: "cellsEdited", name: "1" } });
    expect(rowsHash(desk, dealId)).toBe(before);
    expect((await firstLoan()).edited).toEqual([]);
    await redo(desk, dealId);
    expect(rowsHash(desk, dealId)).toBe(after);
  });

  it("goes back to the seller's value, also after several edits, and that can be undone too", async () => {
    const { rowId } = await firstLoan();
    for (const text of ["1", "2", "3"]) await typeCells(desk, dealId, "loan", [{ rowId, field: "interest", text }]);
    const edited = rowsHash(desk, dealId);
    expect(await desk.sheet.reset({ dealId, list: "loan", cells: [{ rowId, field: "interest" }], why: "" })).toMatchObject({ changed: 1 });
    expect(rowsHash(desk, dealId)).toBe(before);
    expect((await firstLoan()).edited).toEqual([]);
    await undo(desk, dealId);
    expect(rowsHash(desk, dealId)).toBe(edited);
  });

  it.each([
    ["loan", "principal", "", "tape.code.missingPrincipal"],
    ["loan", "principal", "-5", "tape.code.negativeAmount"],
    ["loan", "principal", "12.345", "typed.finerThanFen"],
    ["loan", "contractNo", "", "tape.code.missingContract"],
    ["loan", "currency", "USD", "tape.code.otherCurrency"],
    ["loan", "overdueDate", "2025-02-30", "typed.noSuchDay"],
    ["loan", "litigationStage", "不知所云", "tape.code.unknownCode"],
    ["loan", "estimateProbability", "130%", "tape.code.notAShare"],
    ["loan", "daysPastDue", "1.5", "tape.code.notWholeNumber"],
    ["collateral", "contractNo", "没有这一份", "sheet.refusal.noSuchContract"],
    ["guarantor", "guarantors", "张三、李四", "sheet.refusal.oneName"],
  ] as const)("of %s %s refuses “%s” with %s, and nothing is changed", async (list, field, text, code) => {
    const [row] = await firstRows(desk, dealId, list);
    const said = await typeCells(desk, dealId, list, [{ rowId: row?.rowId ?? 0, field, text }]);
    expect(said.refused.map((one) => one.code)).toEqual([code]);
    expect(rowsHash(desk, dealId)).toBe(before);
    expect(await undo(desk, dealId)).toBeNull();
  });

  it("takes a code by its word in either language, and by the words of sellers' lists", async () => {
    const { rowId } = await firstLoan();
    for (const [text, stage] of [
      ["执行中", "inExecution"],
      ["Judged", "judged"],
      ["终本", "executionTerminated"],
      ["notSued", "notSued"],
    ] as const) {
      await typeCells(desk, dealId, "loan", [{ rowId, field: "litigationStage", text }]);
      expect((await firstLoan()).values.litigationStage).toBe(stage);
    }
  });
});

describe("contract numbers", () => {
  it("stay unique within the tape: one that another loan has is refused, and two loans may swap theirs", async () => {
    const [first, second] = await firstRows(desk, dealId, "loan");
    if (first === undefined || second === undefined) throw new Error("too few loans");
    const taken = await typeCells(desk, dealId, "loan", [{ rowId: first.rowId, field: "contractNo", text: second.contractNo }]);
    expect(taken.refused).toEqual([{ rowId: first.rowId, field: "contractNo", code: "sheet.refusal.contractTaken", word: second.contractNo }]);
    const swapped = await typeCells(desk, dealId, "loan", [
      { rowId: first.rowId, field: "contractNo", text: second.contractNo },
      { rowId: second.rowId, field: "contractNo", text: first.contractNo },
    ]);
    expect(swapped).toMatchObject({ changed: 2, refused: [] });
    const items = await firstRows(desk, dealId, "collateral");
    const loans = new Map((await firstRows(desk, dealId, "loan")).map((row) => [row.rowId, row.contractNo]));
    const joined = items.filter(({ loanId }) => loanId !== null);
    expect(joined.map(({ contractNo }) => contractNo)).toEqual(joined.map(({ loanId }) => loans.get(loanId ?? 0)));
  });

  it("of an item move it to that loan", async () => {
    const [item] = await firstRows(desk, dealId, "collateral");
    const other = (await firstRows(desk, dealId, "loan")).find(({ rowId }) => rowId !== item?.loanId);
    await typeCells(desk, dealId, "collateral", [{ rowId: item?.rowId ?? 0, field: "contractNo", text: other?.contractNo ?? "" }]);
    const moved = (await firstRows(desk, dealId, "collateral")).find(({ rowId }) => rowId === item?.rowId);
    expect(moved?.loanId).toBe(other?.rowId);
  });
});

it("a paste in which a cell is refused changes nothing, or leaves only that cell, as the desk asked", async () => {
  const rows = await firstRows(desk, dealId, "loan", 10);
  const cells = rows.map(({ rowId }, at) => ({ rowId, field: "interest" as const, text: at === 3 ? "约三万" : "1" }));
  expect(await typeCells(desk, dealId, "loan", cells, { cause: "pasted" })).toMatchObject({ changed: 0, refused: [{ rowId: rows[3]?.rowId }] });
  expect(rowsHash(desk, dealId)).toBe(before);
  expect(await typeCells(desk, dealId, "loan", cells, { cause: "pasted", skipUnreadable: true })).toMatchObject({ changed: 9, refused: [{}] });
});

it("own estimates are typed one after the other, and count once their group is whole", async () => {
  const { rowId } = await firstLoan();
  for (const [field, text] of [
    ["estimateMonths", "18"],
    ["estimateProbability", "70%"],
    ["estimateHaircut", "30"],
  ] as const)
    expect(await typeCells(desk, dealId, "loan", [{ rowId, field, text }])).toMatchObject({ changed: 1, refused: [] });
  expect((await firstLoan()).values).toMatchObject({ estimateMonths: 18, estimateProbability: 0.7, estimateHaircut: 0.3 });
});

it("an archived deal takes neither an edit nor an undo", async () => {
  const { rowId } = await firstLoan();
  await typeCells(desk, dealId, "loan", [{ rowId, field: "interest", text: "1" }]);
  await desk.deals.archive(dealId, true);
  await expect(typeCells(desk, dealId, "loan", [{ rowId, field: "interest", text: "2" }])).rejects.toMatchObject({ code: "deal.archived" });
  await expect(undo(desk, dealId)).rejects.toMatchObject({ code: "deal.archived" });
  await desk.deals.archive(dealId, false);
});

describe("after an edit", () => {
  it("the package is stale until it is priced, and its bid follows the rows", async () => {
    const model = await desk.assumptions.model(dealId);
    const first = await desk.pricing.price(dealId, model);
    const { rowId } = await firstLoan();
    await typeCells(desk, dealId, "loan", [{ rowId, field: "principal", text: "0" }]);
    await expect(desk.pricing.latest(dealId)).rejects.toMatchObject({ code: "pricing.notPriced" });
    const second = await desk.pricing.price(dealId, model);
    expect(second.totals.upbFen).toBe((await desk.deals.get(dealId)).package?.upbFen);
    expect(second.totals.upbFen).toBeLessThan(first.totals.upbFen);
    await undo(desk, dealId);
    await expect(desk.pricing.latest(dealId)).rejects.toMatchObject({ code: "pricing.notPriced" });
    expect(await desk.pricing.price(dealId, model)).toEqual(first);
  });
});

describe("views", () => {
  it("filter, search and sort", async () => {
    const all = await firstRows(desk, dealId, "loan");
    const seen = async (view: Partial<typeof wholeSheet>) =>
      (await desk.sheet.rows({ dealId, list: "loan", view: { ...wholeSheet, ...view }, offset: 0, limit: 500 })).rows;
    const least = 1_000_000_000;
    const large = await seen({ filters: [{ field: "principal", kind: "atLeast", value: least }], sort: { field: "principal", descending: true } });
    const expected = all.filter(({ values }) => Number(values.principal) >= least).map(({ values }) => Number(values.principal));
    expect(large.map(({ values }) => values.principal)).toEqual(expected.sort((a, b) => b - a));
    const name = all[0]?.debtorName ?? "";
    expect((await seen({ search: name })).every(({ debtorName }) => debtorName === name)).toBe(true);
    const order = new Intl.Collator("zh-Hans-CN", { numeric: true });
    const byName = (await seen({ sort: { field: "debtorName", descending: false } })).map(({ debtorName }) => debtorName ?? "");
    expect(byName).toEqual([...byName].sort(order.compare));
    const [first] = all;
    await typeCells(desk, dealId, "loan", [{ rowId: first?.rowId ?? 0, field: "interest", text: "1" }]);
    expect((await seen({ filters: [{ field: "interest", kind: "edited", value: null }] })).map(({ rowId }) => rowId)).toEqual([first?.rowId]);
  });

  it("narrow a column by several conditions: what it is or contains counts each for itself, bounds together", async () => {
    const all = await firstRows(desk, dealId, "loan");
    const seen = async (filters: (typeof wholeSheet)["filters"]) =>
      (await desk.sheet.rows({ dealId, list: "loan", view: { ...wholeSheet, filters }, offset: 0, limit: 500 })).rows.map(({ rowId }) => rowId);
    const [least, most] = [500_000_000, 1_000_000_000];
    const between = all.filter(({ values }) => Number(values.principal) >= least && Number(values.principal) <= most);
    expect(between.length).toBeGreaterThan(0);
    const bounds = [
      { field: "principal", kind: "atLeast", value: least },
      { field: "principal", kind: "atMost", value: most },
    ] as const;
    expect(await seen([...bounds])).toEqual(between.map(({ rowId }) => rowId));
    const stages = ["judged", "inExecution"] as const;
    const either = stages.map((value) => ({ field: "litigationStage", kind: "is", value }) as const);
    const ofEither = between.filter(({ values }) => stages.some((stage) => values.litigationStage === stage));
    expect(new Set(ofEither.map(({ values }) => values.litigationStage)).size).toBe(2);
    expect(await seen([...bounds, ...either])).toEqual(ofEither.map(({ rowId }) => rowId));
  });

  it("give ids beyond the rows of a page", async () => {
    const { total, rowIds } = await desk.sheet.rowIds({ dealId, list: "collateral", view: wholeSheet, offset: 1, limit: 100_000 });
    expect(rowIds).toHaveLength(total - 1);
    const rows = await firstRows(desk, dealId, "collateral");
    expect(rowIds.slice(0, 10)).toEqual(rows.slice(1, 11).map(({ rowId }) => rowId));
  });
});

it("an undone import takes the edits along, so that earlier steps can be undone again", async () => {
  const { id: dealId } = await desk.deals.create({ ...testDeal, name: "撤销导入", cutOffDate: "2025-09-30" });
  await desk.tapes.importAsProposed(dealId, desk.admit(corporateTape));
  const tapeId = (await desk.deals.get(dealId)).package?.tapeId ?? 0;
  const model = await desk.assumptions.model(dealId);
  await desk.assumptions.saveModel(dealId, model);
  await desk.assumptions.saveModel(dealId, { ...model, bidPriceFen: 100 });
  const [row] = await firstRows(desk, dealId, "loan");
  await typeCells(desk, dealId, "loan", [{ rowId: row?.rowId ?? 0, field: "interest", text: "1" }]);
  await desk.tapes.undo(tapeId);
  await desk.tapes.sweep();
  for (const table of ["sheet_batch", "sheet_cell", "sheet_row", "loan"])
    expect(desk.db.raw.prepare(`SELECT count(*) FROM ${table} WHERE tape_id = ?`).pluck().get(tapeId)).toBe(0);
  expect(await undo(desk, dealId)).toMatchObject({ label: { kind: "modelEdited" } });
});
