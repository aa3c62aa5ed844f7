import { afterAll, beforeAll, expect, it } from "vitest";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
const dealIds: number[] = [];

/** Two deals with the sample's package. */
beforeAll(async () => {
  desk = openTestDesk();
  for (const name of ["一号包", "二号包"]) {
    const { id } = await desk.deals.create({ ...testDeal, name, seller: "甲银行", bidDeadline: "2025-12-15" });
    await desk.tapes.importAsProposed(id, desk.admit(desk.copyOf(corporateTape, `${name}.xlsx`)));
    await desk.pricing.price(id, await desk.assumptions.model(id));
    await desk.runs.save(id, "初稿");
    dealIds.push(id);
  }
});
afterAll(() => desk.close());

it("weighs the prices of what is at work by stage, by what falls due first", async () => {
  const { pipeline, weightedFen, holdings, held } = await desk.portfolio.get("all");
  const { plan } = await desk.company.get();
  expect(pipeline.map(({ name, due }) => [name, due?.kind, due?.onDay])).toEqual([
    ["一号包", "deadline", "2025-12-15"],
    ["二号包", "deadline", "2025-12-15"],
  ]);
  const [first] = await desk.runs.list(dealIds[0] ?? 0);
  expect(pipeline[0]?.priceFen).toBe(first?.result.bidPriceFen);
  expect(plan.stageWeights).toContain(pipeline[0]?.weight);
  expect(weightedFen).toBe(pipeline.reduce((sum, { priceFen, weight }) => sum + Math.round((priceFen ?? 0) * weight), 0));
  // Nothing was won.
  expect([holdings, held]).toEqual([[], null]);
});

it("takes the debtors of both packages for the same, to be confirmed by hand, and undoes that", async () => {
  const { concentration, matches } = await desk.portfolio.get("all");
  const claims = (await desk.deals.list(false)).reduce((sum, deal) => sum + (deal.package?.claimFen ?? 0), 0);
  const byClaim = concentration.filter(({ kind }) => kind !== "collateral");
  expect(byClaim.map(({ totalFen, unstatedFen }) => totalFen + unstatedFen)).toEqual(byClaim.map(() => claims));
  const [debtors] = concentration;
  expect(debtors?.top[0]).toMatchObject({ deals: 2 });
  const [match] = matches;
  if (match === undefined || debtors?.hhi == null) throw new Error("no debtor is in both packages");
  expect(match.isSame).toBeNull();
  expect(match.deals.map(({ name }) => name)).toEqual(["一号包", "二号包"]);
  await desk.portfolio.match(match.key, false);
  const parted = await desk.portfolio.get("all");
  expect(parted.matches.find(({ key }) => key === match.key)?.isSame).toBe(false);
  expect(parted.concentration[0]?.hhi).toBeLessThan(debtors.hhi);
  await desk.journal.move({ area: "register" }, "undo", null);
  expect((await desk.portfolio.get("all")).concentration[0]).toEqual(debtors);
  await desk.portfolio.match(match.key, true);
  await desk.portfolio.match(match.key, null);
  expect((await desk.portfolio.get("all")).matches.find(({ key }) => key === match.key)?.isSame).toBeNull();
});

it("counts what is held alone where that is asked", async () => {
  const { concentration, deals } = await desk.portfolio.get("held");
  expect(deals).toBe(2);
  expect(concentration.map(({ totalFen, hhi }) => [totalFen, hhi])).toEqual(concentration.map(() => [0, null]));
});
