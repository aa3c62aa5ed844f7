import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { mappingOfCall } from "../../../main/command/call-mapping.ts";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import { tapeReportSchema } from "../../../shared/domain/import-report.ts";
import { tapeInspectionSchema } from "../../../shared/domain/tape-mapping.ts";
import { type ParsedTape, parseTape } from "../../unit/tapes/whole-tape.ts";

interface Expectation {
  readonly options: readonly string[];
  readonly right: string;
  readonly values: Readonly<Record<string, unknown>>;
}

const folder = fileURLToPath(new URL("../../fixtures/cases/", import.meta.url));
const cases = Object.entries(JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Record<string, Expectation>);

/** As the command line reads a file: under the proposed mapping, with the unit that the call states. */
async function read(name: string, options: readonly string[] = [], from = folder): Promise<ParsedTape> {
  const path = from + name;
  const inspection = await inspectTape({ path });
  expect(tapeInspectionSchema.parse(inspection)).toEqual(inspection);
  const mapping = mappingOfCall(inspection, { unit: options.includes("--unit") ? "yuan" : null, cutOffDate: null });
  return parseTape({ path, mapping }, () => {});
}

async function refusal(name: string, options: readonly string[]): Promise<string | null> {
  try {
    await read(name, options);
    return null;
  } catch (error) {
    if (error instanceof TapeError) return error.code;
    throw error;
  }
}

function found(tape: ParsedTape): Record<string, unknown> {
  const { counts, sums, loans } = tape;
  return {
    rowsIn: counts.loanRows,
    rowsKept: counts.loansKept,
    rowsRejected: counts.loansRejected,
    debtors: counts.debtors,
    loansWithoutDebtor: counts.loansWithoutDebtor,
    collateralJoined: counts.collateralJoined,
    ...sums,
    firstContract: loans[0]?.contractNo,
    firstDebtor: loans[0]?.debtorName,
    firstDebtorId: loans[0]?.debtorId,
    overdueDates: loans.map(({ overdueDate }) => overdueDate),
  };
}

const namedRows = (tape: ParsedTape) => new Set([...tape.rejections, ...tape.warnings].map(({ row }) => row));
const codes = (tape: ParsedTape) => [...tape.rejections, ...tape.warnings].map(({ code }) => code);

/** Where the case says that another answer is right too, it is the one given. */
const stricter: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  // Rows in dollars are rejected by name, so the sums are those of the other eight.
  "p09-currency-column.xlsx": { rowsKept: 8, rowsRejected: 2, principalFen: 835_353_535, interestFen: 83_562_549, feesFen: 801_750 },
  "p16-date-kinds.xlsx": { overdueDates: [null, null, "2020-01-01", "2020-01-01", "2023-01-05", "2023-01-05", null, null, null, "2031-05-01"] },
  "p17-granted-and-balance.xlsx": { mayBeRefused: false },
  "p10-thousands-header.xlsx": { mayBeRefused: false },
  "p10c-unit-row.xlsx": { mayBeRefused: false },
  "p37-shown-in-ten-thousands.xlsx": { mayBeRefused: false },
  "p14m-case-of-part-names.xlsx": { mayBeRefused: false },
  "p25-external-link.xlsx": { refused: true },
  "h1-many-shared-strings.xlsx": { rowsIn: 10, rowsKept: 10, principalFen: 1_045_454_545, interestFen: 104_580_420 },
  "h2-overlapping-parts.xlsx": { refused: true },
  "h3-100mb-attribute.xlsx": { refused: true },
};

/** The cases that another program saved as .xls and .ods. */
const otherFormats = fileURLToPath(new URL("../../fixtures/workbooks/", import.meta.url));

describe("tapes as they come", () => {
  it.each(readdirSync(otherFormats))("%s is read as the workbook that it was saved from", async (name) => {
    const original = name.replace(/\.\w+$/, ".xlsx");
    const options = cases.find(([one]) => one === original)?.[1].options ?? [];
    expect(found(await read(name, options, otherFormats))).toEqual(found(await read(original, options)));
  });

  it("are all here", () => {
    expect(cases).toHaveLength(74);
  });

  it.each(cases)("%s", async (name, { options, values }) => {
    const expected = { ...values, ...stricter[name] };
    const { refused, mayBeRefused: _may, seconds: _seconds, megabytes: _megabytes, namedRow, namedRows: named, namedAny, ...figures } = expected;
    const refusedAs = await refusal(name, options);
    expect({ refusedAs, isRefused: refusedAs !== null }).toMatchObject({ isRefused: refused === true });
    if (refused === true) return;
    const tape = await read(name, options);
    expect(found(tape)).toMatchObject(figures);
    for (const row of [...(named === undefined ? [] : (named as number[])), ...(namedRow === undefined ? [] : [namedRow as number])]) {
      expect(namedRows(tape)).toContain(row);
    }
    for (const code of (namedAny ?? []) as string[]) expect(codes(tape)).toContain(code);
    const report = tape.report;
    expect(tapeReportSchema.parse(report)).toEqual(report);
    expect(tape.counts.loanRows).toBe(tape.counts.loansKept + tape.counts.loansRejected);
  });
});

