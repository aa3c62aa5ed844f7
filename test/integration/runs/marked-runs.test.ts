import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputOf } from "../../../shared/contract/deal-channels.ts";
import type { PricingRun } from "../../../shared/contract/run-channels.ts";
import { type Moves, movedPrices, type RunComparison } from "../../../shared/domain/run-comparison.ts";
import { unshifted } from "../../../shared/domain/scenario-defaults.ts";
import { storedDesks } from "../db/stored-desks.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let first: PricingRun;
let second: PricingRun;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  const model = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, model);
  first = await desk.runs.save(dealId, "初稿");
  desk.nameAuthor("王敏");
  const shifts = { all: { ...unshifted, collateralValueShift: -0.2 }, segments: { corporateUnsecured: { delayMonthsShift: 12 } } };
  await desk.scenarios.save(dealId, null, { name: "房价下跌", shifts });
  const { assumptions, cases } = model;
  const costs = { ...assumptions.costs, fileCostYuan: 9000 };
  const timing = { ...assumptions.timing, notSued: { ...assumptions.timing.notSued, monthsToFirstRound: 40 } };
  const changed = { ...assumptions, hurdleRate: 0.15, costs, timing, simulation: { ...assumptions.simulation, seed: 99 } };
  await desk.pricing.price(dealId, { assumptions: changed, cases: { ...cases, base: { ...cases.base, delayMonthsShift: 3 } }, bidPriceFen: null });
  second = await desk.runs.save(dealId, "二稿", "low");
});
afterAll(() => desk.close());

const maxBid = ({ result }: PricingRun, name: string) => result.cases.find(({ caseName }) => caseName === name)?.maxBidFen ?? 0;
const pricesOf = (run: PricingRun): Moves => ({ bid: run.result.bidPriceFen, low: maxBid(run, "low"), base: maxBid(run, "base"), high: maxBid(run, "high") });
/** The moves of all changes and what is left over. */
const sumOf = ({ changes, other }: RunComparison): Moves =>
  Object.fromEntries(movedPrices.map((price) => [price, changes.reduce((sum, { moves }) => sum + moves[price], other[price])])) as Moves;
const moveOf = (from: PricingRun, to: PricingRun) => Object.fromEntries(movedPrices.map((price) => [price, pricesOf(to)[price] - pricesOf(from)[price]]));

describe("what is said of a run", () => {
  it("is who saved it, as stated then, and the case on screen", () => {
    expect(first).toMatchObject({ savedBy: "", caseName: "base", note: "", isStarred: false, savedAs: "初稿" });
    expect(second).toMatchObject({ savedBy: "王敏", caseName: "low" });
  });

  it("may be changed without a change of the run: it verifies, replays and is found as before", async () => {
    const marked = await desk.runs.mark(second.id, { name: "投决稿", note: "委员会用", isStarred: true });
    expect(marked).toEqual({ ...second, name: "投决稿", note: "委员会用", isStarred: true });
    expect((await desk.runs.list(dealId)).map(({ name }) => name)).toEqual(["投决稿", "初稿"]);
    expect((await desk.runs.open(second.id)).run).toEqual(marked);
    expect((await desk.runs.runForMemo(second.id)).run.runHash).toBe(second.runHash);
    expect(await desk.runs.replay(second.id)).toMatchObject({ isSame: true });
    second = marked;
  });

  it("keeps the run from which its memo leads a bridge, and later runs follow from the one before", async () => {
    expect([first.predecessorId, second.predecessorId]).toEqual([null, null]);
    expect(await desk.runs.mark(second.id, { predecessorId: first.id })).toEqual({ ...second, predecessorId: first.id });
    expect((await desk.runs.mark(second.id, { note: second.note })).predecessorId).toBe(first.id);
    expect(await desk.runs.replay(second.id)).toMatchObject({ isSame: true });
    const third = await desk.runs.save(dealId, "三稿");
    expect(third.predecessorId).toBe(second.id);
    await desk.runs.mark(third.id, { predecessorId: null });
    expect((await desk.runs.save(dealId, "四稿")).predecessorId).toBeNull();
    await expect(desk.runs.mark(second.id, { predecessorId: second.id })).rejects.toMatchObject({ code: "run.notFound" });
    await expect(desk.runs.mark(second.id, { predecessorId: 999 })).rejects.toMatchObject({ code: "run.notFound" });
    second = await desk.runs.mark(second.id, { predecessorId: null });
  });

  it("is refused where another run has the name, or was saved under it", async () => {
    await expect(desk.runs.mark(first.id, { name: "投决稿" })).rejects.toMatchObject({ code: "run.nameTaken" });
    await expect(desk.runs.mark(first.id, { name: "二稿" })).rejects.toMatchObject({ code: "run.nameTaken" });
    await expect(desk.runs.save(dealId, "二稿")).rejects.toMatchObject({ code: "run.nameTaken" });
    await expect(desk.runs.mark(999, { isStarred: true })).rejects.toMatchObject({ code: "run.notFound" });
  });

  it("can't be taken back behind the app: neither the record of it nor who saved it", () => {
    expect(() => desk.db.raw.prepare("DELETE FROM run_mark").run()).toThrow(/immutable/);
    expect(() => desk.db.raw.prepare("UPDATE run_mark SET saved_by = '他人'").run()).toThrow(/immutable/);
  });
});

