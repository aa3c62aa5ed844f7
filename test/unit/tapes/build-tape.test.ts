import { describe, expect, it } from "vitest";
import { type RawCell, type RawSheet, uncachedFormula } from "../../../main/tapes/files/raw-sheet.ts";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import type { MoneyUnit } from "../../../shared/domain/codes.ts";
import { tapeReportSchema } from "../../../shared/domain/import-report.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { type SheetMapping, type TapeMapping, tapeMappingSchema } from "../../../shared/domain/tape-mapping.ts";
import { buildTape } from "./whole-tape.ts";

const header = ["合同号", "债务人", "证件号", "本金", "利息", "费用", "合计"];
const loanColumns: (TapeField | null)[] = ["contractNo", "debtorName", "debtorId", "principal", "interest", "fees", "claimTotal"];

const sheetOf = (name: string, rows: readonly RawCell[][]): RawSheet => ({
  name,
  hidden: false,
  merges: [],
  hiddenColumns: new Set(),
  records: null,
  rows: rows.map((cells, at) => ({ rowNumber: at + 1, cells })),
});

const mappingOf = (name: string, role: SheetMapping["role"], fields: readonly (TapeField | null)[], unit: MoneyUnit | null = "yuan"): SheetMapping => ({
  name,
  role,
  headerRows: [1],
  unit,
  columns: fields.map((field, index) => ({ index, field, unit: null })),
});

const loansMapping: TapeMapping = { sheets: [mappingOf("L", "loans", loanColumns)], cutOffDate: "2025-09-30" };
const build = (rows: RawCell[][], mapping = loansMapping) => buildTape([sheetOf("L", [header, ...rows])], mapping, "1900");

const collateralFields: TapeField[] = ["contractNo", "collateralKind", "appraisal", "lienRank"];
const buildBoth = (loans: RawCell[][], collateral: RawCell[][]) =>
  buildTape(
    [sheetOf("L", [header, ...loans]), sheetOf("C", [["合同号", "类型", "评估价", "顺位"], ...collateral])],
    { sheets: [mappingOf("C", "collateral", collateralFields), ...loansMapping.sheets], cutOffDate: null },
    "1900",
  );

function mappingRefusal(mapping: TapeMapping): unknown {
  try {
    return build([], mapping);
  } catch (error) {
    return error instanceof TapeError ? [error.code, error.values] : error;
  }
}

describe("rows of a loan list", () => {
  it("rejects by name and keeps the first of two equal contracts", () => {
    const tape = build([
      ["A1", "甲", "1", 10, 1, 0, 11],
      ["Ａ1 ", "甲", "1", 10, 1, 0, 11],
      ["A2", "乙", "2", "待核实", 1, 0, 1],
      ["A3", "丙", "3", -5, 1, 0, 1],
      ["A4", "丁", "4", null, 1, 0, 1],
      [null, "戊", "5", 10, 1, 0, 11],
      ["A6", "己", "6", 10, "x", 0, 11],
      ["A7", "庚", "7", uncachedFormula, 1, 0, 11],
      ["A2", "乙", "2", 20, 1, 0, 21],
    ]);
    expect(tape.rejections.map(({ row, field, code, raw }) => [row, field, code, raw])).toEqual([
      [3, "contractNo", "duplicateContract", "Ａ1"],
      [4, "principal", "notANumber", "待核实"],
      [5, "principal", "negativeAmount", "-5"],
      [6, "principal", "missingPrincipal", ""],
      [7, "contractNo", "missingContract", ""],
      [8, "interest", "notANumber", "x"],
      [9, "principal", "formulaWithoutValue", "=?"],
    ]);
    expect(tape.counts).toMatchObject({ loanRows: 9, loansKept: 2, loansRejected: 7 });
    expect(tape.loans.map(({ contractNo, principalFen }) => [contractNo, principalFen])).toEqual([
      ["A1", 1000],
      ["A2", 2000],
    ]);
  });

  it("skips totals, notes, blank rows and repeated headers, and drops no other row", () => {
    const tape = build([
      ["A1", "甲", "1", 10, 1, 0, 11],
      [null, null, null, null],
      [null, "小 计", null, 10, 1, 0, 11],
      header,
      ["A2", "乙", "2", 20, 2, 0, 22],
      ["合计：", null, null, 30, 3, 0, 33],
      ["注：数据以合同为准"],
      ["制表人：张三"],
      [null, "不明内容"],
      [null, "不明内容", "3"],
    ]);
    expect(tape.counts).toMatchObject({ loanRows: 3, loansKept: 2, loansRejected: 1, skippedRows: 6 });
    expect(tape.rejections).toMatchObject([{ row: 11, code: "missingContract" }]);
    expect(tape.unused.rows.find(({ kind }) => kind === "notes")).toMatchObject({ first: [8, 9, 10] });
    expect(tape.reconciliation.map(({ outcome }) => outcome)).toEqual(["agrees", "agrees", "agrees", "agrees"]);
  });

  it("keeps a debtor whose name begins like a note", () => {
    expect(
      build([
        ["A1", "说明书印刷厂", "1", 10, 1, 0, 11],
        ["A2", "合计", "2", 1, 1, 0, 2],
      ]).loans,
    ).toHaveLength(2);
  });
});

