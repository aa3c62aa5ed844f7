import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { collateralKindOf, courtOf, segmentOf, stageOf } from "../../../../main/engine/column-codes.ts";
import { EngineInputError } from "../../../../main/engine/engine-errors.ts";
import type { PackageColumns } from "../../../../main/engine/engine-types.ts";
import { explainFigure } from "../../../../main/engine/explain/explain-figure.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { CompensatedSums } from "../../../../main/engine/numbers/summation.ts";
import type { LoanEstimates } from "../../../../main/engine/package-columns.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { claimOf } from "../../../../main/engine/recovery/claim-validity.ts";
import { priceScenarios } from "../../../../main/engine/sensitivity/price-scenarios.ts";
import { planSimulation } from "../../../../main/engine/simulation/plan-simulation.ts";
import { columnsOf, noShifts, type TestLoan } from "../engine-fixtures.ts";

const { assumptions } = defaultAssumptionSet;
const item = { appraisal: 2e6, kind: 1, rank: 2, senior: 1e5, cap: 1e6, rivals: 1e5 };
const loan: TestLoan = {
  upb: 1e6,
  interest: 1e5,
  fees: 1e4,
  segment: 1,
  stage: 3,
  court: 1,
  items: [item, { ...item, isSeized: true }],
  guarantors: [{ cap: 1e5, isExpired: false }],
  estimate: { haircut: 0.1, probability: 0.9, months: 12 },
};
const columns = columnsOf([loan, { ...loan, items: [item] }]);
const estimates = columns.estimates as LoanEstimates; // both loans have some
const estimateNames = Object.keys(estimates) as (keyof LoanEstimates)[]; // its own keys

const figure = { name: "maxBid", price: "maxBid", months: null, loan: null } as const;
const asked = { assumptions, shifts: noShifts, caseName: "base", bidPriceFen: 1, isBidEntered: true, cutOffDate: null, figure, path: [] } as const;
const waysIn: readonly [string, (columns: PackageColumns) => unknown][] = [
  ["a case", (off) => priceCase(off, assumptions, noShifts)],
  ["scenarios", (off) => priceScenarios(off, assumptions, [noShifts])],
  ["the trace of a loan", (off) => explainLoan(off, 0, assumptions, noShifts)],
  ["the trace of a figure", (off) => explainFigure({ ...asked, columns: off, allocatedFen: new Float64Array(off.loanCount) })],
  ["a simulation", (off) => planSimulation({ columns: off, assumptions, shifts: noShifts, priceFen: null })],
];

type Column = Float64Array | Uint8Array | Uint16Array | Uint32Array;
const named = Object.entries(columns).filter((entry): entry is [string, Column] => ArrayBuffer.isView(entry[1]));

describe.each(waysIn)("%s", (_, enter) => {
  it("takes columns that are whole", () => {
    expect(() => enter(columns)).not.toThrow();
  });

  it.each(named)("refuses a package whose column %s ends one entry early: nothing is read as no money", (name, column) => {
    expect(() => enter({ ...columns, [name]: column.slice(0, -1) })).toThrow(EngineInputError);
  });

  it.each(estimateNames)("refuses estimates whose %s ends one entry early", (name) => {
    expect(() => enter({ ...columns, estimates: { ...estimates, [name]: estimates[name].slice(0, -1) } })).toThrow(EngineInputError);
  });

  it.each(["segment", "stage", "collateralKind", "collateralHold", "court", "failedChecks", "fillMask"] as const)(
    "refuses a code of %s that its list does not have: it is not taken for another",
    (name) => {
      const column = columns[name].slice().fill(columns[name] instanceof Uint32Array ? 2 ** 31 : 255, 0, 1);
      expect(() => enter({ ...columns, [name]: column })).toThrow(expect.objectContaining({ code: "outOfRange", field: name, index: 0 }));
    },
  );
});

describe("a read that is off", () => {
  it("names no segment, stage, kind or court", () => {
    for (const nameOf of [segmentOf, stageOf, collateralKindOf]) {
      for (const code of [-1, 255, undefined]) expect(() => nameOf(code)).toThrow(EngineInputError);
    }
    expect(() => courtOf({ court: Uint16Array.of(3), courts: ["A"] }, 0)).toThrow(expect.objectContaining({ field: "court" }));
    expect(courtOf({ court: Uint16Array.of(0), courts: ["A"] }, 0)).toBeNull();
  });

  it("is no amount, and an amount for no sum is not lost", () => {
    expect(claimOf(columns, columns.loanCount)).toBeNaN();
    expect(() => new CompensatedSums(2).add(2, 1)).toThrow(RangeError);
  });
});
