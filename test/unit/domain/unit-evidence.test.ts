import { describe, expect, it } from "vitest";
import type { DealKind } from "../../../shared/domain/codes.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import type { ColumnInspection, SheetInspection, SheetMapping, TapeInspection } from "../../../shared/domain/tape-mapping.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { proposeUnit } from "../../../shared/domain/unit-evidence.ts";

const column = (field: TapeField, median: number | null): ColumnInspection => ({
  index: 1,
  header: field,
  group: null,
  field,
  confidence: "certain",
  alternatives: [],
  statedUnit: null,
  statedCurrency: null,
  isHidden: false,
  shownUnit: null,
  isUnitUnclear: false,
  statesOwn: false,
  samples: [],
  typical: median === null ? null : { median, mean: median },
});

interface Told {
  readonly role?: SheetMapping["role"];
  readonly field?: TapeField;
  readonly median: number | null;
  readonly unit?: TapeUnit | null;
  readonly rows?: number;
  readonly titleLines?: string[];
  readonly statedUnit?: TapeUnit | null;
}

/** What is proposed for the first of the sheets. */
function proposed(kind: DealKind, ...told: readonly Told[]) {
  const sheets = told.map(
    ({ role = "loans", field = "principal", median, rows = 100, titleLines = [], statedUnit = null }, at): SheetInspection => ({
      name: String(at),
      hidden: false,
      role,
      headerRows: [1],
      columns: [column(field, median)],
      rowCount: rows + 1,
      dataRowCount: rows,
      hiddenRowCount: 0,
      openFields: [],
      rowUnits: [],
      listCurrency: null,
      statedUnit,
      statedCurrency: null,
      statedUnitText: null,
      cutOffDate: null,
      titleLines,
    }),
  );
  const mapping = told.map(
    ({ role = "loans", field = "principal", unit = null }, at): SheetMapping => ({
      name: String(at),
      role,
      headerRows: [1],
      unit,
      columns: [{ index: 1, field, unit: null }],
    }),
  );
  const inspection: TapeInspection = {
    format: "xlsx",
    encoding: null,
    delimiter: null,
    sha256: "0".repeat(64),
    byteSize: 1,
    files: [],
    sheets,
    suggestedMapping: { sheets: mapping, cutOffDate: null },
  };
  const proposal = proposeUnit("0", inspection, inspection.suggestedMapping, kind);
  return proposal === null ? null : [proposal.unit, ...proposal.evidence.map(({ code }) => code)];
}

describe("the unit that a sheet's amounts speak for", () => {
  it("is 万元 for corporate loans of 883 and yuan for ones of 8.8 million", () => {
    expect(proposed("corporateBulk", { median: 883, unit: "yuan" })).toEqual(["wanYuan", "perLoan"]);
    expect(proposed("corporateBulk", { median: 8_800_000, unit: "wanYuan" })).toEqual(["yuan", "perLoan"]);
    expect(proposed("retailBulk", { median: 16_000, unit: "wanYuan" })).toEqual(["yuan", "perLoan"]);
    expect(proposed("retailBulk", { median: 1.6, unit: "yuan" })).toEqual(["wanYuan", "perLoan"]);
  });

  it("is proposed where none is chosen, and not where the chosen one is usual", () => {
    expect(proposed("corporateBulk", { median: 883 })).toEqual(["wanYuan", "perLoan"]);
    expect(proposed("corporateBulk", { median: 883, unit: "wanYuan" })).toBeNull();
    expect(proposed("retailBulk", { median: 16_000, unit: "yuan" })).toBeNull();
  });

  it("is told by appraisals in a unit that is known", () => {
    const items: Told = { role: "collateral", field: "appraisal", median: 1200, unit: "wanYuan" };
    expect(proposed("other", { median: 900, unit: "yuan" }, items)).toEqual(["wanYuan", "toClaim"]);
    expect(proposed("other", { ...items, unit: "yuan" }, { median: 900, unit: "wanYuan" })).toEqual(["wanYuan", "toClaim"]);
  });

  it("is told by a total in words, also between thousands and ten thousands", () => {
    const titleLines = ["某行不良资产包", "本金总额合计 8.83亿元，债权总额 12.1 亿元"];
    expect(proposed("other", { median: 883, unit: "yuan", titleLines })).toEqual(["wanYuan", "statedTotal"]);
    expect(proposed("corporateBulk", { median: 8830, unit: "wanYuan", titleLines })).toEqual(["qianYuan", "statedTotal"]);
    expect(proposed("corporateBulk", { median: 883, unit: "wanYuan", titleLines: ["押品总额 3 元"] })).toBeNull();
  });

  it("follows what the file states among several that pass, and is silent where nothing is known", () => {
    expect(proposed("corporateBulk", { median: 2000, statedUnit: "qianYuan" })).toEqual(["qianYuan", "perLoan"]);
    expect(proposed("corporateBulk", { median: null })).toBeNull();
    expect(proposed("other", { role: "notes", median: 1 })).toBeNull();
  });
});
