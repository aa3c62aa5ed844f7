import { describe, expect, it } from "vitest";
import type { RawCell } from "../../../main/tapes/files/raw-sheet.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { buildTape } from "./whole-tape.ts";

const fields: TapeField[] = [
  "contractNo",
  "principal",
  "estimateMonths",
  "estimateProbability",
  "estimateSaleShare",
  "estimateHaircut",
  "estimateCostRate",
  "estimateFirstMonthRate",
  "estimateMonthlyDecay",
];

/** A loan whose estimate is these cells, in the order of the fields above. */
function read(cells: Partial<Record<TapeField, RawCell>>, header: Partial<Record<TapeField, string>> = {}) {
  const row = fields.map((field) => (field === "contractNo" ? "A1" : field === "principal" ? 10 : (cells[field] ?? null)));
  const headers = fields.map((field) => header[field] ?? field);
  const sheet = {
    name: "L",
    hidden: false,
    merges: [],
    hiddenColumns: new Set<number>(),
    records: null,
    rows: [
      { rowNumber: 1, cells: headers },
      { rowNumber: 2, cells: row },
    ],
  };
  const columns = fields.map((field, index) => ({ index, field, unit: null }));
  const tape = buildTape([sheet], { sheets: [{ name: "L", role: "loans", headerRows: [1], unit: "yuan", columns }], cutOffDate: null }, "1900");
  return { estimate: tape.loans[0]?.estimate, warnings: tape.warnings.map(({ field, code }) => [field, code]) };
}
const none = { months: null, probability: null, haircut: null, costRate: null, firstMonthRate: null, monthlyDecay: null };

describe("the desk's own estimate for a loan", () => {
  it("is read whole", () => {
    const cells = {
      estimateMonths: "18个月",
      estimateProbability: "70%",
      estimateSaleShare: 0.7,
      estimateCostRate: 0.05,
      estimateFirstMonthRate: 0.01,
      estimateMonthlyDecay: 0.97,
    };
    expect(read(cells)).toEqual({
      estimate: { months: 18, probability: 0.7, haircut: 0.3, costRate: 0.05, firstMonthRate: 0.01, monthlyDecay: 0.97 },
      warnings: [],
    });
  });

  it("may state the haircut itself, or both where they agree", () => {
    const trio = { estimateMonths: 12, estimateProbability: 0.5, estimateHaircut: 0.4 };
    expect(read(trio).estimate).toMatchObject({ haircut: 0.4 });
    expect(read({ ...trio, estimateSaleShare: 0.6 }).estimate).toMatchObject({ haircut: 0.4 });
  });

  it("is left out in part with a warning, since three figures count only together", () => {
    expect(read({ estimateMonths: 12, estimateProbability: 0.5, estimateCostRate: 0.1 })).toEqual({
      estimate: { ...none, costRate: 0.1 },
      warnings: [["estimateMonths", "estimateIncomplete"]],
    });
    expect(read({ estimateMonths: 12, estimateProbability: 0.5, estimateSaleShare: 0.7, estimateHaircut: 0.7 })).toEqual({
      estimate: null,
      warnings: [["estimateMonths", "estimateIncomplete"]],
    });
    expect(read({ estimateFirstMonthRate: 0.01 })).toEqual({ estimate: null, warnings: [["estimateFirstMonthRate", "estimateIncomplete"]] });
  });

  it("is nothing where the row is empty", () => expect(read({})).toEqual({ estimate: null, warnings: [] }));

  it("takes 70 for 70 % only under a percent sign, and under one no figure that could be either", () => {
    const header = { estimateCostRate: "处置费率（％）" };
    expect(read({ estimateCostRate: 7 }, header).estimate).toMatchObject({ costRate: 0.07 });
    expect(read({ estimateCostRate: 0.5 }, header)).toEqual({ estimate: null, warnings: [["estimateCostRate", "notAShare"]] });
    expect(read({ estimateCostRate: 7 })).toEqual({ estimate: null, warnings: [["estimateCostRate", "notAShare"]] });
  });

  it.each<RawCell>([-0.1, 1.01, "101%", "1e-3", "NaN", "Infinity", "七成", true, 1e300, "0.5.5", new Date(0)])("has no share of %s", (cell) => {
    expect(read({ estimateCostRate: cell })).toEqual({ estimate: null, warnings: [["estimateCostRate", "notAShare"]] });
  });

  it.each<RawCell>([-1, 1.5, 601, "很久", 1e20])("has no month %s", (cell) => {
    expect(read({ estimateMonths: cell }).warnings[0]).toEqual(["estimateMonths", "notWholeNumber"]);
  });
});
