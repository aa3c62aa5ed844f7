import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PricingRun } from "../../../shared/contract/run-channels.ts";
import type { BidBridge } from "../../../shared/domain/bid-bridge.ts";
import { caseNames } from "../../../shared/domain/codes.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { dealWithTape, firstRows, typeCells } from "../sheet/sheet-desk.ts";

let desk: TestDesk;
let dealId: number;
let before: PricingRun;
let after: PricingRun;
let contracts: { readonly dropped: string; readonly owing: string; readonly housed: string };

const priceAndSave = async (name: string): Promise<PricingRun> => {
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  return desk.runs.save(dealId, name);
};
const bidsOf = ({ result }: PricingRun) => Object.fromEntries(result.cases.map(({ caseName, maxBidFen }) => [caseName, maxBidFen]));
const causesOf = ({ causes }: BidBridge) => causes.map(({ cause }) => cause);

/** What is not balanced to the fen is not a bridge. */
function expectToAddUp(bridge: BidBridge, from: PricingRun, to: PricingRun): void {
  expect(bridge.from).toEqual(bidsOf(from));
  expect(bridge.to).toEqual(bidsOf(to));
  for (const name of caseNames) {
    const moved = bridge.causes.reduce((sum, { moves }) => sum + moves[name], bridge.engine[name]);
    expect(bridge.from[name] + moved).toBe(bridge.to[name]);
  }
}

beforeAll(async () => {
  desk = openTestDesk();
  dealId = await dealWithTape(desk);
  before = await priceAndSave("改前");
  const loans = await firstRows(desk, dealId, "loan");
  const items = (await firstRows(desk, dealId, "collateral")).filter(({ loanId }) => loanId !== null);
  const item = items.find(({ values }) => Number(values.appraisal) > 0);
  const [dropped, owing] = loans.filter(({ rowId }) => rowId !== item?.loanId);
  if (item === undefined || dropped === undefined || owing === undefined) throw new Error("the sample has too few rows");
  contracts = { dropped: dropped.contractNo, owing: owing.contractNo, housed: item.contractNo };
  await desk.sheet.removeRows({ dealId, list: "loan", rowIds: [dropped.rowId], why: "" });
  await typeCells(desk, dealId, "loan", [{ rowId: owing.rowId, field: "principal", text: "100" }]);
  await typeCells(desk, dealId, "collateral", [{ rowId: item.rowId, field: "appraisal", text: "1" }]);
  after = await priceAndSave("改后");
});
afterAll(() => desk.close());

describe("the bridge between two saved runs", () => {
  it("names what was edited between them as causes that add up to the fen in each case", async () => {
    const bridge = await desk.bridges.bridge({ fromId: before.id, toId: after.id });
    expectToAddUp(bridge, before, after);
    expect(causesOf(bridge)).toEqual(["dropped", "edits"]);
    expect(bridge.engine).toEqual({ low: 0, base: 0, high: 0 });
    expect(bridge.loans).toEqual({ kept: before.result.totals.loans - 1, dropped: 1, added: 0 });
    expect(bridge.causes.find(({ cause }) => cause === "edits")?.moves.base).toBeLessThan(0);
  });

  it("opens each cause to the loans that were edited, which add up to it", async () => {
    const pair = { fromId: before.id, toId: after.id };
    const { causes } = await desk.bridges.bridge(pair);
    const named = { dropped: [contracts.dropped], edits: [contracts.owing, contracts.housed] };
    for (const { cause, moves, ofPackage, loans } of causes) {
      const { rows, total } = await desk.bridges.loans({ ...pair, cause, caseName: "base", offset: 0, limit: 500 });
      expect(total).toBe(loans);
      expect(rows.map(({ contractNo }) => contractNo)).toEqual(expect.arrayContaining(named[cause as keyof typeof named]));
      for (const name of caseNames) expect(rows.reduce((sum, row) => sum + row.moves[name], ofPackage[name])).toBe(moves[name]);
    }
    const [gone] = (await desk.bridges.loans({ ...pair, cause: "dropped", caseName: "base", offset: 0, limit: 1 })).rows;
    expect(gone?.fate).toBe("dropped");
  });

  it("turns round with the runs: what was dropped was added", async () => {
    const bridge = await desk.bridges.bridge({ fromId: after.id, toId: before.id });
    expectToAddUp(bridge, after, before);
    expect(causesOf(bridge)).toEqual(["added", "edits"]);
  });

  it("finds nothing between two runs of the same inputs", async () => {
    const again = await priceAndSave("再存");
    expect(await desk.bridges.bridge({ fromId: after.id, toId: again.id })).toMatchObject({ causes: [], engine: { low: 0, base: 0, high: 0 } });
  });

  it("puts another hurdle under assumptions, with other edits beside it", async () => {
    const model = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { ...model, assumptions: { ...model.assumptions, hurdleRate: model.assumptions.hurdleRate + 0.02 } });
    const dearer = await desk.runs.save(dealId, "目标提高");
    const bridge = await desk.bridges.bridge({ fromId: before.id, toId: dearer.id });
    expectToAddUp(bridge, before, dearer);
    expect(causesOf(bridge)).toEqual(["dropped", "edits", "assumptions"]);
    const assumptions = bridge.causes.find(({ cause }) => cause === "assumptions");
    expect(assumptions?.moves.base).toBeLessThan(0);
    expect(assumptions?.loans).toBeGreaterThan(100);
  });

  it("is written to a file, causes and loans", async () => {
    const file = desk.copyOf(new URL(import.meta.url).pathname, "bridge.csv");
    desk.writeWorkbooksTo(file);
    const saved = await desk.bridges.save({ fromId: before.id, toId: after.id, fileName: ["报价差异归因"], unit: "yuan", language: "zh" });
    const text = readFileSync(file, "utf8");
    expect(saved?.rows).toBeGreaterThan(5);
    expect(text).toContain("本部修改");
    expect(text).toContain(contracts.housed);
  });

  it("is made of what the runs froze, whatever became of the tape", async () => {
    const pair = { fromId: before.id, toId: after.id };
    const { tapeId } = await desk.runs.bridgeable(before.id);
    const known = await desk.bridges.bridge(pair);
    await desk.tapes.undo(tapeId);
    const other = openTestDesk(desk.db.file);
    try {
      expect(await other.bridges.bridge(pair)).toEqual(known);
    } finally {
      await other.close();
    }
  });
});
