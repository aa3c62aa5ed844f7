import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AssumptionSet } from "../../../shared/contract/assumption-channels.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
let seeded: AssumptionSet;
beforeEach(async () => {
  desk = openTestDesk();
  const sets = await desk.assumptions.list();
  seeded = sets[0] as AssumptionSet; // the list starts with the seeded set
});
afterEach(() => desk.close());

const names = { nameZh: "本部", nameEn: "Own" };

describe("sets of assumptions", () => {
  it("start with the seeded one, which is read-only", async () => {
    expect(seeded.seeded).toBe(true);
    await expect(desk.assumptions.update(seeded)).rejects.toMatchObject({ code: "assumptionSet.readOnly" });
    await expect(desk.assumptions.remove(seeded.id)).rejects.toMatchObject({ code: "assumptionSet.readOnly" });
  });

  it("are copied and edited without touching the original", async () => {
    const copy = await desk.assumptions.copy(seeded.id, names);
    expect(copy).toEqual({ ...seeded, ...names, id: copy.id, seeded: false });
    const { seeded: _flag, ...editable } = copy;
    const edited = await desk.assumptions.update({ ...editable, assumptions: { ...copy.assumptions, hurdleRate: 0.2 } });
    expect(edited.assumptions.hurdleRate).toBe(0.2);
    expect((await desk.assumptions.list())[0]).toEqual(seeded);
  });

  it("are applied to a deal, whose bid price stays", async () => {
    const { id } = await desk.deals.create(testDeal);
    const copy = await desk.assumptions.copy(seeded.id, names);
    expect(await desk.assumptions.apply(id, copy.id)).toMatchObject({ assumptionSetId: copy.id, bidPriceFen: null });
    expect(await desk.assumptions.model(id)).toMatchObject({ assumptionSetId: copy.id });
  });

  it("leave the deals their own copy when they are removed", async () => {
    const { id } = await desk.deals.create(testDeal);
    const copy = await desk.assumptions.copy(seeded.id, names);
    const model = await desk.assumptions.apply(id, copy.id);
    await desk.assumptions.remove(copy.id);
    expect(await desk.assumptions.model(id)).toEqual({ ...model, assumptionSetId: seeded.id });
    await expect(desk.assumptions.apply(id, copy.id)).rejects.toMatchObject({ code: "assumptionSet.notFound" });
  });
});

describe("the set of a kind of deal", () => {
  const setOf = async (dealId: number) => {
    const { assumptionSetId } = await desk.assumptions.model(dealId);
    return (await desk.assumptions.list()).find(({ id }) => id === assumptionSetId);
  };

  it("is what a new deal starts with", async () => {
    const found: Record<string, unknown> = {};
    for (const kind of ["corporateBulk", "singleCorporate", "retailBulk", "other"] as const) {
      const { id } = await desk.deals.create({ ...testDeal, kind });
      found[kind] = (await setOf(id))?.nameEn;
    }
    expect(found).toEqual({
      corporateBulk: "Default assumptions (corporate bulk)",
      singleCorporate: "Default assumptions (single corporate)",
      retailBulk: "Default assumptions (retail bulk)",
      other: "Default assumptions (corporate bulk)",
    });
  });

  it("comes with the kind where the model is as the old set has it, in one step to undo", async () => {
    const { id } = await desk.deals.create(testDeal);
    const model = await desk.assumptions.model(id);
    await desk.assumptions.saveModel(id, { ...model, bidPriceFen: 12_345 });
    await desk.deals.update(id, { ...testDeal, kind: "retailBulk" });
    expect((await setOf(id))?.dealKind).toBe("retailBulk");
    expect(await desk.assumptions.model(id)).toMatchObject({ bidPriceFen: 12_345, assumptions: { suits: { onlyWhereWorthwhile: true } } });
    await desk.journal.move({ area: "register" }, "undo", null);
    expect((await desk.deals.get(id)).kind).toBe("corporateBulk");
    expect(await desk.assumptions.model(id)).toEqual({ ...model, bidPriceFen: 12_345 });
  });

  it("leaves an edited model, and one made from the desk's own set, as they are", async () => {
    const { id } = await desk.deals.create(testDeal);
    const model = await desk.assumptions.model(id);
    const edited = { ...model, assumptions: { ...model.assumptions, hurdleRate: 0.2 } };
    await desk.assumptions.saveModel(id, edited);
    await desk.deals.update(id, { ...testDeal, kind: "retailBulk" });
    expect(await desk.assumptions.model(id)).toEqual(edited);

    const other = await desk.deals.create(testDeal);
    const copy = await desk.assumptions.copy(seeded.id, names);
    const applied = await desk.assumptions.apply(other.id, copy.id);
    await desk.deals.update(other.id, { ...testDeal, kind: "singleCorporate" });
    expect(await desk.assumptions.model(other.id)).toEqual(applied);
  });

  it("is that of the original for a copy, which gives way to it when removed", async () => {
    const retail = (await desk.assumptions.list()).find(({ dealKind }) => dealKind === "retailBulk") as AssumptionSet; // built in
    const copy = await desk.assumptions.copy(retail.id, names);
    expect(copy.dealKind).toBe("retailBulk");
    const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
    await desk.assumptions.apply(id, copy.id);
    await desk.assumptions.remove(copy.id);
    expect((await setOf(id))?.id).toBe(retail.id);
  });
});