describe("two runs compared", () => {
  it("show what changed, and parts of each price's move that add up to the fen", async () => {
    const compared = await desk.runs.compare(first.id, second.id);
    expect(compared.changes.map(({ key }) => key)).toEqual(["hurdleRate", "timing", "costs", "simulation", "cases"]);
    expect(compared.changes[2]?.leaves).toEqual([{ path: ["costs", "fileCostYuan"], before: 3000, after: 9000 }]);
    expect(compared).toMatchObject({ method: "shapley", other: { bid: 0, low: 0, base: 0, high: 0 } });
    expect(sumOf(compared)).toEqual(moveOf(first, second));
    const [hurdle, , costs, simulation] = compared.changes.map(({ moves }) => moves.bid);
    expect([Math.sign(hurdle ?? 0), Math.sign(costs ?? 0), simulation]).toEqual([-1, -1, 0]);
  });

  it("give the parts of the way back with the other sign, but for a fen of rounding", async () => {
    const [there, back] = [await desk.runs.compare(first.id, second.id), await desk.runs.compare(second.id, first.id)];
    there.changes.forEach(({ moves }, index) => expect(Math.abs(moves.base + (back.changes[index]?.moves.base ?? 0))).toBeLessThanOrEqual(1));
  });

  it("give one change all of the move where it is the only one", async () => {
    const { assumptions, cases } = await desk.runs.open(first.id);
    await desk.pricing.price(dealId, { assumptions: { ...assumptions, hurdleRate: 0.2 }, cases, bidPriceFen: null });
    const dearer = await desk.runs.save(dealId, "目标收益率 20%");
    const { changes } = await desk.runs.compare(first.id, dearer.id);
    expect(changes.map(({ key, moves }) => [key, moves])).toEqual([["hurdleRate", moveOf(first, dearer)]]);
  });

  it("put a bid entered, and a package imported anew, among the changes", async () => {
    const { assumptions, cases } = await desk.runs.open(first.id);
    await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: 12_345_678 });
    const entered = await desk.runs.save(dealId, "录入报价");
    const { changes } = await desk.runs.compare(first.id, entered.id);
    expect(changes.map(({ key, moves }) => [key, moves.bid, moves.base])).toEqual([["bidPriceFen", 12_345_678 - first.result.bidPriceFen, 0]]);
    const deal = await desk.deals.get(dealId);
    await desk.deals.update(dealId, { ...inputOf(deal), cutOffDate: "2025-10-31" });
    await desk.pricing.price(dealId, { assumptions: { ...assumptions, hurdleRate: 0.15 }, cases, bidPriceFen: null });
    const later = await desk.runs.save(dealId, "晚一个月");
    const compared = await desk.runs.compare(first.id, later.id);
    expect(compared.changes.map(({ key }) => key)).toEqual(["hurdleRate", "package"]);
    expect(compared.changes[1]?.leaves).toContainEqual({ path: ["package", "cutOffDate"], before: "2025-09-30", after: "2025-10-31" });
    expect(sumOf(compared)).toEqual(moveOf(first, later));
    await desk.deals.update(dealId, inputOf(deal));
  });

  it("say that nothing changed where nothing did", async () => {
    expect(await desk.runs.compare(first.id, first.id)).toMatchObject({ changes: [], other: { bid: 0 } });
  });
});

it("two runs of an older engine are compared, and what today's prices otherwise stands as other", async () => {
  const oldest = storedDesks.find(({ version }) => version === 10);
  if (oldest === undefined) throw new Error("no desk of the first schema is stored");
  const old = openTestDesk(oldest.file);
  const listed = await Promise.all(oldest.said.deals.map(({ id }) => old.runs.list(id)));
  const [later, earlier] = listed.find(({ length }) => length > 1) ?? [];
  if (later === undefined || earlier === undefined) throw new Error("the stored desk has no two runs");
  expect([earlier.savedBy, earlier.caseName, earlier.savedAs]).toEqual(["", "base", earlier.name]);
  expect(sumOf(await old.runs.compare(earlier.id, later.id))).toEqual(moveOf(earlier, later));
  await old.close();
});

describe("a run restored", () => {
  it("is the deal's model again: assumptions, sources, cases, bid and the scenarios of that time, and prices to the same result", async () => {
    const [scenario] = await desk.scenarios.list(dealId);
    await desk.scenarios.save(dealId, scenario?.id ?? null, { name: "房价下跌", shifts: { all: unshifted, segments: {} } });
    await desk.scenarios.save(dealId, null, { name: "后来的", shifts: { all: unshifted, segments: {} } });
    await desk.restoreRun(second.id);
    const { assumptions, cases, bidPriceFen, sources } = await desk.assumptions.model(dealId);
    const opened = await desk.runs.open(second.id);
    expect({ assumptions, cases, bidPriceFen, sources }).toEqual({
      assumptions: opened.assumptions,
      cases: opened.cases,
      bidPriceFen: null,
      sources: opened.sources,
    });
    expect(opened.scenarios).toEqual(["房价下跌"]);
    const named = await desk.scenarios.list(dealId);
    expect(named.map(({ name, shifts }) => [name, shifts.all.collateralValueShift])).toEqual([
      ["房价下跌", -0.2],
      ["后来的", 0],
    ]);
    expect(await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen })).toEqual(second.result);
  });

  it("is refused where it was changed behind the app", async () => {
    const { raw } = desk.db;
    const trigger = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'pricing_run_no_update'").pluck().get());
    const altered = await desk.runs.save(dealId, "被改动");
    raw.exec("DROP TRIGGER pricing_run_no_update");
    raw.prepare("UPDATE pricing_run SET assumptions = json_set(assumptions, '$.hurdleRate', 0.01) WHERE id = ?").run(altered.id);
    raw.exec(trigger);
    await expect(desk.restoreRun(altered.id)).rejects.toMatchObject({ code: "run.altered" });
    await expect(desk.runs.open(altered.id)).rejects.toMatchObject({ code: "run.altered" });
    await expect(desk.runs.compare(first.id, altered.id)).rejects.toMatchObject({ code: "run.altered" });
  });
});