describe("totals rows with more than a label", () => {
  const kept: RawCell[][] = [
    ["A1", "甲", "1", 10, 1, 0, 11],
    ["A2", "乙小计", null, 20, 2, 0, 22],
  ];
  const labels = ["合计（465笔）", "合计465户", "总计(万元)", "本金合计", "共465笔", "合计：310户，465笔", "Total (RMB)"];

  it.each(labels.flatMap((label) => [0, 1].map((column) => [label, column] as const)))("takes %s in column %i as the stated total", (label, column) => {
    const total: RawCell[] = [null, null, null, 30, 3, 0, 33];
    total[column] = label;
    const tape = build([...kept, total]);
    expect(tape.loans).toEqual(build(kept).loans);
    expect(tape.counts).toMatchObject({ loanRows: 2, loansKept: 2, skippedRows: 1 });
    expect(tape.reconciliation[0]).toMatchObject({ statedFen: 3000, outcome: "agrees" });
    expect([tape.rejections, tape.warnings]).toEqual([[], []]);
  });

  it.each(["郑州分行小计", "小计（2笔）", "本页合计20笔"])("skips %s as a subtotal", (label) => {
    const tape = build([...kept, [label, null, null, 30, 3, 0, 33], ["合计", null, null, 30, 3, 0, 33], ["共2笔"]]);
    expect(tape.counts).toMatchObject({ loanRows: 2, loansKept: 2, skippedRows: 3 });
    expect(build([...kept, [label, null, null, 30, 3, 0, 33]]).reconciliation[0]).toMatchObject({ statedFen: null, outcome: "notStated" });
    expect(tape.reconciliation[0]).toMatchObject({ statedFen: 3000, outcome: "agrees" });
  });

  it("keeps a row with a debtor whatever its contract ends in", () => {
    expect(build([["A-合计", "甲", null, 10, 1, 0, 11]]).loans).toHaveLength(1);
    expect(build([["A-小计", null, "1", 10, 1, 0, 11]]).loans).toHaveLength(1);
  });
});

describe("two header rows", () => {
  it("knows the header again where its second row has no text over the contract", () => {
    const mapping = { ...loansMapping, sheets: [{ ...mappingOf("L", "loans", loanColumns), headerRows: [1, 2] }] };
    const tape = build([[null, null, null, "余额"], ["A1", "甲", "1", 10, 1, 0, 11], header, ["A2", "乙", "2", 20, 2, 0, 22]], mapping);
    expect(tape.counts).toMatchObject({ loanRows: 2, loansKept: 2, skippedRows: 1 });
  });
});

describe("reconciliation", () => {
  it("explains a stated total by the rejected rows, or says that it differs", () => {
    const tape = build([
      ["A1", "甲", "1", 10, 1, 0, 11],
      ["A1", "甲", "1", 5, 1, 0, 6],
      [null, "合计", null, 15, 9, 0, "x"],
    ]);
    const [principal, interest, fees, total] = tape.reconciliation;
    expect(principal).toEqual({
      sheet: "L",
      field: "principal",
      statedFen: 1500,
      keptFen: 1000,
      rejectedFen: 500,
      hiddenFen: 0,
      rejectedUnreadable: 0,
      differenceFen: 500,
      outcome: "agreesWithRejected",
    });
    expect(interest).toMatchObject({ differenceFen: 800, outcome: "differs" });
    expect(fees).toMatchObject({ differenceFen: 0, outcome: "agrees" });
    expect(total).toMatchObject({ statedFen: null, outcome: "notStated" });
    expect(tape.warnings.map(({ row, field, code }) => [row, field, code])).toEqual([
      [4, "claimTotal", "notANumber"],
      [4, "interest", "statedTotalDiffers"],
    ]);
  });

  it("checks each claim total, with advanced costs inside or outside", () => {
    const tape = build([
      ["A1", "甲", "1", 10, 1, 2, 13],
      ["A2", "甲", "1", 10, 1, 2, 11],
      ["A3", "甲", "1", 10, 1, 2, 12],
    ]);
    expect(tape.warnings).toEqual([{ sheet: "L", row: 4, field: "claimTotal", code: "claimTotalDiffers", raw: "12" }]);
  });
});

