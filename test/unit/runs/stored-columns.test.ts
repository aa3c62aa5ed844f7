import { describe, expect, it } from "vitest";
import { columnsOfRun, engineColumnsOf, storedColumns } from "../../../main/runs/stored-columns.ts";
import { columnsOf, type TestLoan } from "../engine/engine-fixtures.ts";

/** Columns of runs of the first version, and those that the second added: hashed in this order for good. */
const ofFirstVersion = [
  "upb",
  "interest",
  "fees",
  "segment",
  "stage",
  "fillMask",
  "collateralStart",
  "appraisal",
  "collateralKind",
  "lienRank",
  "seniorClaims",
  "securedCap",
];
const ofSecondVersion = [
  "debtorIsCompany",
  "failedChecks",
  "court",
  "asset",
  "priorityClaims",
  "collateralHold",
  "rivalClaims",
  "guarantorStart",
  "guarantorCap",
  "guaranteeExpired",
];
const ofEstimates = ["haircut", "realisationProbability", "monthsToCash", "collateralCostRate", "firstMonthRate", "monthlyDecay"].map(
  (name) => `estimates.${name}`,
);

const loan: TestLoan = { upb: 100, interest: 10, fees: 1, segment: 0, stage: 0, items: [{ appraisal: 50, kind: 0, rank: 1, senior: null, cap: null }] };
const ofOwn = ["lowGross", "lowCosts", "lowMonth", "highGross", "highCosts", "highMonth", "lowWeight"].map((name) => `ownEstimates.${name}`);
const estimated = columnsOf([{ ...loan, estimate: { haircut: 0.3, probability: 0.5, months: 12 } }, loan]);
const own = { low: { gross: 60, costs: 9, month: 36 }, high: { gross: 90, costs: 11, month: 18 }, weight: 0.4 };

describe("the columns that a run stores", () => {
  it("stand in the order of the released versions, new ones behind them and estimates last", () => {
    const released = [...ofFirstVersion, ...ofSecondVersion];
    const { columns } = storedColumns({ columns: estimated, cutOffDate: "2025-09-30" });
    const names = Object.keys(columns);
    expect(names.slice(0, released.length)).toEqual(released);
    expect(names.slice(-ofEstimates.length)).toEqual(ofEstimates);
  });

  it("hold own estimates by debtor behind all others, and give them back", () => {
    const columns = columnsOf([{ ...loan, own }, loan]);
    const stored = storedColumns({ columns, cutOffDate: "2025-09-30" });
    expect(Object.keys(stored.columns).slice(-ofOwn.length)).toEqual(ofOwn);
    expect(engineColumnsOf({ ...stored, columns: columnsOfRun(stored.columns) })).toEqual(columns);
  });

  it("come back as the package that went in", () => {
    const stored = storedColumns({ columns: estimated, cutOffDate: "2025-09-30" });
    expect(engineColumnsOf({ ...stored, columns: columnsOfRun({ region: new Uint32Array(2), ...stored.columns }) })).toEqual(estimated);
  });

  it("of the first version get neutral values for all that they lack, and none in what is hashed", () => {
    const { columns } = storedColumns({ columns: columnsOf([loan, loan]), cutOffDate: "2025-09-30" });
    const old = columnsOfRun(Object.fromEntries(ofFirstVersion.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]]]))));
    expect(Object.keys(old)).toEqual(ofFirstVersion);
    expect(engineColumnsOf({ columns: old, courts: null, cutOffDate: "2025-09-30" })).toMatchObject({
      debtorIsCompany: Uint8Array.of(1, 1),
      asset: Uint32Array.of(0, 1),
      guarantorStart: Uint32Array.of(0, 0, 0),
      guarantorCap: new Float64Array(0),
      courts: [],
      estimates: null,
      ownEstimates: null,
    });
  });
});
