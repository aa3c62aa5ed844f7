import { expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { assumptionsSchema } from "../../../shared/domain/assumptions.ts";

const { assumptions } = defaultAssumptionSet;
const isAccepted = (ends: readonly (number | null)[]) => {
  const slices = ends.map((upToYuan) => ({ upToYuan, rate: 0.01, fixedYuan: 0 }));
  const courtFees = { ...assumptions.courtFees, acceptance: { slices, capYuan: null } };
  return assumptionsSchema.safeParse({ ...assumptions, courtFees }).success;
};

it("takes fee slices that rise to one without an end", () => {
  expect(isAccepted([null])).toBe(true);
  expect(isAccepted([10_000, 100_000, null])).toBe(true);
  expect(assumptionsSchema.safeParse(assumptions).success).toBe(true);
});

it.each([
  ["none at all", []],
  ["an end on the last", [10_000]],
  ["no end before the last", [null, 10_000, null]],
  ["two without an end", [10_000, null, null]],
  ["equal ends", [10_000, 10_000, null]],
  ["falling ends", [20_000, 10_000, null]],
])("refuses fee slices with %s", (_, ends) => {
  expect(isAccepted(ends)).toBe(false);
});
