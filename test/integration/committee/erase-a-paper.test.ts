import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeAll(() => {
  desk = openTestDesk();
});
afterAll(() => desk.close());

/** A call of the page, as the window makes it. */
const page = <N extends keyof TestDesk["handlers"]>(channel: N, input: Parameters<TestDesk["handlers"][N]>[0]) =>
  desk.trail.within(channel, input, () => (desk.handlers[channel] as (input: unknown) => unknown)(input)) as Promise<
    Awaited<ReturnType<TestDesk["handlers"][N]>>
  >;

it("a trail that vouched for a paper is sound once the deal is erased with it", async () => {
  const { id: dealId } = await desk.deals.openSample();
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
  const { id: runId } = await desk.runs.save(dealId, "委员会稿");
  await page("approvals.submit", { dealId, runId, askedFen: 100_0000_00, reasoning: "按基准情形" });
  expect(await desk.trail.verify(null)).toMatchObject({ fault: null });
  await page("erase.deal", { dealId, removesBackups: false });
  expect(desk.db.raw.prepare("SELECT count(*) FROM submission").pluck().get()).toBe(0);
  expect(await desk.trail.verify(null)).toMatchObject({ fault: null });
  await page("people.add", { name: "张三", roles: ["administrator"], passphrase: "correct horse 9" });
  expect(await desk.trail.verify(null)).toMatchObject({ fault: null });
});
