import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { wholeSheet as whole } from "../../../shared/contract/sheet-channels.ts";
import type { QualityReport } from "../../../shared/domain/quality.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let rowIds: readonly number[];

const stack = () => ({ area: "deal", dealId }) as const;
const kindOf = ({ kinds }: QualityReport, kind: string) => kinds.find((one) => one.kind === kind) ?? { kind, count: 0, open: 0 };
const type = (rowId: number, field: TapeField, text: string) =>
  desk.sheet.edit({ dealId, list: "loan", cells: [{ rowId, field, text }], unit: "yuan", why: "", cause: "typed", skipUnreadable: false });
const undo = () => desk.journal.move(stack(), "undo", null);

beforeAll(async () => {
  desk = openTestDesk();
  desk.nameAuthor("李明");
  dealId = (await desk.deals.openSample()).id;
  ({ rowIds } = await desk.sheet.rowIds({ dealId, list: "loan", view: whole, offset: 0, limit: 10 }));
});
afterAll(() => desk.close());

describe("the quality of a package", () => {
  it("counts what the sample states of each field", async () => {
    const { fields, score } = await desk.quality.get(dealId);
    const principal = fields.find(({ list, field }) => list === "loan" && field === "principal");
    expect(principal).toEqual({ list: "loan", field: "principal", rows: 465, present: 465, invalid: 0, inconsistent: 0, doubtful: 0, unread: 0 });
    expect(score).toBeGreaterThan(50);
    expect(score).toBeLessThanOrEqual(100);
  });

  it("finds planted faults, and none once they are taken back", async () => {
    const before = await desk.quality.get(dealId);
    const [first = 0, second = 0] = rowIds;
    await type(first, "debtorId", "91100000100003962Y");
    await type(second, "drawdownDate", "2024-05-01");
    await type(second, "maturityDate", "2023-05-01");
    const after = await desk.quality.get(dealId);
    expect(kindOf(after, "creditCode").count - kindOf(before, "creditCode").count).toBe(1);
    expect(kindOf(after, "maturityBeforeDrawdown").count - kindOf(before, "maturityBeforeDrawdown").count).toBe(1);
    expect(after.score).toBeLessThan(before.score ?? 0);
    const { rows } = await desk.quality.rows({ dealId, kind: "maturityBeforeDrawdown", onlyOpen: true, offset: 0, limit: 200 });
    expect(rows.find(({ rowId }) => rowId === second)?.values).toEqual([
      { field: "drawdownDate", value: "2024-05-01" },
      { field: "maturityDate", value: "2023-05-01" },
    ]);
    for (let step = 0; step < 3; step += 1) await undo();
    expect(await desk.quality.get(dealId)).toEqual(before);
  });

  it("tells items that are typed twice for one loan, but not two that differ", async () => {
    const [loanId = 0, other = 0] = rowIds;
    const before = kindOf(await desk.quality.get(dealId), "itemTwice").count;
    const item = (of: number, area: string, address = "中州西路 88 号") => ({
      loanId: of,
      cells: [
        { field: "collateralKind" as const, text: "商铺" },
        { field: "address" as const, text: address },
        { field: "area" as const, text: area },
        { field: "appraisal" as const, text: "3000000" },
      ],
    });
    const add = async (rows: ReturnType<typeof item>[]) => (await desk.sheet.addRows({ dealId, list: "collateral", rows, unit: "yuan", why: "" })).rowIds;
    await add([item(loanId, "88"), item(loanId, "120"), item(other, "88"), item(loanId, "88", "中州西路 90 号")]);
    expect(kindOf(await desk.quality.get(dealId), "itemTwice").count).toBe(before);
    const [twin = 0] = await add([item(loanId, "88", "中州西路88号")]);
    expect(kindOf(await desk.quality.get(dealId), "itemTwice").count).toBe(before + 1);
    const { rows } = await desk.quality.rows({ dealId, kind: "itemTwice", onlyOpen: true, offset: 0, limit: 200 });
    expect(rows.find(({ rowId }) => rowId === twin)?.values).toEqual([
      { field: "collateralKind", value: "shop" },
      { field: "address", value: "中州西路88号" },
      { field: "assetNo", value: null },
    ]);
    await undo();
    await undo();
    expect(kindOf(await desk.quality.get(dealId), "itemTwice").count).toBe(before);
  });

  it("keeps a confirmation of all of a kind, which a new exception and a changed value open again", async () => {
    const [first = 0, second = 0, third = 0] = rowIds;
    await type(first, "debtorId", "91100000100003962Y");
    await type(second, "debtorId", "110105194912310021");
    const { open } = kindOf(await desk.quality.get(dealId), "creditCode");
    expect(await desk.quality.confirm({ dealId, kind: "creditCode", rowId: null, reason: "已与卖方核对" })).toEqual({ confirmed: open });
    await expect(desk.quality.confirm({ dealId, kind: "creditCode", rowId: null, reason: "again" })).rejects.toMatchObject({ code: "quality.nothingOpen" });
    const confirmed = await desk.quality.get(dealId);
    expect(kindOf(confirmed, "creditCode").open).toBe(0);
    expect(kindOf(confirmed, "citizenNumber").open).toBe(1);
    expect(confirmed.confirmations).toMatchObject([{ kind: "creditCode", rows: open, contractNo: null, reason: "已与卖方核对", author: "李明" }]);
    const masked = await desk.quality.rows({ dealId, kind: "citizenNumber", onlyOpen: true, offset: 0, limit: 1 });
    expect(masked.rows[0]?.values).toEqual([{ field: "debtorId", value: "1101************21" }]);
    await type(third, "debtorId", "91440300708461136Y");
    expect(kindOf(await desk.quality.get(dealId), "creditCode").open).toBe(1);
    await type(first, "debtorId", "9144030071526726XY");
    expect(kindOf(await desk.quality.get(dealId), "creditCode").open).toBe(2);
    await undo();
    await undo();
    expect(kindOf(await desk.quality.get(dealId), "creditCode").open).toBe(0);
  });

  it("takes a confirmation back and does it again, and confirms one row", async () => {
    await undo();
    const open = kindOf(await desk.quality.get(dealId), "creditCode").open;
    expect(open).toBeGreaterThan(0);
    await desk.journal.move(stack(), "redo", null);
    expect(kindOf(await desk.quality.get(dealId), "creditCode").open).toBe(0);
    const [confirmation] = (await desk.quality.get(dealId)).confirmations;
    expect(await desk.quality.withdraw(dealId, confirmation?.id ?? 0)).toEqual({ opened: open });
    expect(kindOf(await desk.quality.get(dealId), "creditCode").open).toBe(open);
    await undo();
    expect(kindOf(await desk.quality.get(dealId), "creditCode").open).toBe(0);
    const second = rowIds[1] ?? 0;
    expect(await desk.quality.confirm({ dealId, kind: "citizenNumber", rowId: second, reason: "身份证复印件相符" })).toEqual({ confirmed: 1 });
    const { rows, total } = await desk.quality.rows({ dealId, kind: "citizenNumber", onlyOpen: false, offset: 0, limit: 200 });
    expect([total, rows[0]?.isOpen]).toEqual([1, false]);
    await expect(desk.quality.withdraw(dealId, 99)).rejects.toMatchObject({ code: "quality.notConfirmed" });
  });

  it("doesn't keep a price back, and a run and its memo say what nobody had confirmed", async () => {
    await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    const run = await desk.runs.save(dealId, "with exceptions");
    const state = await desk.quality.state(dealId);
    const { quality } = await desk.memos.preview({ runId: run.id, language: "zh", moneyUnit: "wanYuan" });
    expect(quality).toMatchObject({ count: state?.count, open: state?.open, score: state?.score });
    for (const { kind, open } of quality?.kinds ?? []) if (open > 0) await desk.quality.confirm({ dealId, kind, rowId: null, reason: "已核对" });
    expect((await desk.quality.state(dealId))?.open).toBe(0);
    const later = await desk.runs.save(dealId, "all confirmed");
    expect((await desk.memos.preview({ runId: later.id, language: "en", moneyUnit: "yuan" })).quality?.open).toBe(0);
    // The first run stays as it was saved.
    expect((await desk.memos.preview({ runId: run.id, language: "zh", moneyUnit: "wanYuan" })).quality?.open).toBe(state?.open);
    expect(await desk.runs.replay(run.id)).toMatchObject({ isSame: true });
  });
});
