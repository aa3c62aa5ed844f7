import { expect, it } from "vitest";
import { draftOf, scenarioOf, withShift } from "../../../../renderer/scenarios/scenario-draft.ts";
import { scenarioTemplates } from "../../../../renderer/scenarios/scenario-templates.ts";
import { scenarioInputSchema } from "../../../../shared/contract/scenario-channels.ts";
import { scenarioShiftsSchema, shiftsOf } from "../../../../shared/domain/assumptions.ts";
import { unshifted } from "../../../../shared/domain/scenario-defaults.ts";

const shifts = { all: { ...unshifted, costsShift: 0.1 }, segments: { corporateSecured: { collateralValueShift: -0.3 } } };

it("a scenario comes back from its draft as it was", () => {
  expect(scenarioOf(draftOf(shifts))).toEqual(shifts);
});

it("an emptied field of a segment falls back to all loans, and an emptied segment goes", () => {
  const emptied = withShift(draftOf(shifts), "corporateSecured", "collateralValueShift", null);
  expect(scenarioOf(emptied)).toEqual({ all: shifts.all, segments: {} });
  const other = withShift(draftOf(shifts), "retailCard", "cashRecoveryShift", -0.5);
  expect(scenarioOf(other)).toEqual({
    all: shifts.all,
    segments: { corporateSecured: { collateralValueShift: -0.3 }, retailCard: { cashRecoveryShift: -0.5 } },
  });
});

it("what is no number, or beyond its limits, is refused at its place", () => {
  for (const bad of [Number.NaN, -1.5, 3]) {
    const parsed = scenarioInputSchema.safeParse({
      name: "坏",
      shifts: scenarioOf(withShift(draftOf(shifts), "corporateSecured", "collateralValueShift", bad)),
    });
    expect(parsed.error?.issues[0]?.path).toEqual(["shifts", "segments", "corporateSecured", "collateralValueShift"]);
  }
  const halfMonth = scenarioInputSchema.safeParse({ name: "坏", shifts: scenarioOf(withShift(draftOf(shifts), "all", "delayMonthsShift", 1.5)) });
  expect(halfMonth.error?.issues[0]?.path).toEqual(["shifts", "all", "delayMonthsShift"]);
  expect(scenarioInputSchema.safeParse({ name: " ", shifts }).success).toBe(false);
});

it("a segment's entry replaces the shift for all, key by key", () => {
  expect(shiftsOf(shifts, "corporateSecured")).toEqual({ ...unshifted, costsShift: 0.1, collateralValueShift: -0.3 });
  expect(shiftsOf(shifts, "retailCard")).toEqual(shifts.all);
  expect(shiftsOf({ ...shifts, segments: { corporateSecured: { costsShift: 0 } } }, "corporateSecured").costsShift).toBe(0);
});

it("every template is a scenario", () => {
  for (const template of scenarioTemplates)
    expect(scenarioShiftsSchema.safeParse({ all: { ...unshifted, ...template.shifts }, segments: {} }).success).toBe(true);
});
