import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

describe("deals", () => {
  it("keeps what is entered, and gives it back", async () => {
    const created = await desk.deals.create(testDeal);
    expect(created).toMatchObject({ ...testDeal, archived: false, package: null });
    expect(await desk.deals.get(created.id)).toEqual(created);
    expect(await desk.deals.list(false)).toEqual([created]);
  });

  it("changes a deal", async () => {
    const { id } = await desk.deals.create(testDeal);
    const changed = await desk.deals.update(id, { ...testDeal, status: "onHold", cutOffDate: "2025-09-30" });
    expect(changed).toMatchObject({ id, status: "onHold", cutOffDate: "2025-09-30" });
  });

  it("makes a new deal of another, with its entry and its assumptions, and without its tape", async () => {
    const { id } = await desk.deals.create({ ...testDeal, owner: "王" });
    await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    const model = await desk.assumptions.model(id);
    await desk.assumptions.saveModel(id, { ...model, bidPriceFen: 12_345 });
    const copy = await desk.deals.duplicate(id, "另一个");
    expect(copy).toMatchObject({ ...testDeal, name: "另一个", owner: "王", cutOffDate: "2025-09-30", stage: "screening", package: null });
    expect(copy.id).not.toBe(id);
    expect(await desk.assumptions.model(copy.id)).toMatchObject({ bidPriceFen: 12_345, assumptions: model.assumptions });
    await expect(desk.deals.duplicate(99, "没有")).rejects.toMatchObject({ code: "deal.notFound" });
  });

  it("names a package's debtors once each, those who owe most first", async () => {
    const { id } = await desk.deals.create(testDeal);
    await expect(desk.packages.debtors(id)).rejects.toMatchObject({ code: "deal.noTape" });
    await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    const names = await desk.packages.debtors(id);
    expect(new Set(names).size).toBe(names.length);
    const rows = desk.db.raw.prepare("SELECT debtor_name AS name, SUM(principal_fen) AS owed FROM loan GROUP BY debtor_name ORDER BY owed DESC").all();
    expect(names).toEqual((rows as { name: string }[]).map(({ name }) => name));
  });

  it("moves an archived deal out of the register, read-only until it is restored", async () => {
    const { id } = await desk.deals.create(testDeal);
    await desk.deals.archive(id, true);
    expect(await desk.deals.list(false)).toEqual([]);
    expect((await desk.deals.list(true)).map((deal) => deal.id)).toEqual([id]);
    await expect(desk.deals.update(id, testDeal)).rejects.toMatchObject({ code: "deal.archived" });
    await desk.deals.archive(id, false);
    await expect(desk.deals.update(id, testDeal)).resolves.toMatchObject({ archived: false });
  });

  it("answers deal.notFound for a deal that isn't there", async () => {
    for (const call of [desk.deals.get(9), desk.deals.update(9, testDeal), desk.deals.archive(9, true)]) {
      await expect(call).rejects.toMatchObject({ code: "deal.notFound" });
    }
  });

  it("refuses a code that no list has, whatever the code above", () => {
    const insert = desk.db.raw.prepare(
      "INSERT INTO deal (name, seller, kind, process, stage, status, owner, notes, created_at, updated_at) VALUES ('x', '', 'bulk', 'negotiated', 'closing', 'active', '', '', '', '')",
    );
    expect(() => insert.run()).toThrow(/CHECK/);
  });
});

describe("the sample deal", () => {
  it("opens with its package under the mapping that the inspection proposes, once however often it is asked for", async () => {
    const [first, second] = await Promise.all([desk.deals.openSample(), desk.deals.openSample()]);
    expect(first).toMatchObject({
      name: "示例农商银行2025年第1期不良资产包",
      kind: "corporateBulk",
      cutOffDate: "2025-09-30",
      package: { loans: 465, upbFen: 883_207_794_406 },
    });
    expect(second).toEqual(first);
    expect(await desk.deals.openSample()).toEqual(first);
    expect(await desk.deals.list(false)).toHaveLength(1);
  });

  it("comes back with its package after an undo or from the archive", async () => {
    const sample = await desk.deals.openSample();
    await desk.tapes.undo(sample.package?.tapeId ?? 0);
    await desk.deals.archive(sample.id, true);
    const reopened = await desk.deals.openSample();
    expect(reopened).toMatchObject({ id: sample.id, archived: false, package: { loans: 465 } });
  });
});
