import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inputOf } from "../../../shared/contract/deal-channels.ts";
import type { PricingRun } from "../../../shared/contract/run-channels.ts";
import type { Stratum } from "../../../shared/domain/memo.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let run: PricingRun;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  run = await desk.runs.save(dealId, "first");
});
afterAll(() => desk.close());

describe("a saved run", () => {
  it("replays to the same bytes", async () => {
    expect(await desk.runs.replay(run.id)).toEqual({ runHash: run.runHash, isSame: true });
  });

  it("has the same hash of inputs and the same result when the same inputs are priced and saved again, and a run hash of its own name", async () => {
    await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    const hashes = await desk.runs.hashes(dealId);
    const again = await desk.runs.save(dealId, "again");
    expect(hashes.inputsHash).toBe(run.inputsHash);
    expect(await desk.runs.hashes(dealId)).toEqual(hashes);
    expect(again).toMatchObject({ inputsHash: run.inputsHash, result: run.result });
    expect(again.runHash).not.toBe(run.runHash);
    expect(again.contentHash).toBe(run.contentHash);
  });

  it("has other hashes when an assumption moves", async () => {
    const model = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { ...model, assumptions: { ...model.assumptions, hurdleRate: model.assumptions.hurdleRate + 0.01 } });
    const moved = await desk.runs.save(dealId, "moved");
    expect(moved.inputsHash).not.toBe(run.inputsHash);
    expect(moved.runHash).not.toBe(run.runHash);
    expect(moved.contentHash).not.toBe(run.contentHash);
    await desk.pricing.price(dealId, model);
  });

  it("freezes what was priced, not what was edited since", async () => {
    const model = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { ...model, bidPriceFen: null });
    const [set] = await desk.assumptions.list();
    await desk.assumptions.apply(dealId, set?.id ?? 0);
    expect(await desk.runs.save(dealId, "frozen")).toMatchObject({ inputsHash: run.inputsHash, result: run.result });
  });

  it("has a name of its own in the deal", async () => {
    await expect(desk.runs.save(dealId, "first")).rejects.toMatchObject({ code: "run.nameTaken" });
  });

  it("cannot be changed or deleted in the database", () => {
    expect(() => desk.db.raw.prepare("UPDATE pricing_run SET name = 'other' WHERE id = ?").run(run.id)).toThrow(/immutable/);
    expect(() => desk.db.raw.prepare("DELETE FROM pricing_run WHERE id = ?").run(run.id)).toThrow(/immutable/);
  });

  it("cannot be replaced in the database", () => {
    const columns =
      "id, deal_id, tape_id, name, created_at, engine_version, seed, assumptions, sources, cases, bid_price_fen, inputs, inputs_hash, result, loan_results, run_hash, content_hash";
    const replace = desk.db.raw.prepare(`INSERT OR REPLACE INTO pricing_run (${columns}) SELECT ${columns} FROM pricing_run WHERE id = ?`);
    expect(() => replace.run(run.id)).toThrow(/immutable/);
  });

  it.each([
    ["result", "json_set(result, '$.totals.claimFen', json_extract(result, '$.totals.claimFen') + 1)"],
    ["bid_price_fen", "12345"],
    ["inputs_hash", "run_hash"],
    ["content_hash", "run_hash"],
    ["content_hash", "NULL"],
    ["name", "'renamed'"],
    ["created_at", "'2020-01-01T00:00:00.000Z'"],
    ["sources", "json_set(sources, '$.hurdleRate.sourceZh', '另一来源')"],
  ])("is not printed once its %s was changed behind the app", async (column, changed) => {
    const { raw } = desk.db;
    const trigger = String(raw.prepare("SELECT sql FROM sqlite_schema WHERE name = 'pricing_run_no_update'").pluck().get());
    const altered = await desk.runs.save(dealId, `altered ${column} ${changed}`.slice(0, 80));
    expect((await desk.runs.runForMemo(altered.id)).run).toEqual(altered);
    raw.exec("DROP TRIGGER pricing_run_no_update");
    raw.prepare(`UPDATE pricing_run SET ${column} = ${changed} WHERE id = ?`).run(altered.id);
    raw.exec(trigger);
    await expect(desk.runs.runForMemo(altered.id)).rejects.toMatchObject({ code: "run.altered" });
  });

  it("keeps the deal's facts and the market table as they were when it was saved", async () => {
    const deal = await desk.deals.get(dealId);
    const [average] = await desk.market.averages();
    await desk.deals.update(dealId, { ...inputOf(deal), name: "改名后的项目", seller: "另一家银行" });
    if (average !== undefined) await desk.market.removeAverage(average.id);
    const { record } = await desk.runs.runForMemo(run.id);
    expect(record?.deal).toMatchObject({ name: deal.name, seller: deal.seller, cutOffDate: deal.cutOffDate });
    expect(record?.market.averages[0]).toMatchObject({ dealKind: average?.dealKind, ratio: average?.ratio });
    await desk.deals.update(dealId, inputOf(deal));
  });

  it("is cut into strata that add up to the package and the bid", async () => {
    const { strata, tapeId, sources } = await desk.runs.runForMemo(run.id);
    const { totals, bidPriceFen } = run.result;
    for (const lines of Object.values<readonly Stratum[]>({ ...strata })) {
      const sum = (pick: (line: Stratum) => number) => lines.reduce((total, line) => total + pick(line), 0);
      expect(sum((line) => line.loans)).toBe(totals.loans);
      expect(sum((line) => line.upbFen)).toBe(totals.upbFen);
      expect(sum((line) => line.claimFen)).toBe(totals.claimFen);
      expect(sum((line) => line.allocatedFen)).toBe(bidPriceFen);
    }
    expect(tapeId).toBe((await desk.deals.get(dealId)).package?.tapeId);
    expect(sources.courtFees.sourced).toBe(true);
  });

  it("outlives the tape: it is still listed, replays and prints after an undo", async () => {
    const { tapeId, strata } = await desk.runs.runForMemo(run.id);
    await desk.tapes.undo(tapeId);
    expect((await desk.runs.list(dealId)).at(-1)).toEqual(run);
    expect(await desk.runs.replay(run.id)).toMatchObject({ isSame: true });
    expect((await desk.runs.runForMemo(run.id)).strata).toEqual(strata);
  });

  it("answers run.notFound for a run that isn't there", async () => {
    await expect(desk.runs.runForMemo(999)).rejects.toMatchObject({ code: "run.notFound" });
  });
});
