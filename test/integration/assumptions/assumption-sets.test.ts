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
