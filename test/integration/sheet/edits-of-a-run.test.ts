import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { dealWithTape, firstRows, rowsHash, typeCells, undo } from "./sheet-desk.ts";

let desk: TestDesk;
let dealId: number;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = await dealWithTape(desk);
});
afterAll(() => desk.close());

const savedEdits = async (name: string) => {
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  const { id } = await desk.runs.save(dealId, name);
  return (await desk.memos.preview({ runId: id, language: "zh", moneyUnit: "wanYuan" })).edits;
};

describe("a run", () => {
  it("says how many edits of the tape it rests on, whatever is edited afterwards", async () => {
    expect(await savedEdits("未改")).toBeNull();
    desk.nameAuthor("王评估");
    const [first, second, third] = await firstRows(desk, dealId, "loan");
    const rowId = first?.rowId ?? 0;
    await typeCells(desk, dealId, "loan", [{ rowId, field: "principal", text: "123" }], { why: "核对借据" });
    // Typed and typed back: no edit is left of it.
    await typeCells(desk, dealId, "loan", [{ rowId: second?.rowId ?? 0, field: "remark", text: "待核实的备注" }]);
    await desk.sheet.reset({ dealId, list: "loan", cells: [{ rowId: second?.rowId ?? 0, field: "remark" }], why: "" });
    await desk.sheet.removeRows({ dealId, list: "loan", rowIds: [third?.rowId ?? 0], why: "" });
    const hanging = desk.db.raw.prepare("SELECT count(*) FROM sheet_row WHERE kind = 'removed' AND row_table <> 'loan_estimate'").pluck().get();
    const edits = await savedEdits("已改");
    expect(edits).toEqual({
      values: 1,
      addedRows: 0,
      removedRows: hanging,
      cells: [
        { list: "loan", contractNo: first?.contractNo, field: "principal", old: first?.values.principal, new: 12_300, author: "王评估", why: "核对借据" },
      ],
    });
    while ((await undo(desk, dealId)) !== null);
    const runs = await desk.runs.list(dealId);
    const { id = 0 } = runs.find(({ name }) => name === "已改") ?? {};
    expect((await desk.memos.preview({ runId: id, language: "zh", moneyUnit: "wanYuan" })).edits).toEqual(edits);
  });
});

describe("a certificate that is typed", () => {
  it("makes items of two loans one asset, as in a tape, and leaves it when it is typed away", async () => {
    const before = rowsHash(desk, dealId);
    const items = (await firstRows(desk, dealId, "collateral")).filter(({ loanId }) => loanId !== null);
    const [one] = items;
    const other = items.find(({ loanId }) => loanId !== one?.loanId);
    if (one === undefined || other === undefined) throw new Error("too few items");
    const certificate = "豫(2024)测试不动产权第0099001号";
    const same = [one, other].flatMap(({ rowId }) => [
      { rowId, field: "assetNo" as const, text: certificate },
      { rowId, field: "collateralKind" as const, text: "商铺" },
      { rowId, field: "area" as const, text: "120" },
    ]);
    await typeCells(desk, dealId, "collateral", same);
    const keys = () => [one.rowId, other.rowId].map((id) => desk.db.raw.prepare("SELECT asset_key FROM collateral WHERE id = ?").pluck().get(id));
    const [key] = keys();
    expect(keys()).toEqual([expect.any(Number), key]);
    const shared = await desk.packages.loanFacts(dealId, one.loanId ?? 0);
    expect(shared.items.some(({ sharedWith }) => sharedWith.includes(other.contractNo))).toBe(true);
    await typeCells(desk, dealId, "collateral", [{ rowId: one.rowId, field: "assetNo", text: "另一本 0099002" }]);
    expect(keys()).toEqual([null, key]);
    const cells = [
      { field: "assetNo" as const, text: certificate },
      { field: "collateralKind" as const, text: "商铺" },
      { field: "area" as const, text: "120" },
    ];
    const { rowIds } = await desk.sheet.addRows({ dealId, list: "collateral", rows: [{ loanId: one.loanId, cells }], unit: "yuan", why: "" });
    expect(desk.db.raw.prepare("SELECT asset_key FROM collateral WHERE id = ?").pluck().get(rowIds[0])).toBe(key);
    for (let step = 0; step < 3; step += 1) await undo(desk, dealId);
    expect(rowsHash(desk, dealId)).toBe(before);
  });
});
