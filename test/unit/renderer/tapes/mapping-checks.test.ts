import { describe, expect, it } from "vitest";
import { changeOfRole, type MappingUnderEdit, mappingProblems, withColumn } from "../../../../renderer/tapes/mapping-checks.ts";
import type { TapeField } from "../../../../shared/domain/tape-fields.ts";
import type { SheetMapping } from "../../../../shared/domain/tape-mapping.ts";

const sheet = (fields: readonly (TapeField | null)[], change: Partial<SheetMapping> = {}): SheetMapping => ({
  name: "债权清单",
  role: "loans",
  headerRows: [1],
  unit: "wanYuan",
  columns: fields.map((field, index) => ({ index, field, unit: null })),
  ...change,
});
const problemsOf = (...sheets: SheetMapping[]) => mappingProblems({ sheets, cutOffDate: "2025-09-30", currency: "CNY" }, []).map((problem) => problem.code);

describe("a mapping may be imported", () => {
  it("when contract and principal are mapped and the unit is chosen", () => {
    expect(problemsOf(sheet(["contractNo", "principal"]))).toEqual([]);
  });
  it("not without a unit for an amount, be it of the sheet or of the column", () => {
    expect(problemsOf(sheet(["contractNo", "principal"], { unit: null }))).toEqual(["unitMissing"]);
    const stated = sheet(["contractNo", "principal"], { unit: null });
    expect(problemsOf({ ...stated, columns: withColumn(stated, 1, { unit: "yuan" }) })).toEqual([]);
  });
  it("not with a field mapped twice, unless its columns are added up", () => {
    expect(problemsOf(sheet(["contractNo", "principal", "claimTotal", "claimTotal"]))).toEqual(["fieldMappedTwice"]);
    expect(problemsOf(sheet(["contractNo", "principal", "interest", "interest"]))).toEqual([]);
  });
  it("not without a cut-off date or a currency, nor with another one", () => {
    const sheets = [sheet(["contractNo", "principal"])];
    const codes = (stated: Pick<MappingUnderEdit, "cutOffDate" | "currency">) => mappingProblems({ sheets, ...stated }, []).map((problem) => problem.code);
    expect(codes({ cutOffDate: null })).toEqual(["cutOffMissing", "currencyMissing"]);
    expect(codes({ cutOffDate: { unread: "2025-02-30" }, currency: "other" })).toEqual(["cutOffMissing", "otherCurrency"]);
  });
  it("not from a header alone, of which nothing else is asked", () => {
    const sheets = [sheet(["contractNo", "principal"], { unit: null })];
    const codes = (dataRowCount: number) =>
      mappingProblems({ sheets, cutOffDate: null, currency: "CNY" }, [{ name: "债权清单", dataRowCount }]).map(({ code }) => code);
    expect(codes(0)).toEqual(["noLoanRows"]);
    expect(codes(1)).toEqual(["cutOffMissing", "unitMissing"]);
  });
  it("not without a list of loans", () => {
    expect(problemsOf(sheet([], { role: "notes" }))).toEqual(["noLoanSheet"]);
    expect(problemsOf(sheet(["contractNo"]))).toEqual(["fieldNotMapped"]);
  });
  it("and a sheet that changes its role drops the fields the new role does not know", () => {
    expect(changeOfRole(sheet(["contractNo", "principal"]), "collateral").columns?.map((column) => column.field)).toEqual(["contractNo", null]);
  });
});
