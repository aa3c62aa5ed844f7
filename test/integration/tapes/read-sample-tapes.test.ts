import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import { inspectTape, type TapeProgress } from "../../../main/tapes/open-tape.ts";
import { tapeReportSchema } from "../../../shared/domain/import-report.ts";
import { type TapeInspection, type TapeMapping, tapeInspectionSchema } from "../../../shared/domain/tape-mapping.ts";
import { type ParsedTape, parseTape } from "../../unit/tapes/whole-tape.ts";

const pathOf = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const corporatePath = pathOf("main/samples/corporate-package.xlsx");
const retailPath = pathOf("test/fixtures/retail-package-gb18030.csv");
const chargedOffPath = pathOf("test/fixtures/retail_charged_off.csv");

interface ManifestTape {
  readonly rows_in: number;
  readonly rows_kept: number;
  readonly cut_off?: string;
  readonly rejected: readonly { excel_row: number; contract: string }[];
  readonly warnings: readonly { excel_row: number }[];
  readonly principal_fen: number;
  readonly interest_fen: number;
  readonly fees_fen?: number;
  readonly collateral_rows?: number;
  readonly collateral_orphans?: number;
  readonly collateral_on_rejected_loans?: number;
  readonly collateral_value_fen?: number;
  readonly debtors?: number;
}
const [corporateTruth, retailTruth] = JSON.parse(readFileSync(pathOf("test/fixtures/tapes-manifest.json"), "utf8")) as [ManifestTape, ManifestTape];

const inYuan = ({ suggestedMapping }: TapeInspection): TapeMapping => ({
  ...suggestedMapping,
  sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" })),
});

