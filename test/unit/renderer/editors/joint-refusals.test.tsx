// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { AssumptionGroups } from "../../../../renderer/editors/AssumptionGroups.tsx";
import { refusedPaths, storedAt } from "../../../../renderer/model/edit-path.ts";
import { type Assumptions, assumptionGroups, assumptionsSchema } from "../../../../shared/domain/assumptions.ts";
import { languages } from "../../../../shared/domain/codes.ts";
import { type JointRefusal, jointRefusals, jointRefusalsOf } from "../../../../shared/domain/joint-refusals.ts";

const { assumptions: builtIn, sources } = defaultAssumptionSet;
const slice = { rate: 0.01, fixedYuan: 0 };
const age = { fromDaysPastDue: 181, lagMonths: 1, firstMonthRate: 0.005, monthlyDecay: 0.97 };
const city = { city: "洛阳", kind: null, from: "2025-01-01", annualChange: -0.05 };
const court = { court: "甲市中级人民法院", months: 3 };
const taxTable = builtIn.saleTaxes[0];
const half = { share: 0.5, monthsAfterClosing: 0 };
const { payment, exits, curves } = builtIn;

/** Every field passes by itself, and two of them together don't; with the fields that are told. */
const faults: Record<JointRefusal, readonly [Partial<Assumptions>, ...string[]]> = {
  slicesInOrder: [
    { courtFees: { ...builtIn.courtFees, acceptance: { slices: [{ ...slice, upToYuan: 10 }], capYuan: null } } },
    "courtFees.acceptance.slices.0.upToYuan",
  ],
  sharesWithinWhole: [{ curves: { ...curves, retailCard: { ...curves.retailCard, monthlyShares: [0.6, 0.6] } } }, "curves.retailCard.monthlyShares"],
  agesRise: [{ agedCurves: { ...builtIn.agedCurves, retailCard: [age, age] } }, "agedCurves.retailCard.1.fromDaysPastDue"],
  courtOnce: [{ courtDelays: [court, { ...court, months: 6 }] }, "courtDelays.1.court"],
  bandsRise: [
    {
      costs: {
        ...builtIn.costs,
        fileCostBands: [
          { claimUpToYuan: 10_000, fileCostYuan: 30 },
          { claimUpToYuan: 9_000, fileCostYuan: 20 },
        ],
      },
    },
    "costs.fileCostBands.1.claimUpToYuan",
  ],
  taxDaysRise: [{ saleTaxes: taxTable === undefined ? [] : [taxTable, taxTable] }, "saleTaxes.1.from"],
  cityOnce: [{ collateral: { ...builtIn.collateral, cityIndex: [city, { ...city, annualChange: 0.1 }] } }, "collateral.cityIndex.1.city"],
  exitsWithinWhole: [
    { exits: { mode: "mix", settlement: { ...exits.settlement, probability: 0.6 }, resale: { ...exits.resale, probability: 0.6 } } },
    "exits.resale.probability",
    "exits.settlement.probability",
  ],
  instalmentsAreWhole: [{ payment: { ...payment, instalments: [half] } }, "payment.instalments"],
  rightsAreWhole: [
    { payment: { ...payment, instalments: [half], trustRights: { ...payment.trustRights, priceShare: 0.5, schedule: [half] } } },
    "payment.trustRights.schedule",
  ],
};
const faulty = (code: JointRefusal): Assumptions => ({ ...builtIn, ...faults[code][0] });

/** With the editor of one group: to draw all of them takes seconds. */
const show = (assumptions: Assumptions, group: string) =>
  render(
    <AssumptionGroups
      assumptions={assumptions}
      sources={sources}
      origin={null}
      edit={() => undefined}
      invalidPaths={refusedPaths(assumptionsSchema.safeParse(assumptions))}
      openAtFirst={assumptionGroups.filter((one) => one === group)}
    />,
  );
afterEach(cleanup);

/** Checks of more than one value in a schema, each once; true where one answers without a code. */
function checksOf(schema: unknown, found = new Map<unknown, boolean>()): Map<unknown, boolean> {
  if (!(schema instanceof z.ZodType) || found.has(schema)) return found;
  const def = schema.def as {
    checks?: { _zod: { def: { check?: string; fn?: unknown } } }[];
    shape?: object;
    element?: unknown;
    innerType?: unknown;
    options?: unknown[];
  };
  for (const { _zod } of def.checks ?? []) if (_zod.def.check === "custom") found.set(schema, _zod.def.fn !== undefined);
  for (const part of [...Object.values(def.shape ?? {}), def.element, def.innerType, ...(def.options ?? [])]) checksOf(part, found);
  return found;
}