describe("debtors and findings", () => {
  it("counts debtors by identifier, else by name", () => {
    const tape = build([
      ["A1", "甲", "1", 1, 0, 0, 1],
      ["A2", "甲公司", "1", 1, 0, 0, 1],
      ["A3", "甲", null, 1, 0, 0, 1],
      ["A4", "乙", 410_302_198_001_010_000, 1, 0, 0, 1],
      ["A5", null, null, 1, 0, 0, 1],
    ]);
    expect(tape.counts).toMatchObject({ debtors: 2, loansWithoutDebtor: 1 });
    expect(tape.warnings.map(({ row, field, code }) => [row, field, code])).toEqual([
      [3, "debtorName", "idWithTwoNames"],
      [5, "debtorId", "digitsLost"],
      [6, "debtorName", "missingDebtor"],
    ]);
    expect(tape.loans[3]).toMatchObject({ debtorId: null, debtorName: "乙" });
  });

  it("warns of cells right of the header", () => {
    expect(build([["A1", "甲", "1", 1, 0, 0, 1, "多"]]).warnings).toMatchObject([{ field: null, code: "columnCount", raw: "多" }]);
  });
});

describe("collateral", () => {
  it("joins by contract whatever the order of sheets, and tells orphans from rejected loans", () => {
    const tape = buildBoth(
      [
        ["A1", "甲", "1", 10, 1, 0, 11],
        ["A2", "乙", "2", -1, 0, 0, 0],
        ["A1", "甲", "1", 10, 1, 0, 11],
      ],
      [
        ["a1", "商铺", 5, "第一顺位"],
        ["A2", "住宅", 7, null],
        ["A9", "古董", 9, "首位"],
        [null, "住宅", 1, null],
      ],
    );
    expect(tape.collateral.map(({ contractNo, link, appraisalFen }) => [contractNo, link, appraisalFen])).toEqual([
      ["A1", "joined", 500],
      ["A2", "rejectedLoan", 700],
      ["A9", "orphan", 900],
    ]);
    expect(tape.counts).toMatchObject({
      collateralRows: 4,
      collateralKept: 3,
      collateralRejected: 1,
      collateralJoined: 1,
      collateralOrphans: 1,
      collateralOnRejectedLoans: 1,
    });
    expect(tape.sums).toMatchObject({ appraisalFen: 2100, appraisalJoinedFen: 500 });
    expect(tape.warnings.map(({ code }) => code)).toEqual(["unknownCode", "collateralOfRejectedLoan", "collateralOrphan"]);
  });
});