async function read(path: string, mappingOf: (inspection: TapeInspection) => TapeMapping): Promise<{ inspection: TapeInspection; tape: ParsedTape }> {
  const inspection = await inspectTape({ path });
  expect(tapeInspectionSchema.parse(inspection)).toEqual(inspection);
  expect(inspection.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
  const tape = await parseTape({ path, mapping: mappingOf(inspection) }, () => {});
  expect(tapeReportSchema.parse(tape.report)).toEqual(tape.report);
  expect(tape.counts.loanRows).toBe(tape.counts.loansKept + tape.counts.loansRejected);
  return { inspection, tape };
}

describe("the corporate package", () => {
  it("gives the manifest's figures to the fen with the proposed mapping", async () => {
    const { inspection, tape } = await read(corporatePath, ({ suggestedMapping }) => suggestedMapping);
    expect(inspection.sheets.map(({ name, role, hidden, headerRows }) => [name, role, hidden, headerRows])).toEqual([
      ["债权清单", "loans", false, [4, 5]],
      ["抵押物清单", "collateral", false, [1]],
      ["说明", "notes", true, []],
    ]);
    expect(inspection.suggestedMapping.cutOffDate).toBe(corporateTruth.cut_off);
    expect(tape.counts).toMatchObject({
      loanRows: corporateTruth.rows_in,
      loansKept: corporateTruth.rows_kept,
      loansRejected: 3,
      debtors: corporateTruth.debtors,
      collateralRows: corporateTruth.collateral_rows,
      collateralOrphans: corporateTruth.collateral_orphans,
      collateralOnRejectedLoans: corporateTruth.collateral_on_rejected_loans,
    });
    // The manifest's collateral value is that of the rows joined to a kept loan; the whole list was added up by hand.
    expect(tape.sums).toEqual({
      principalFen: corporateTruth.principal_fen,
      interestFen: corporateTruth.interest_fen,
      feesFen: corporateTruth.fees_fen,
      appraisalJoinedFen: corporateTruth.collateral_value_fen,
      appraisalFen: 1_054_400_180_254,
    });
  });

  it("names the manifest's rejections and warnings by row and field", async () => {
    const { tape } = await read(corporatePath, ({ suggestedMapping }) => suggestedMapping);
    expect(tape.rejections.map(({ row, field, code }) => [row, field, code])).toEqual([
      [93, "contractNo", "duplicateContract"],
      [156, "principal", "notANumber"],
      [216, "principal", "negativeAmount"],
    ]);
    expect(corporateTruth.rejected.map(({ excel_row }) => excel_row)).toEqual([93, 156, 216]);
    // The last three companies share a name with another; the manifest counts them by identifier.
    expect(tape.warnings.map(({ row, field, code }) => [row, field, code])).toEqual([
      [184, "debtorId", "nameWithTwoIds"],
      [231, "debtorId", "nameWithTwoIds"],
      [328, "debtorId", "nameWithTwoIds"],
      [corporateTruth.warnings[0]?.excel_row, "debtorId", "digitsLost"],
      [200, "contractNo", "collateralOfRejectedLoan"],
      [326, "contractNo", "collateralOrphan"],
    ]);
  });

  it("agrees with the totals the seller states", async () => {
    const { tape } = await read(corporatePath, ({ suggestedMapping }) => suggestedMapping);
    const loanLines = tape.reconciliation.filter(({ sheet }) => sheet === "债权清单");
    expect(loanLines.map(({ field, outcome }) => [field, outcome])).toEqual([
      ["principal", "agrees"],
      ["interest", "agrees"],
      ["fees", "agrees"],
      ["claimTotal", "notStated"],
    ]);
    expect(loanLines[0]).toMatchObject({ statedFen: corporateTruth.principal_fen, differenceFen: 0, rejectedUnreadable: 1 });
  });

  it("reads each loan's dates and codes without a gap", async () => {
    const { tape } = await read(corporatePath, ({ suggestedMapping }) => suggestedMapping);
    for (const loan of tape.loans) {
      expect(loan.overdueDate).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect([loan.fiveTierClass, loan.securityKind, loan.litigationStage]).not.toContain(null);
    }
    for (const row of tape.collateral) expect([row.collateralKind, row.lienRank, row.seizure, row.appraisalDate]).not.toContain(null);
    expect(tape.loans[0]).toMatchObject({
      rowNumber: 6,
      principalFen: 6_588_359_137,
      feesFen: null,
      overdueDate: "2023-10-08",
      securityKind: "mortgagedAndGuaranteed",
    });
  });
});

describe("retail lists", () => {
  it("reads the GB18030 list to the fen once the unit is chosen", async () => {
    const { inspection, tape } = await read(retailPath, inYuan);
    expect(inspection.encoding).toBe("gb18030");
    expect(tape.counts).toMatchObject({ loanRows: retailTruth.rows_in, loansKept: retailTruth.rows_kept, collateralRows: 0 });
    expect(tape.sums).toMatchObject({ principalFen: retailTruth.principal_fen, interestFen: retailTruth.interest_fen });
    // One number was drawn twice when the list was made.
    expect([tape.rejections, tape.warnings.map(({ row, code }) => [row, code])]).toEqual([[], [[11_034, "idWithTwoNames"]]]);
    expect(tape.loans[0]).toMatchObject({ contractNo: "2658945273297750009", debtorId: "410311197205017951", daysPastDue: 184, age: 36 });
  });

  it("refuses a list that states no unit", async () => {
    const { suggestedMapping } = await inspectTape({ path: retailPath });
    await expect(parseTape({ path: retailPath, mapping: suggestedMapping }, () => {})).rejects.toMatchObject({ code: "unitMissing" });
  });

  it("reads English headers", async () => {
    const { tape } = await read(chargedOffPath, inYuan);
    expect(tape.counts).toMatchObject({ loanRows: 10_719, loansKept: 10_719, loansWithoutDebtor: 10_719 });
    expect(tape.loans[0]).toMatchObject({ contractNo: "758368", principalFen: 1_449_914, interestFen: null, drawdownDate: "2015-04-01" });
  });

  it("reports progress and stops when told to", async () => {
    const mapping = inYuan(await inspectTape({ path: retailPath }));
    const seen: TapeProgress[] = [];
    const isCancelled = () => seen.length >= 3;
    const parsing = parseTape({ path: retailPath, mapping }, (progress) => seen.push(progress), isCancelled);
    await expect(parsing).rejects.toSatisfy((error) => error instanceof TapeError && error.code === "cancelled");
    expect(seen).toHaveLength(3);
    expect(seen.map(({ share }) => share)).toEqual(seen.map(({ share }) => share).sort((a, b) => a - b));
    await expect(inspectTape({ path: retailPath }, () => true)).rejects.toMatchObject({ code: "cancelled" });
  });
});
