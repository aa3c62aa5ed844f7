import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { scenarioShiftsSchema } from "../../../shared/domain/assumptions.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

/** Cases and a scenario as the first release stored them, to the byte. */
const casesText =
  '{"base":{"cashRecovery":0,"clearingProbability":0,"collateralValue":0,"costs":0,"delayMonths":0,"hurdleRate":0},' +
  '"high":{"cashRecovery":0.3,"clearingProbability":0.25,"collateralValue":0.15,"costs":0,"delayMonths":-3,"hurdleRate":0},' +
  '"low":{"cashRecovery":-0.3,"clearingProbability":-0.25,"collateralValue":-0.2,"costs":0.1,"delayMonths":6,"hurdleRate":0}}';
const scenarioText =
  '{"all":{"collateralValue":-0.2,"clearingProbability":0,"delayMonths":6,"cashRecovery":0,"costs":0.1,"hurdleRate":0.01},' +
  '"segments":{"corporateSecured":{"collateralValue":-0.3,"costs":0},"retailCard":{"cashRecovery":-0.5}}}';

let desk: TestDesk;
let dealId: number;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
});
afterAll(() => desk.close());

const textsOf = (table: string, column: string) => desk.db.raw.prepare(`SELECT ${column} FROM ${table}`).pluck().all();

it("a set, a deal's model and a run keep their shifts under the names of the first release, and a run its hash over them", async () => {
  const model = await desk.assumptions.model(dealId);
  expect(model.cases).toEqual(defaultAssumptionSet.cases);
  await desk.pricing.price(dealId, model);
  const { id } = await desk.runs.save(dealId, "first names");
  // Each kind of deal has a set of its own; their cases are the same.
  expect(textsOf("assumption_set", "cases")).toEqual([casesText, casesText, casesText]);
  for (const table of ["deal_model", "pricing_run"]) expect(textsOf(table, "cases")).toEqual([casesText]);
  // Both refuse or differ unless the hash is over the text that is stored.
  expect((await desk.runs.runForMemo(id)).cases).toEqual(defaultAssumptionSet.cases);
  expect((await desk.runs.replay(id)).isSame).toBe(true);
});

it("a scenario of the first release reads as it was meant, and is stored again to the byte", async () => {
  desk.db.raw.prepare("INSERT INTO scenario (deal_id, name, shifts, updated_at) VALUES (?, 'old', ?, '2025-11-25T08:00:00.000Z')").run(dealId, scenarioText);
  const [scenario] = await desk.scenarios.list(dealId);
  expect(scenario?.shifts).toEqual({
    all: { collateralValueShift: -0.2, clearingProbabilityShift: 0, delayMonthsShift: 6, cashRecoveryShift: 0, costsShift: 0.1, hurdleRateShift: 0.01 },
    segments: { corporateSecured: { collateralValueShift: -0.3, costsShift: 0 }, retailCard: { cashRecoveryShift: -0.5 } },
  });
  await desk.scenarios.save(dealId, scenario?.id ?? 0, { name: "kept", shifts: scenarioShiftsSchema.parse(scenario?.shifts) });
  expect(textsOf("scenario", "shifts")).toEqual([scenarioText]);
});

it("a stored row with a shift beyond its limits, or without one, is refused", async () => {
  const { raw } = desk.db;
  for (const bad of [casesText.replace('"delayMonths":6', '"delayMonths":61'), casesText.replace('"delayMonths":6,', "")]) {
    raw.prepare("UPDATE deal_model SET cases = ?").run(bad);
    await expect(desk.assumptions.model(dealId)).rejects.toThrow("delayMonths");
  }
  raw.prepare("UPDATE deal_model SET cases = ?").run(casesText);
});
