import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { leafLabel, leafText } from "../../../../renderer/model/assumption-words.ts";
import { assumptionsSchema } from "../../../../shared/domain/assumptions.ts";

const { assumptions: builtIn, cases } = defaultAssumptionSet;
/** Every list has an entry. */
const assumptions = assumptionsSchema.parse({
  ...builtIn,
  agedCurves: { retailCard: [{ fromDaysPastDue: 181, lagMonths: 1, firstMonthRate: 0.005, monthlyDecay: 0.97 }] },
  costs: { ...builtIn.costs, fileCostBands: [{ claimUpToYuan: 10_000, fileCostYuan: 30 }] },
  collateral: { ...builtIn.collateral, cityIndex: [{ city: "洛阳", kind: null, from: "2025-01-01", annualChange: -0.05 }] },
  courtDelays: [{ court: "甲市中级人民法院", months: 3 }],
  payment: {
    ...builtIn.payment,
    instalments: [{ share: 1, monthsAfterClosing: 0 }],
    trustRights: { ...builtIn.payment.trustRights, schedule: [{ share: 1, monthsAfterClosing: 12 }] },
  },
});

type Path = (string | number)[];
function leavesOf(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  if (value === null || typeof value !== "object") return [{ path, value }];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]));
}

describe.each(["zh", "en"] as const)("values that a pricing takes (%s)", (language) => {
  const t = i18n.getFixedT(language);

  it("have a name each, and no two the same one within a group", () => {
    const leaves = [...leavesOf(assumptions), ...leavesOf(cases, ["cases"])];
    expect(leaves.length).toBeGreaterThan(150);
    expect(leaves.filter(({ path }) => leafLabel(path, t).includes(path.join(".")))).toEqual([]);
    const names = leaves.map(({ path }) => `${path[0]}: ${leafLabel(path, t)}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

it("a value is said in its own unit", () => {
  const t = i18n.getFixedT("en");
  const say = (path: Path, value: number | string | boolean | null) => leafText(path, value, { unit: "wanYuan", t });
  expect(say(["hurdleRate"], 0.125)).toBe("12.5%");
  expect(say(["costs", "fileCostYuan"], 3000)).toBe("3,000 yuan");
  expect(say(["curves", "retailCard", "monthlyDecay"], 0.9725)).toBe("0.9725");
  expect(say(["cases", "low", "hurdleRateShift"], 0.02)).toBe("2 pp");
  expect(say(["cases", "low", "collateralValueShift"], -0.2)).toBe("−20.0%");
  expect(say(["bidPriceFen"], 150_000_000)).toBe("150.00");
  expect(say(["leverage", "isOn"], true)).toBe("yes");
  expect(say(["leverage", "kind"], "cashSweep")).toBe("Cash sweep");
  expect(say(["transition", "collectedYuan"], null)).toBe("none");
  expect(say(["package", "cutOffDate"], "2025-09-30")).toBe("2025-09-30");
});