describe("what is refused for several fields together", () => {
  it("has a code in each check of the assumptions", () => {
    const checks = checksOf(assumptionsSchema);
    expect([...checks.values()]).toEqual(jointRefusals.map(() => false));
  });

  it.each(jointRefusals)("%s is told at a field that is there", (code) => {
    const assumptions = faulty(code);
    const parsed = assumptionsSchema.safeParse(assumptions);
    const [, ...paths] = faults[code];
    expect([...refusedPaths(parsed)]).toEqual(paths);
    expect([...jointRefusalsOf(parsed)]).toEqual(paths.map((path) => [path, code]));
    for (const path of paths) expect(storedAt(assumptions, path.split("."))).toBeDefined();
  });

  // The bounds of a fee's slices are not for the desk to change.
  const typed = jointRefusals.filter((code) => code !== "slicesInOrder");
  it.each(typed.flatMap((code) => languages.map((language) => [code, language] as const)))(
    "%s has its sentence beside the field (%s)",
    async (code, language) => {
      await i18n.changeLanguage(language);
      const sentence = new RegExp(i18n.t(`typed.joint.${code}`).replaceAll(/[()]/g, "."));
      const [changed] = faults[code];
      const group = Object.keys(changed).join("");
      show(builtIn, group);
      expect(screen.queryAllByText(sentence)).toEqual([]);
      cleanup();
      show(faulty(code), group);
      const notes = screen.queryAllByText(sentence);
      expect(notes).toHaveLength(faults[code].length - 1);
      // Sums stand below their rows and belong to no field alone.
      const alone = notes.filter(({ dataset }) => dataset["testid"] === "field-note");
      expect(alone).toHaveLength(["instalmentsAreWhole", "rightsAreWhole"].includes(code) ? 0 : notes.length);
      expect(alone.map(({ id }) => document.querySelectorAll(`input[aria-invalid="true"][aria-describedby~="${id}"]`).length)).toEqual(alone.map(() => 1));
    },
  );
});

describe.each(languages)("what is no text of its field (%s)", (language) => {
  it.each([
    ["shares", { curves: { ...curves, retailCard: { ...curves.retailCard, monthlyShares: "2 x 1" } } }, "typed.noShare", { word: "x" }],
    ["shares out of range", { curves: { ...curves, retailCard: { ...curves.retailCard, monthlyShares: [1.5] } } }, "typed.noShare", { word: "150" }],
    ["a court without a name", { courtDelays: [{ ...court, court: "" }] }, "typed.required", {}],
    ["a day of a city", { collateral: { ...builtIn.collateral, cityIndex: [{ ...city, from: "x" }] } }, "typed.notADay", {}],
    ["a day of taxes", { saleTaxes: [{ ...taxTable, from: "2025-02-30" }] }, "typed.noSuchDay", {}],
  ] as const)("%s is refused with a sentence that the field is described by", async (_what, change, key, values) => {
    await i18n.changeLanguage(language);
    show({ ...builtIn, ...change } as unknown as Assumptions, Object.keys(change).join(""));
    const note = screen.getByText(i18n.t(key, values), { exact: false });
    expect(document.querySelector(`input[aria-invalid="true"][aria-describedby~="${note.id}"]`)).not.toBeNull();
  });
});

describe.each(languages)("a month beyond the horizon (%s)", (language) => {
  const lateOnes: Partial<Assumptions>[] = [
    { exits: { ...exits, settlement: { ...exits.settlement, month: builtIn.horizonMonths + 1 } } },
    { exits: { ...exits, resale: { ...exits.resale, month: builtIn.horizonMonths + 1 } } },
    { conditions: { ...builtIn.conditions, dividendMonth: builtIn.horizonMonths + 1 } },
    { curves: { ...curves, retailCard: { ...curves.retailCard, lagMonths: builtIn.horizonMonths } } },
    { agedCurves: { ...builtIn.agedCurves, retailCard: [{ ...age, lagMonths: builtIn.horizonMonths }] } },
  ];

  it.each(lateOnes)("is taken and said to count nothing (%#)", async (change) => {
    await i18n.changeLanguage(language);
    const sentence = i18n.t("unusual.beyondHorizon", { month: builtIn.horizonMonths + 1, horizon: builtIn.horizonMonths });
    const group = Object.keys(change).join("");
    show(builtIn, group);
    expect(screen.queryAllByText(sentence, { exact: false })).toEqual([]);
    cleanup();
    show({ ...builtIn, ...change }, group);
    expect(screen.queryAllByText(sentence, { exact: false })).toHaveLength(1);
  });

  it("and a dividend that is not stated says what that means", async () => {
    await i18n.changeLanguage(language);
    show(builtIn, "conditions");
    expect(screen.getByTestId("dividend-share").getAttribute("placeholder")).toBe(i18n.t("pricing.route.condition.byCurve"));
  });
});