describe("collateral under several contracts", () => {
  const fields: TapeField[] = ["contractNo", "collateralKind", "address", "appraisal", "appraisalDate", "area"];
  const loans = ["A1", "A2"].map((contract): RawCell[] => [contract, "甲", "1", 10, 0, 0, 10]);
  const item = ["商铺", "中原路1号", 5, "2025-01-31", 80];
  const warningsOf = (collateral: RawCell[][]) =>
    buildTape(
      [sheetOf("L", [header, ...loans]), sheetOf("C", [fields, ...collateral])],
      { sheets: [...loansMapping.sheets, mappingOf("C", "collateral", fields)], cutOffDate: null },
      "1900",
    ).warnings;

  it("names an item that secures another loan too", () => {
    expect(
      warningsOf([
        ["A1", ...item],
        ["A1", ...item],
        ["A2", ...item],
      ]),
    ).toEqual([
      { sheet: "C", row: 4, field: "contractNo", code: "collateralShared", raw: "A1" },
      { sheet: "C", row: 3, field: "address", code: "collateralTwice", raw: "中原路1号" },
    ]);
  });

  it("names an item that its own contract has twice, by its certificate where it has one, and one appraised after the day of the list", () => {
    const certified: TapeField[] = ["contractNo", "assetNo", "collateralKind", "appraisal", "appraisalDate"];
    const shop = (certificate: string, day = "2025-01-31"): RawCell[] => ["A1", certificate, "商铺", 5, day];
    const { warnings, collateral } = buildTape(
      [
        sheetOf("L", [header, ...loans]),
        sheetOf("C", [certified, shop("豫(2020)郑州市不动产权第0012345号"), shop("豫(2020)郑州市不动产权第0012345号"), shop("0099887", "2031-01-31")]),
      ],
      { sheets: [...loansMapping.sheets, mappingOf("C", "collateral", certified)], cutOffDate: "2025-06-30" },
      "1900",
    );
    expect(warnings).toEqual([
      { sheet: "C", row: 4, field: "appraisalDate", code: "dateAfterCutOff", raw: "2031-01-31" },
      { sheet: "C", row: 3, field: "assetNo", code: "collateralTwice", raw: "豫(2020)郑州市不动产权第0012345号" },
    ]);
    expect(collateral.map(({ assetKey }) => assetKey)).toEqual([null, null, null]);
  });

  it.each([
    ["kind", 0, "住宅"],
    ["address", 1, "中原路2号"],
    ["appraisal", 2, 6],
    ["appraisal date", 3, "2025-02-28"],
    ["area", 4, null],
  ])("says nothing where the %s is another or missing", (_name, at, value) => {
    expect(
      warningsOf([
        ["A1", ...item],
        ["A2", ...item.with(at, value as string)],
      ]),
    ).toEqual([]);
  });

  it("says nothing of items without a value", () => {
    const worthless = item.with(2, 0);
    expect(warningsOf(["A1", "A2"].map((contract) => [contract, ...worthless]))).toEqual([]);
  });
});

describe("mapping", () => {
  const change = (sheet: Partial<SheetMapping>): TapeMapping => ({ sheets: [{ ...mappingOf("L", "loans", loanColumns), ...sheet }], cutOffDate: null });
  const columns = (...fields: TapeField[]) => fields.map((field, index) => ({ index, field, unit: null }));

  it("refuses what it leaves open", () => {
    expect(mappingRefusal(change({ unit: null }))).toEqual(["unitMissing", { sheet: "L", column: 4, field: "principal" }]);
    expect(mappingRefusal(change({ role: "notes" }))).toEqual(["noLoanSheet", {}]);
    expect(mappingRefusal(change({ name: "X" }))).toEqual(["sheetNotFound", { sheet: "X" }]);
    expect(mappingRefusal(change({ columns: columns("principal") }))).toEqual(["fieldNotMapped", { sheet: "L", field: "contractNo" }]);
    expect(mappingRefusal(change({ columns: columns("contractNo", "principal", "claimTotal", "claimTotal") }))).toMatchObject([
      "fieldMappedTwice",
      { column: 4 },
    ]);
    expect(mappingRefusal(change({ columns: columns("contractNo", "principal", "principal") }))).toMatchObject(["principalAdded", { field: "principal" }]);
    expect(mappingRefusal(change({ columns: columns("contractNo", "principal", "securedDebtor") }))).toMatchObject([
      "fieldNotOfRole",
      { field: "securedDebtor" },
    ]);
  });

  it("lets a column's unit win and adds columns of one additive field", () => {
    const mapping = change({
      unit: null,
      columns: [
        { index: 0, field: "contractNo", unit: null },
        { index: 3, field: "principal", unit: "wanYuan" },
        { index: 4, field: "interest", unit: "yuan" },
        { index: 5, field: "interest", unit: "wanYuan" },
      ],
    });
    expect(tapeMappingSchema.parse(mapping)).toEqual(mapping);
    expect(build([["A1", "甲", "1", 1.5, 2, 3, 0]], mapping).loans[0]).toMatchObject({ principalFen: 1_500_000, interestFen: 3_000_200 });
  });

  it("reports within the schema", () => {
    const { report } = build(Array.from({ length: 1500 }, () => ["A1", "甲", "1", 1, 0, 0, 1]));
    expect(tapeReportSchema.parse(report)).toEqual(report);
    expect(report.rejections).toHaveLength(1000);
    expect(report.findingCounts).toEqual({ duplicateContract: 1499 });
  });
});
