import { createHash } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { mostSteps } from "../../../main/journal/journal-queries.ts";
import type { EditStack } from "../../../shared/contract/journal-channels.ts";
import { type MarketDealInput, marketAverageInputSchema } from "../../../shared/contract/market-channels.ts";
import { unshifted } from "../../../shared/domain/scenario-defaults.ts";
import { DeskError } from "../../../shared/result.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
  // Thousands of commits: what the disk does with them is tested elsewhere.
  desk.db.raw.pragma("synchronous = OFF");
});
afterEach(() => desk.close());

const stamps = /^(updated|made)_at$/;
/** Every row that an edit can change, without its time stamps. */
function stateHash(): string {
  const hash = createHash("sha256");
  for (const table of ["deal", "deal_model", "scenario", "market_deal", "market_average", "assumption_set"]) {
    const rows = desk.db.raw.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY rowid`).all();
    hash.update(JSON.stringify(rows.map((row) => Object.entries(row).filter(([column]) => !stamps.test(column)))));
  }
  return hash.digest("hex");
}

const marketDeal: MarketDealInput = {
  buyer: "某资产",
  seller: "某银行",
  reportedOn: "2025-10",
  priceFen: 1,
  principalFen: null,
  claimFen: null,
  kind: "",
  source: "公告",
  note: "",
};
const move = (stack: EditStack, way: "undo" | "redo") => desk.journal.move(stack, way, null);
/** An archived deal takes no undo. */
const unlessArchived = (error: unknown) => {
  if (!(error instanceof DeskError) || error.code !== "deal.archived") throw error;
};
const undoAll = async (stacks: readonly EditStack[]) => {
  for (const stack of stacks) while ((await move(stack, "undo")) !== null);
};

/** Deals and sets on which edits are made. */
async function startDesk() {
  const { id: dealId } = await desk.deals.create(testDeal);
  const { id: otherId } = await desk.deals.create({ ...testDeal, name: "另一包" });
  const [builtIn] = await desk.assumptions.list();
  await desk.market.deals();
  const lasting = await desk.assumptions.copy(builtIn?.id ?? 0, { nameZh: "常用", nameEn: "Usual" });
  // Its row is made by the first save, which is no edit.
  for (const id of [dealId, otherId]) await desk.assumptions.saveModel(id, await desk.assumptions.model(id));
  desk.db.raw.exec("DELETE FROM journal_step");
  const stacks: readonly EditStack[] = [
    { area: "register" },
    { area: "market" },
    { area: "sets" },
    { area: "deal", dealId },
    { area: "deal", dealId: otherId },
  ];
  return { dealId, otherId, builtIn, lasting, stacks };
}
type Start = Awaited<ReturnType<typeof startDesk>>;

/** One edit of the kind that is drawn, on the record that is drawn; what can't be done is left. */
async function editAtRandom({ dealId, otherId, builtIn, lasting }: Start, kind: number, draw: number): Promise<void> {
  const id = draw % 2 === 0 ? dealId : otherId;
  const pick = <T>(all: readonly T[]): T | undefined => all[draw % Math.max(all.length, 1)];
  const edits: (() => Promise<unknown>)[] = [
    () => desk.deals.archive(id, draw % 3 === 0),
    () => desk.deals.update(id, { ...testDeal, notes: `${draw}` }),
    () => desk.market.saveDeal(null, { ...marketDeal, priceFen: 1 + draw }),
    async () => desk.market.saveDeal(pick(await desk.market.deals())?.id ?? 0, { ...marketDeal, note: `${draw}` }),
    async () => desk.market.removeDeal(pick(await desk.market.deals())?.id ?? 0),
    async () =>
      desk.market.saveAverage(
        pick(await desk.market.averages())?.id ?? null,
        marketAverageInputSchema.parse({ ...(await desk.market.averages())[0], ratio: (draw % 200) / 100 }),
      ),
    async () => desk.market.removeAverage(pick(await desk.market.averages())?.id ?? 0),
    () => desk.assumptions.copy(builtIn?.id ?? 0, { nameZh: `副本${draw}`, nameEn: `Copy ${draw}` }),
    async () => {
      const own = pick((await desk.assumptions.list()).filter((set) => !set.seeded));
      if (own !== undefined)
        await desk.assumptions.update({ ...own, assumptions: { ...own.assumptions, hurdleRate: (draw % 50) / 100 } }, `typing-${draw % 3}`);
    },
    async () => {
      const own = pick((await desk.assumptions.list()).filter((set) => !set.seeded && set.id !== lasting.id));
      if (own !== undefined) await desk.assumptions.remove(own.id);
    },
    () => desk.assumptions.apply(id, draw % 3 === 0 ? (builtIn?.id ?? 0) : lasting.id),
    async () => {
      const model = await desk.assumptions.model(id);
      await desk.assumptions.saveModel(id, { ...model, assumptions: { ...model.assumptions, hurdleRate: (draw % 70) / 100 } }, `typing-${draw % 4}`);
    },
    async () => {
      const model = await desk.assumptions.model(id);
      await desk.assumptions.saveModel(id, { ...model, bidPriceFen: draw % 5 === 0 ? null : draw + 1 });
    },
    async () => {
      const model = await desk.assumptions.model(id);
      const { rounds } = model.assumptions.collateral;
      const shorter = draw % 2 === 0 && rounds.length > 1 ? rounds.slice(1) : rounds.map((round) => ({ ...round, clearingProbability: (draw % 10) / 10 }));
      await desk.assumptions.saveModel(id, {
        ...model,
        assumptions: { ...model.assumptions, collateral: { ...model.assumptions.collateral, rounds: shorter } },
      });
    },
    () => desk.scenarios.save(id, null, { name: `情景${draw % 20}`, shifts: { all: { ...unshifted, costsShift: (draw % 10) / 10 }, segments: {} } }),
    async () => {
      const one = pick(await desk.scenarios.list(id));
      if (one !== undefined)
        await desk.scenarios.save(id, one.id, { name: one.name, shifts: { all: { ...unshifted, delayMonthsShift: draw % 12 }, segments: {} } });
    },
    async () => {
      const one = pick(await desk.scenarios.list(id));
      if (one !== undefined) await desk.scenarios.remove(one.id);
    },
  ];
  // A deal that is archived, a name that is taken: what the desk refuses changes nothing.
  await edits[kind % edits.length]?.().catch(() => undefined);
}

it("10,000 edits, undos and redos in any order leave nothing once all is undone, and all of it once all is redone", async () => {
  const start = await startDesk();
  const before = stateHash();
  const draws = fc.sample(fc.tuple(fc.nat(9), fc.nat(1000), fc.nat(100_000)), { numRuns: 10_000, seed: 20251125 });
  for (let first = 0; first < draws.length; first += 500) {
    for (const [what, kind, draw] of draws.slice(first, first + 500)) {
      const stack = start.stacks[draw % start.stacks.length];
      if (what < 6 || stack === undefined) await editAtRandom(start, kind, draw);
      else await move(stack, what < 8 ? "undo" : "redo").catch(unlessArchived);
    }
    const reached = stateHash();
    // An archived deal takes no undo: the register, which archives, goes first and comes back last.
    const depths: [EditStack, number][] = [];
    for (const stack of start.stacks) {
      let depth = 0;
      while ((await move(stack, "undo")) !== null) depth += 1;
      depths.push([stack, depth]);
    }
    expect(stateHash()).toBe(before);
    if (first % 2000 > 0) continue;
    for (const [stack, depth] of depths.reverse()) for (let step = 0; step < depth; step += 1) await move(stack, "redo");
    expect(stateHash()).toBe(reached);
    await undoAll(start.stacks);
  }
  expect(stateHash()).toBe(before);
});

it("keys typed in one go are one step, a text taken back is none, and the same field typed again is another", async () => {
  const { dealId } = await startDesk();
  const stack = { area: "deal", dealId } as const;
  const model = await desk.assumptions.model(dealId);
  const type = (hurdleRate: number, typing: string) =>
    desk.assumptions.saveModel(dealId, { ...model, assumptions: { ...model.assumptions, hurdleRate } }, typing);
  const hurdle = async () => (await desk.assumptions.model(dealId)).assumptions.hurdleRate;
  const { hurdleRate } = model.assumptions;
  for (const rate of [0.01, 0.012, 0.0125]) await type(rate, "first");
  await type(0.2, "second");
  await type(0.25, "third");
  await type(0.2, "third");
  expect((await move(stack, "undo"))?.label).toMatchObject({ kind: "modelEdited", part: "assumptions.hurdleRate" });
  expect(await hurdle()).toBe(0.0125);
  await move(stack, "undo");
  expect(await hurdle()).toBe(hurdleRate);
  expect(await move(stack, "undo")).toBeNull();
  await move(stack, "redo");
  expect(await hurdle()).toBe(0.0125);
  await type(0.3, "fourth");
  expect(await move(stack, "redo")).toBeNull();
});

it("pricing what is on show again is no step, and ends no redo", async () => {
  const { dealId } = await startDesk();
  const stack = { area: "deal", dealId } as const;
  const model = await desk.assumptions.model(dealId);
  await desk.assumptions.saveModel(dealId, { ...model, bidPriceFen: 100 });
  await move(stack, "undo");
  await desk.assumptions.saveModel(dealId, await desk.assumptions.model(dealId), "again");
  expect((await desk.journal.next(stack)).redo?.label.part).toBe("bidPriceFen");
});

it("keeps the last 500 steps of each stack", async () => {
  const { dealId } = await startDesk();
  for (let step = 0; step < mostSteps + 20; step += 1) await desk.deals.update(dealId, { ...testDeal, notes: `${step}` });
  await desk.market.saveDeal(null, marketDeal);
  let undone = 0;
  while ((await move({ area: "register" }, "undo")) !== null) undone += 1;
  expect(undone).toBe(mostSteps);
  expect((await desk.deals.get(dealId)).notes).toBe("19");
  expect((await move({ area: "market" }, "undo"))?.label.kind).toBe("marketDealAdded");
});

it("undoes the step that is meant or none, and nothing in an archived deal", async () => {
  const { dealId } = await startDesk();
  await desk.deals.update(dealId, { ...testDeal, notes: "1" });
  const { undo } = await desk.journal.next({ area: "register" });
  await desk.deals.update(dealId, { ...testDeal, notes: "2" });
  expect(await desk.journal.move({ area: "register" }, "undo", undo?.stepId ?? 0)).toBeNull();
  expect((await desk.deals.get(dealId)).notes).toBe("2");
  await desk.scenarios.save(dealId, null, { name: "悲观", shifts: { all: unshifted, segments: {} } });
  await desk.deals.archive(dealId, true);
  await expect(move({ area: "deal", dealId }, "undo")).rejects.toMatchObject({ code: "deal.archived" });
  expect(await desk.scenarios.list(dealId)).toHaveLength(1);
});

it("brings a removed set back under its own id, with the models that were made from it", async () => {
  const { dealId, lasting } = await startDesk();
  await desk.assumptions.apply(dealId, lasting.id);
  await desk.assumptions.remove(lasting.id);
  const { id: later } = await desk.assumptions.copy((await desk.assumptions.list())[0]?.id ?? 0, { nameZh: "新", nameEn: "New" });
  expect(later).toBeGreaterThan(lasting.id);
  await move({ area: "sets" }, "undo");
  await move({ area: "sets" }, "undo");
  expect(await desk.assumptions.list()).toContainEqual(lasting);
  expect((await desk.assumptions.model(dealId)).assumptionSetId).toBe(lasting.id);
});

it("refuses what can't be undone any more, and changes nothing", async () => {
  const { dealId } = await startDesk();
  const shifts = { all: unshifted, segments: {} };
  const { id } = await desk.scenarios.save(dealId, null, { name: "悲观", shifts });
  await desk.scenarios.save(dealId, id, { name: "更悲观", shifts });
  desk.db.raw.exec("DELETE FROM scenario");
  const before = stateHash();
  await expect(move({ area: "deal", dealId }, "undo")).rejects.toMatchObject({ code: "journal.blocked" });
  expect(stateHash()).toBe(before);
  expect((await desk.journal.next({ area: "deal", dealId })).undo?.label.kind).toBe("scenarioEdited");
});
