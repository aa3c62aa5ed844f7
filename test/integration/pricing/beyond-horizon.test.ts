import { afterAll, beforeAll, expect, it } from "vitest";
import type { ModelEdit } from "../../../shared/contract/assumption-channels.ts";
import { openTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
let dealId: number;
let built: ModelEdit;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  built = { assumptions, cases, bidPriceFen: null };
});
afterAll(() => desk.close());

const under = (horizonMonths: number): ModelEdit => ({ ...built, assumptions: { ...built.assumptions, horizonMonths } });
const beyondOf = ({ cases }: Awaited<ReturnType<TestDesk["pricing"]["price"]>>) => cases.map(({ beyondHorizon }) => beyondHorizon);

it("answers a bid without what a second pricing alone can tell, and tells it when asked", async () => {
  const priced = await desk.pricing.price(dealId, under(24));
  expect(beyondOf(priced)).toEqual([null, null, null]);
  const whole = await desk.handlers["pricing.whole"]({ dealId });
  expect(beyondOf(whole).map((one) => one?.lastMonth)).toEqual([240, 240, 240]);
  // Most sales of the sample come after two years.
  for (const { beyondHorizon, grossRecoveryFen } of whole.cases) expect(beyondHorizon?.receiptsFen).toBeGreaterThan(grossRecoveryFen / 2);
  expect({ ...whole, cases: whole.cases.map((one) => ({ ...one, beyondHorizon: null })) }).toEqual(priced);
  // Once for each pricing.
  const [first, second] = await Promise.all([desk.pricing.whole(dealId), desk.pricing.whole(dealId)]);
  expect(first).toBe(second);
});

it("tells it at once where nothing but curves goes on", async () => {
  const priced = await desk.pricing.price(dealId, built);
  expect(beyondOf(priced)).not.toContain(null);
  expect(beyondOf(await desk.handlers["pricing.whole"]({ dealId }))).toEqual(beyondOf(priced));
});

it("belongs to the latest pricing, whatever was asked for before", async () => {
  await desk.pricing.price(dealId, under(24));
  const asked = desk.pricing.whole(dealId);
  const priced = await desk.pricing.price(dealId, under(30));
  const [earlier, latest] = [(await asked).output.result, (await desk.pricing.whole(dealId)).output.result];
  expect(latest.bidPriceFen).toBe(priced.bidPriceFen);
  expect(latest.cases[1]?.flows.net).toHaveLength(31);
  expect(earlier.cases[1]?.flows.net).toHaveLength(25);
  expect(beyondOf(latest)).not.toEqual(beyondOf(earlier));
});

it("is in a saved run and its memo, and replays to the same hash", async () => {
  await desk.pricing.price(dealId, under(24));
  const run = await desk.runs.save(dealId, "短测算期");
  const whole = await desk.pricing.whole(dealId);
  expect(run.result).toEqual(whole.output.result);
  expect(beyondOf(run.result)).not.toContain(null);
  expect(await desk.runs.replay(run.id)).toEqual({ runHash: run.runHash, isSame: true });
  const memo = await desk.memos.preview({ runId: run.id, language: "zh", moneyUnit: "wanYuan" });
  expect(beyondOf(memo.result)).toEqual(beyondOf(run.result));
});
