import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { EngineInputError } from "../../../../main/engine/engine-errors.ts";
import type { PackageColumns } from "../../../../main/engine/engine-types.ts";
import { explainFigure } from "../../../../main/engine/explain/explain-figure.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { pricePackage } from "../../../../main/engine/price-package.ts";
import { priceGaps } from "../../../../main/engine/sensitivity/gap-price-tag.ts";
import { priceGrid } from "../../../../main/engine/sensitivity/scenario-grid.ts";
import { scenarioPricing } from "../../../../main/engine/sensitivity/scenario-prices.ts";
import { priceTornado } from "../../../../main/engine/sensitivity/tornado.ts";
import { type Assumptions, assumptionsSchema, type Cases } from "../../../../shared/domain/assumptions.ts";
import { figureNames } from "../../../../shared/domain/figure-trace.ts";
import { defaultGapRanges, defaultTornadoRanges } from "../../../../shared/domain/scenario-defaults.ts";
import { refusalTexts } from "../../../../shared/engine-refusal.ts";
import { flattenTexts } from "../../../../shared/locales/flatten-texts.ts";
import { en, zh } from "../../../../shared/locales/texts.ts";
import { columnsOf, noShifts, someAssumptions, somePackage, somePackageOfRoutes, someShifts, type TestLoan } from "../engine-fixtures.ts";
import { badNumbers } from "./bad-numbers.ts";

const anyPackage = fc.oneof(somePackage, somePackageOfRoutes);
const { assumptions: defaults, cases: defaultCases } = defaultAssumptionSet;
const price = (columns: PackageColumns, assumptions: Assumptions, cases: Cases = defaultCases, bidPriceFen: number | null = null) =>
  pricePackage({ columns, assumptions, cases, bidPriceFen, debtorCount: columns.loanCount, cutOffDate: "2025-09-30" });

/** Bad numbers of what a computation gives; none where the engine refuses it: what it names has a word by its type. */
function badOrRefused(compute: () => unknown): string[] {
  try {
    return badNumbers(compute());
  } catch (error) {
    if (error instanceof EngineInputError) return [];
    throw error;
  }
}

const hostileNumber = fc.oneof(
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0, 0, -1, 0.5, 1, 1e13, 1.1e13, 1e300, -1e300, 5e-324, 2 ** 53),
  fc.double(),
);

type NumberColumn = Float64Array | Uint8Array | Uint16Array | Uint32Array;
const isColumn = (column: unknown): column is NumberColumn =>
  column instanceof Float64Array || column instanceof Uint8Array || column instanceof Uint16Array || column instanceof Uint32Array;

/** A package with one entry of one column overwritten, or with one column cut short. */
const hostileColumns = fc
  .record({ loans: anyPackage, pick: fc.nat(), at: fc.nat(), number: hostileNumber, isCut: fc.boolean() })
  .map(({ loans, pick, at, number, isCut }): PackageColumns => {
    const columns = columnsOf(loans);
    const names = Object.keys(columns).filter((name) => isColumn(columns[name as keyof PackageColumns]));
    const name = names[pick % names.length] ?? "upb";
    const column = (columns[name as keyof PackageColumns] as NumberColumn).slice(); // only columns were named
    if (isCut) return { ...columns, [name]: column.subarray(0, Math.max(0, column.length - 1)) };
    if (column.length > 0) column[at % column.length] = number;
    return { ...columns, [name]: column };
  });

/** Every number of the assumptions by its path, so that each can be made hostile. */
function numberPaths(node: unknown, path: readonly string[] = []): string[][] {
  if (typeof node === "number") return [[...path]];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) => numberPaths(value, [...path, key]));
}

function withNumberAt<T>(root: T, path: readonly string[], number: number): T {
  const copy = structuredClone(root);
  const target = path.slice(0, -1).reduce((node, key) => node[key] as Record<string, unknown>, copy as Record<string, unknown>);
  target[path.at(-1) ?? ""] = number;
  return copy;
}
const paths = numberPaths(defaults);

/** Assumptions at the edges of their ranges, several at once, contradictory or not. */
const edgeAssumptions = fc
  .record({
    horizonMonths: fc.constantFrom(1, 2, 120),
    hurdleRate: fc.constantFrom(-0.98, 0, 10),
    closingMonth: fc.constantFrom(0, 1, 120),
    probability: fc.constantFrom(0, 1),
    openingShare: fc.constantFrom(0, 1),
    rate: fc.constantFrom(0, 1),
    costShare: fc.constantFrom(0, 1),
    annualGrowth: fc.constantFrom(-0.999, 0, 1),
  })
  .map((edge): Assumptions => {
    const { collateral, closing, costs } = defaults;
    return {
      ...defaults,
      horizonMonths: edge.horizonMonths,
      hurdleRate: edge.hurdleRate,
      closing: { ...closing, closingMonth: edge.closingMonth, dealCostRate: edge.costShare, dealCostYuan: 1e9 * edge.costShare },
      collateral: {
        ...collateral,
        annualGrowth: edge.annualGrowth,
        rounds: collateral.rounds.map((round) => ({ ...round, openingShare: edge.openingShare, clearingProbability: edge.probability })),
        debtForAsset: { ...collateral.debtForAsset, probability: edge.probability },
        sellerTaxRate: edge.costShare,
        saleCostRate: edge.costShare,
      },
      curves: { ...defaults.curves, corporateSecured: { lagMonths: 0, firstMonthRate: edge.rate, monthlyDecay: edge.rate } },
      costs: { ...costs, servicerRateCash: edge.costShare, servicerRateCollateral: edge.costShare, counselRateCollateral: edge.costShare },
    };
  });

