import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emptyEntry } from "../../../shared/domain/debtor-sheet.ts";
import { noInspection, usualHours } from "../../../shared/domain/diligence.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;

beforeAll(async () => {
  desk = openTestDesk();
  desk.nameAuthor("李明");
  dealId = (await desk.deals.openSample()).id;
  await price();
});
afterAll(() => desk.close());

const price = async () => desk.pricing.price(dealId, await desk.assumptions.model(dealId));

describe("the plan of due diligence", () => {
  it("ranks the sample's debtors by gain per hour within the hours that a desk usually has", async () => {
    const plan = await desk.diligence.get(dealId);
    expect(plan).toMatchObject({ ...usualHours, debtors: 310, hasSimulation: false, stackedShare: null, underwritten: 0, ownAllocatedFen: 0, sample: null });
    expect(plan.plannedHours).toBe(80);
    const ranks = plan.lines.map(({ gainPerHourFen }) => gainPerHourFen);
    expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
    expect(plan.lines.filter(({ isPlanned }) => isPlanned)).toHaveLength(10);
    for (const { gainFen, perfectFen, spreadFen } of plan.lines) {
      expect(gainFen).toBeGreaterThanOrEqual(0);
      expect(gainFen).toBeLessThanOrEqual(perfectFen);
      expect(perfectFen).toBeLessThanOrEqual(spreadFen);
    }
    expect(plan.plannedGainFen).toBeGreaterThan(0);
    expect(plan.plannedGainFen).toBeLessThanOrEqual(plan.mostGainFen + 1);
  });

  it("keeps hours, status and finding, plans by them, and takes them back", async () => {
    const [first] = (await desk.diligence.get(dealId)).lines;
    const loanId = first?.loanId ?? 0;
    await desk.diligence.saveHours(dealId, { hoursLeft: 40, hoursEach: 10 });
    await desk.diligence.saveInspection(dealId, loanId, { hours: 20, status: "underWay", finding: "厂房空置" });
    const plan = await desk.diligence.get(dealId);
    const line = plan.lines.find((one) => one.loanId === loanId);
    expect(plan).toMatchObject({ hoursLeft: 40, hoursEach: 10 });
    expect(plan.plannedHours).toBeLessThanOrEqual(40);
    expect(line).toMatchObject({ hours: 20, inspection: { status: "underWay", finding: "厂房空置", typedBy: "李明" } });
    await desk.diligence.saveInspection(dealId, loanId, { ...noInspection, status: "done", finding: "已查" });
    const done = (await desk.diligence.get(dealId)).lines.find((one) => one.loanId === loanId);
    expect(done).toMatchObject({ isPlanned: false, gainFen: 0, inspection: { status: "done" } });
    const stack = { area: "deal", dealId } as const;
    for (let step = 0; step < 3; step += 1) await desk.journal.move(stack, "undo", null);
    expect(await desk.diligence.get(dealId)).toMatchObject({ ...usualHours, plannedHours: 80 });
    expect((await desk.diligence.get(dealId)).lines.every(({ inspection }) => inspection === null)).toBe(true);
  });

  it("refuses a loan of another package", async () => {
    await expect(desk.diligence.saveInspection(dealId, 999_999, noInspection)).rejects.toMatchObject({ code: "debtor.notFound" });
  });

  it("extends what six debtors are worth to the rest, beside the model's bid, and says how much rests on own work", async () => {
    const before = await desk.diligence.get(dealId);
    const model = await desk.runs.save(dealId, "by the model alone");
    const view = { sortBy: "base.presentValueFen", descending: true, search: "", filter: "all", groupName: null } as const;
    const { rows } = await desk.debtors.sheet(dealId, view, { offset: 0, limit: 6 });
    for (const { loanId, cases } of rows) {
      const own = { grossFen: Math.round(cases.base.grossFen / 2), costsFen: 0, months: Math.round(cases.base.months ?? 0), discountRate: null, margin: null };
      await desk.debtors.save(dealId, loanId, { ...emptyEntry, low: own, high: own, lowWeight: 0.5 });
    }
    await price();
    const own = await desk.runs.save(dealId, "with own estimates");
    const plan = await desk.diligence.get(dealId);
    expect(plan.underwritten).toBe(6);
    expect(plan.ownAllocatedFen).toBeGreaterThan(0);
    expect(plan.sample?.poolRatio).toBeGreaterThan(0.4);
    expect(plan.sample?.poolRatio).toBeLessThan(0.7);
    expect(plan.sample?.maxBidFen).toBeLessThan(plan.maxBidFen);
    expect(plan.sample?.maxBidErrorFen).toBeGreaterThan(0);
    expect(plan.maxBidFen).toBeLessThan(before.maxBidFen);
    const { changes, other } = await desk.runs.compare(model.id, own.id);
    expect(changes).toMatchObject([{ key: "ownEstimates", leaves: [], moves: { base: plan.maxBidFen - before.maxBidFen } }]);
    expect(other).toEqual({ bid: 0, low: 0, base: 0, high: 0 });
    expect((await desk.runs.replay(own.id)).isSame).toBe(true);
    await desk.restoreRun(model.id);
    await price();
    expect((await desk.diligence.get(dealId)).underwritten).toBe(0);
    await desk.restoreRun(own.id);
    await price();
    const again = await desk.diligence.get(dealId);
    expect([again.underwritten, again.maxBidFen]).toEqual([6, plan.maxBidFen]);
    const opened = new Map(plan.lines.map((line) => [line.loanId, line]));
    for (const { loanId } of rows) expect(opened.get(loanId)?.gainFen ?? 0).toBe(0);
  });

  it("takes chance from a simulation where there is a current one, and says which percentile the stacked low case equals", async () => {
    const model = await desk.assumptions.model(dealId);
    const { simulation } = model.assumptions;
    await desk.pricing.price(dealId, { ...model, assumptions: { ...model.assumptions, simulation: { ...simulation, paths: 2000 } } });
    await desk.simulations.run(dealId);
    const plan = await desk.diligence.get(dealId);
    expect(plan.hasSimulation).toBe(true);
    expect(plan.stackedShare).toBeGreaterThanOrEqual(0);
    expect(plan.stackedShare).toBeLessThan(0.5);
  });
});