describe("what the values of a case don't say", () => {
  const rowsOf = (tape: ParsedTape) => tape.unused.rows.map(({ kind, count }) => [kind, count]);
  const finding = (tape: ParsedTape, row: number) => [...tape.rejections, ...tape.warnings].flatMap((one) => (one.row === row ? [one.code] : []));

  it("a stray quotation mark is named, and no carriage return stays in a cell", async () => {
    const stray = await read("p01-csv-stray-quotes.csv", ["--unit"]);
    expect([4, 7].map((row) => finding(stray, row))).toEqual([["strayQuote"], ["strayQuote"]]);
    expect((await read("p01c-csv-one-stray-quote.csv", ["--unit"])).loans.map(({ remark }) => remark).filter((remark) => remark !== null)).toContain("待核实");
    for (const { remark } of (await read("p02b-csv-lf-head-crlf-rows.csv", ["--unit"])).loans) expect(remark ?? "").not.toContain("\r");
  });

  it("a row whose thousands were parted is put together and named", async () => {
    expect(finding(await read("p03-csv-unquoted-thousands.csv", ["--unit"]), 5)).toEqual(["cellsJoined"]);
  });

  it("totals and subtotals are left out and counted as such, and the total agrees", async () => {
    expect(rowsOf(await read("p05-subtotal-per-contract.xlsx"))).toEqual([
      ["subtotal", 10],
      ["total", 1],
    ]);
    expect(rowsOf(await read("p05d-subtotal-per-debtor.xlsx"))).toEqual([
      ["subtotal", 4],
      ["total", 1],
    ]);
    for (const name of [
      "p05-subtotal-per-contract",
      "p05c0-total-label",
      "p05c3-total-label",
      "p05c4-total-label",
      "p05c6-total-label",
      "p05d-subtotal-per-debtor",
    ]) {
      const { reconciliation } = await read(`${name}.xlsx`);
      expect(reconciliation.map(({ outcome }) => outcome)).not.toContain("differs");
      expect(reconciliation[0]).toMatchObject({ field: "principal", outcome: "agrees" });
    }
  });

  it("the repeats of a summary are named", async () => {
    expect(codes(await read("p24c-summary-and-detail.xlsx"))).toEqual(Array.from({ length: 10 }, () => "duplicateContract"));
  });

  it("collateral of a contract with several drawdowns secures each of them, and is one asset", async () => {
    const { collateral, counts, sums } = await read("p07-several-drawdowns.xlsx");
    expect(collateral.map(({ contractNo, link }) => [contractNo, link])).toEqual([
      ["HT-2021-100/JJ20210000", "joined"],
      ["HT-2021-100/JJ20210001", "joined"],
      ["HT-2021-100/JJ20210002", "joined"],
      ["HT-2021-102/JJ20210005", "joined"],
      ["HT-2021-102/JJ20210006", "joined"],
      ["HT-2021-102/JJ20210007", "joined"],
    ]);
    expect(collateral.map(({ assetKey }) => assetKey)).toEqual([0, 0, 0, 3, 3, 3]);
    expect([counts.collateralRows, counts.collateralKept, sums.appraisalJoinedFen]).toEqual([2, 2, 1_100_000_000]);
  });

  it("a sum of several columns says which", async () => {
    const added = (tape: ParsedTape) => tape.choices.filter(({ code }) => code === "columnsAdded").map(({ field, text }) => [field, text]);
    expect(added(await read("p08-interest-penalty-compound.xlsx"))).toEqual([["interest", "利息 + 罚息 + 复利"]]);
    expect(added(await read("p08c-normal-penalty-compound.xlsx"))).toEqual([["interest", "正常利息 + 罚息 + 复利"]]);
    expect(codes(await read("p08d-interest-parts-with-total.xlsx"))).not.toContain("claimTotalDiffers");
    const granted = await read("p17-granted-and-balance.xlsx");
    expect(granted.choices).toContainEqual({ sheet: "债权清单", code: "columnPreferred", field: "principal", unit: null, text: "本金余额 ≠ 贷款本金" });
  });

  it("other currencies are named", async () => {
    const mixed = await read("p09-currency-column.xlsx");
    expect(mixed.rejections.map(({ row, code }) => [row, code])).toEqual([
      [7, "otherCurrency"],
      [11, "otherCurrency"],
    ]);
    expect(await refusal("p09b-usd-header.xlsx", [])).toBe("currencyContradicts");
    expect(await refusal("p09b-usd-header.xlsx", ["--unit"])).toBe("currencyContradicts");
    const english = await read("p20-eba-names.xlsx", ["--unit"]);
    expect(english.warnings).toMatchObject([{ row: null, field: "currency", code: "takenAsYuan", raw: "EUR" }]);
    expect(english.loans[0]).toMatchObject({ debtorName: "示例甲实业有限公司", overdueDate: "2022-01-15", daysPastDue: 1000 });
    expect(await refusal("p20-eba-names.xlsx", [])).toBe("unitMissing");
  });

  it("a row of units is left out, and a unit of the number format is said", async () => {
    expect(rowsOf(await read("p10c-unit-row.xlsx"))).toEqual([["units", 1]]);
    expect((await read("p37-shown-in-ten-thousands.xlsx")).choices.map(({ code }) => code)).toEqual(["unitShown"]);
    expect((await read("p50-two-lists-two-units.xlsx")).reconciliation.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 6 }, () => "agrees"));
  });

  it("what a sheet or a workbook hides is said", async () => {
    const filtered = await read("p11-filtered-rows.xlsx");
    expect([6, 9, 12].map((row) => finding(filtered, row))).toEqual([["hiddenRow"], ["hiddenRow"], ["hiddenRow"]]);
    expect(filtered.choices).toContainEqual({ sheet: "债权清单", code: "hiddenRowsRead", field: null, unit: null, text: "3" });
    const total = await read("p11b-filtered-rows-total.xlsx");
    expect(total.counts.loansKept).toBe(10);
    expect(total.reconciliation[0]).toMatchObject({ field: "principal", outcome: "agreesWithoutHidden" });
    expect((await read("p11c-hidden-old-sheet.xlsx")).unused.sheets).toEqual([{ sheet: "旧版", isHidden: true }]);
  });

  it("an error value is neither contract, debtor, amount nor date", async () => {
    const tape = await read("p12-error-values.xlsx");
    expect(tape.rejections.map(({ row }) => row)).toEqual([5, 8, 11, 12]);
    expect(tape.loans.filter(({ rowNumber }) => [6, 9, 10].includes(rowNumber)).map(({ debtorName, debtorId }) => [debtorName, debtorId])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    expect([6, 9, 10].map((row) => finding(tape, row).includes("missingDebtor"))).toEqual([true, true, true]);
    expect(tape.loans.find(({ rowNumber }) => rowNumber === 13)).toMatchObject({ overdueDate: null });
  });

  it("a number whose digits are lost is no repeat", async () => {
    const tape = await read("p26-long-numbers.xlsx");
    expect(codes(tape)).toEqual(Array.from({ length: 10 }, () => "digitsLost"));
    expect(new Set(tape.loans.map(({ contractNo }) => contractNo)).size).toBe(10);
    expect(finding(await read("p13-invisible-characters.xlsx"), 14)).toEqual(["duplicateContract"]);
  });

  it("a formula without a result is named for it", async () => {
    const kinds = async (name: string, ...rows: number[]) => {
      const tape = await read(name);
      return rows.map((row) => finding(tape, row)[0]);
    };
    expect(await kinds("p14n-formula-no-result-attribute-order.xlsx", 8, 10, 12)).toEqual(Array.from({ length: 3 }, () => "formulaWithoutValue"));
    expect(await kinds("p14k-formula-no-result.xlsx", 8, 10)).toEqual(Array.from({ length: 2 }, () => "formulaWithoutValue"));
    expect(await kinds("p16-date-kinds.xlsx", 4, 5, 10, 11, 12, 13)).toEqual([...Array.from({ length: 5 }, () => "invalidDate"), "dateAfterCutOff"]);
  });

  it("repeated headers, page numbers and a summary are left out by name", async () => {
    expect(rowsOf(await read("p18-header-on-every-page.xlsx"))).toEqual([
      ["page", 3],
      ["header", 4],
    ]);
    expect((await read("p47-summary-by-debtor.xlsx")).unused.sheets).toEqual([{ sheet: "债务人汇总", isHidden: false }]);
  });

  it("guarantors of a list of their own are joined to their loans", async () => {
    const { loans, counts } = await read("p48-guarantor-sheet.xlsx");
    const listed = loans.flatMap(({ contractNo, furtherGuarantors }) => furtherGuarantors.map((guarantor) => [contractNo, guarantor]));
    const guarantor = { guarantors: "示例保证有限公司", guaranteeCapFen: 50_000_000, guaranteeEnd: "2026-01-31" };
    expect(listed).toEqual(["SL-2021-1002", "SL-2021-1005", "SL-2021-1008"].map((contract) => [contract, guarantor]));
    expect(counts).toMatchObject({ guarantorRows: 3, guarantorsJoined: 3 });
  });

  it("amounts in odd spellings are read where one reading is right", async () => {
    const tape = await read("p21-number-spellings.xlsx");
    expect(tape.loans.map(({ rowNumber, interestFen }) => [rowNumber, interestFen])).toEqual([7, 8, 11, 12].map((row) => [row, 123_456]));
    expect(tape.rejections.map(({ row }) => row)).toEqual([4, 5, 6, 9, 10, 13]);
  });

  it("collateral by debtor is joined to all loans of the debtor, and named", async () => {
    const tape = await read("p28-collateral-by-debtor.xlsx");
    expect(tape.collateral.map(({ contractNo }) => contractNo)).toEqual([
      "SL-2021-1001",
      "SL-2021-1002",
      "SL-2021-1003",
      "SL-2021-1006",
      "SL-2021-1007",
      "SL-2021-1008",
    ]);
    expect(codes(tape)).toEqual(["collateralByDebtor", "collateralByDebtor"]);
  });

  it("tables of the EBA template are read by its names; what they say beside is named", async () => {
    const tape = await read("p52-eba-tables.xlsx", ["--unit"]);
    expect(tape.collateral.map(({ collateralKind, seniorClaimsFen, areaSqm }) => [collateralKind, seniorClaimsFen, areaSqm])).toEqual([
      ["residential", 0, 100],
      ["industrial", 5_000_000, 200],
      ["shop", 0, 300],
    ]);
    expect(tape.loans[0]).toMatchObject({ debtorType: "company", court: "Luoyang Intermediate Court", litigationStage: "sued", maturityDate: "2022-01-14" });
    expect(tape.loans[3]?.debtorType).toBe("individual");
    expect(tape.unused.sheets).toEqual([{ sheet: "Enforcement", isHidden: false }]);
    expect(tape.counts.factRows).toBeGreaterThan(0);
    expect(tape.counts.factsJoined).toBe(tape.counts.factRows);
    // Two loans state another kind of debtor than the sheet of counterparties.
    expect(codes(tape)).toEqual(["factDiffers", "factDiffers"]);
  });

  it("an item that a loan's row states is that loan's; a row that repeats the loan brings its next item", async () => {
    const tape = await read("p53-collateral-in-loan-row.xlsx");
    expect(
      tape.collateral.map(({ contractNo, collateralKind, lienRank, appraisalFen, rowNumber }) => [
        contractNo,
        collateralKind,
        lienRank,
        appraisalFen,
        rowNumber,
      ]),
    ).toEqual([
      ["SL-2021-1001", "residential", 1, 80_000_000, 3],
      ["SL-2021-1004", "industrial", 1, 160_000_000, 6],
      ["SL-2021-1006", "shop", 2, 240_000_000, 8],
      ["SL-2021-1001", "land", 1, 40_000_000, 13],
    ]);
    expect(finding(tape, 13)).toEqual(["duplicateContract"]);
    expect(codes(tape)).toEqual(["duplicateContract"]);
  });

  it("a list below the loans is a list of its own, in the unit of its sheet", async () => {
    const tape = await read("p54-collateral-below-loans.xlsx");
    const [above, below] = (await inspectTape({ path: `${folder}p54-collateral-below-loans.xlsx` })).sheets;
    expect([above?.dataRowCount, below?.dataRowCount]).toEqual([10, 3]);
    expect(below).toMatchObject({ role: "collateral", statedUnit: "yuan", listOf: { sheet: above?.name, fromRow: 14 } });
    expect(tape.collateral.map(({ contractNo, rowNumber, link }) => [contractNo, rowNumber, link])).toEqual([
      ["SL-2021-1001", 16, "joined"],
      ["SL-2021-1004", 17, "joined"],
      ["SL-2021-9999", 18, "orphan"],
    ]);
    expect(tape.unused.sheets).toEqual([]);
  });

  it("files of other kinds are refused with their own reason", async () => {
    const reasons = [
      "p23a-html.xls",
      "p23c-html.csv",
      "p23d-biff.xlsx",
      "p23e-password.xlsx",
      "p23g-macro.xlsm",
      "p23h-sheet.ods",
      "p19g-one-bad-byte.csv",
      "p25-external-link.xlsx",
      "h2-overlapping-parts.xlsx",
      "h3-100mb-attribute.xlsx",
    ];
    expect(await Promise.all(reasons.map((name) => refusal(name, [])))).toEqual([
      "webPage",
      "webPage",
      "damagedWorkbook",
      "encryptedWorkbook",
      "macroWorkbook",
      "damagedWorkbook",
      "encodingUnknown",
      "externalLinks",
      "overlappingParts",
      "tagTooLong",
    ]);
  });
});