const nothing: TestLoan = { upb: 0, interest: 0, fees: 0, segment: 0, stage: 0, items: [{ appraisal: 0, kind: 0, rank: 1, senior: 0, cap: 0 }] };
const packages: readonly (readonly TestLoan[])[] = [[], [nothing], [nothing, { ...nothing, upb: 1e13 }]];

describe("no NaN, infinity or −0 leaves the engine", () => {
  it("in a pricing, whatever the package and the assumptions", () => {
    fc.assert(
      fc.property(anyPackage, someAssumptions, someShifts, fc.option(fc.nat(1e12)), (loans, assumptions, shifts, bid) => {
        expect(badNumbers(price(columnsOf(loans), assumptions, { low: shifts, base: noShifts, high: shifts }, bid))).toEqual([]);
      }),
    );
  });

  it("in scenarios, grids, tornados, gap price tags and traces", () => {
    fc.assert(
      fc.property(anyPackage, someAssumptions, someShifts, fc.constantFrom(...figureNames), (loans, assumptions, shifts, name) => {
        const columns = columnsOf(loans);
        const pricing = scenarioPricing({ columns, assumptions, bidPriceFen: 1_000_000 });
        const axes = {
          across: { driver: "collateralValueShift", from: -1, to: 2, count: 3 },
          down: { driver: "cashRecoveryShift", from: -1, to: 2, count: 2 },
        } as const;
        const figure = { name, price: "maxBid", months: name === "flow" ? { from: 0, to: 1 } : null, loan: name === "allocation" ? 0 : null } as const;
        const { allocatedFen } = price(columns, assumptions);
        const asked = {
          columns,
          assumptions,
          shifts,
          caseName: "base",
          bidPriceFen: 1_000_000,
          isBidEntered: true,
          cutOffDate: null,
          figure,
          path: [],
          allocatedFen,
        } as const;
        const found = [
          ...badOrRefused(() => priceGrid(pricing, noShifts, axes)),
          ...badOrRefused(() => priceTornado(pricing, noShifts, defaultTornadoRanges, "maxBid")),
          ...badOrRefused(() => priceGaps({ columns, assumptions, shifts: noShifts, ranges: defaultGapRanges })),
          ...badOrRefused(() => explainFigure(asked)),
          ...badOrRefused(() => explainLoan(columns, 0, assumptions, shifts)),
        ];
        expect(found).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("for packages of nothing, and at the edges of the assumptions", () => {
    fc.assert(
      fc.property(edgeAssumptions, someShifts, fc.oneof(anyPackage, fc.constantFrom(...packages)), (assumptions, shifts, loans) => {
        expect(badOrRefused(() => price(columnsOf(loans), assumptions, { low: shifts, base: noShifts, high: shifts }))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("where a column holds what it should not: priced, or refused with a code and the field's name", () => {
    fc.assert(
      fc.property(hostileColumns, (columns) => {
        expect(badOrRefused(() => price(columns, defaults))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(paths.map((path) => [path.join("."), path] as const))("where assumption %s is anything at all", (name, path) => {
    const columns = columnsOf([
      { upb: 1e6, interest: 1e5, fees: 0, segment: 0, stage: 0, items: [{ appraisal: 1e6, kind: 0, rank: 2, senior: null, cap: null }] },
    ]);
    fc.assert(
      fc.property(hostileNumber, (number) => {
        const assumptions = withNumberAt(defaults, path, number);
        expect(badOrRefused(() => price(columns, assumptions))).toEqual([]);
        if (assumptionsSchema.safeParse(assumptions).success) return;
        const root = `assumptions.${name.split(".")[0]}`;
        expect(() => price(columns, assumptions)).toThrow(expect.objectContaining({ code: "outOfRange", field: expect.stringContaining(root) }));
      }),
      { numRuns: 8 },
    );
  });
});

describe("what the engine refuses", () => {
  const texts = { zh: flattenTexts(zh), en: flattenTexts(en) };

  it("cannot be named without a word in both languages", () => {
    // @ts-expect-error No such field: none has a word.
    expect(new EngineInputError("outOfRange", "interestRate").field).toBe("interestRate");
    // @ts-expect-error No such reason.
    expect(new EngineInputError("impossible", "interest").code).toBe("impossible");
  });

  it.each([
    ["zh", { field: "upb", reason: "negative", index: 4 }, "本金余额（第 5 项）为负数"],
    ["en", { field: "upb", reason: "negative", index: 4 }, "principal (entry 5) is negative"],
    ["zh", { field: "assumptions.costs.fileCostYuan", reason: "outOfRange", index: -1 }, "假设“清收成本”fileCostYuan超出允许范围"],
  ] as const)("reads as a sentence in %s", (language, values, part) => {
    const fill = (text: string, of: Record<string, string | number>) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(of[name]));
    const t = (key: string, of: Record<string, string | number> = {}) => fill(texts[language][key] ?? key, of);
    expect(t("error.pricing.badInput", refusalTexts(values, t))).toContain(part);
  });
});
