import { appendFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { corporateTape, openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => desk.close());

const rowTables = ["loan", "guarantor", "collateral", "tape_finding"];

const failedBy = (words: string) => ({ code: "job.failed", cause: { stack: expect.stringContaining(words) } });

// Expected numbers are those of the tapes' manifest.
describe("importing the corporate tape", () => {
  it("stores every row that is kept and reports every row that isn't, to the fen", async () => {
    const deal = await desk.deals.create(testDeal);
    const { report, fileName } = await desk.tapes.importAsProposed(deal.id, desk.admit(corporateTape));
    expect(fileName).toBe("corporate-package.xlsx");
    expect(report.counts).toMatchObject({
      loanRows: 468,
      loansKept: 465,
      loansRejected: 3,
      debtors: 310,
      collateralRows: 422,
      collateralOrphans: 1,
      collateralOnRejectedLoans: 1,
    });
    expect(report.sums).toMatchObject({
      principalFen: 883_207_794_406,
      interestFen: 325_717_834_534,
      feesFen: 1_254_848_483,
      appraisalJoinedFen: 1_052_227_254_025,
    });
    expect(report.rejections.map(({ row, code }) => [row, code])).toEqual([
      [93, "duplicateContract"],
      [156, "notANumber"],
      [216, "negativeAmount"],
    ]);
    expect(report.warnings).toContainEqual(expect.objectContaining({ row: 338, code: "digitsLost", field: "debtorId" }));
    expect(desk.countRows("loan")).toBe(465);
    expect(desk.countRows("collateral")).toBe(report.counts.collateralKept);
    expect(desk.countRows("tape_finding")).toBe(report.rejections.length + report.warnings.length);
  });

  it("gives the deal its package and its cut-off date, of which there is one", async () => {
    const dated = await desk.deals.create({ ...testDeal, cutOffDate: "2025-06-30" });
    const undated = await desk.deals.create(testDeal);
    for (const { id } of [dated, undated]) await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    expect(await desk.deals.get(dated.id)).toMatchObject({ cutOffDate: "2025-09-30" });
    expect(await desk.deals.get(undated.id)).toMatchObject({
      cutOffDate: "2025-09-30",
      package: { loans: 465, upbFen: 883_207_794_406, claimFen: 883_207_794_406 + 325_717_834_534 + 1_254_848_483 },
    });
  });

  it("warns where the tape states another cut-off date than the deal's, in the report and the stored findings", async () => {
    const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-06-30" });
    const { report } = await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    const finding = { sheet: "债权清单", row: null, field: null, code: "cutOffDiffers", raw: "2025-09-30" };
    expect(report.warnings[0]).toEqual(finding);
    expect(report.findingCounts.cutOffDiffers).toBe(1);
    expect(desk.db.raw.prepare("SELECT kind, raw FROM tape_finding WHERE code = 'cutOffDiffers'").all()).toEqual([{ kind: "warning", raw: "2025-09-30" }]);
    expect(desk.countRows("tape_finding")).toBe(report.rejections.length + report.warnings.length);
    for (const cutOffDate of ["2025-09-30", null]) {
      const other = await desk.deals.create({ ...testDeal, cutOffDate });
      const tape = await desk.tapes.importAsProposed(other.id, desk.admit(corporateTape));
      expect(tape.report.findingCounts).not.toHaveProperty("cutOffDiffers");
    }
  });

  it("keeps a second tape beside the first, refuses a third while that one waits, and an archived deal", async () => {
    const deal = await desk.deals.create(testDeal);
    await desk.tapes.importAsProposed(deal.id, desk.admit(corporateTape));
    const second = await desk.tapes.importAsProposed(deal.id, desk.admit(corporateTape));
    expect(second.standing).toBe("waiting");
    expect((await desk.deals.get(deal.id)).package?.tapeId).not.toBe(second.id);
    await expect(desk.tapes.importAsProposed(deal.id, desk.admit(corporateTape))).rejects.toMatchObject({ code: "tape.versionWaiting" });
    await desk.deals.archive(deal.id, true);
    await expect(desk.tapes.importAsProposed(deal.id, desk.admit(corporateTape))).rejects.toMatchObject({ code: "deal.archived" });
    expect(desk.countRows("loan")).toBe(930);
  });

  it("lets one of two imports at once win", async () => {
    const { id } = await desk.deals.create(testDeal);
    const outcomes = await Promise.allSettled([
      desk.tapes.importAsProposed(id, desk.admit(corporateTape)),
      desk.tapes.importAsProposed(id, desk.admit(corporateTape)),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(["fulfilled", "rejected"]);
    await desk.tapes.sweep();
    expect(desk.countRows("loan")).toBe(465);
  });

  it("stores nothing where a row cannot be stored", async () => {
    const { id } = await desk.deals.create(testDeal);
    desk.db.raw.exec("CREATE TRIGGER refuse_late BEFORE INSERT ON collateral WHEN NEW.link = 'orphan' BEGIN SELECT RAISE(ABORT, 'refused'); END");
    await expect(desk.tapes.importAsProposed(id, desk.admit(corporateTape))).rejects.toMatchObject(failedBy("refused"));
    await desk.tapes.sweep();
    for (const table of [...rowTables, "tape"]) expect(desk.countRows(table)).toBe(0);
  });

  it("stores nothing where the stored sums differ from the report", async () => {
    const { id } = await desk.deals.create(testDeal);
    desk.db.raw.exec(
      "CREATE TRIGGER shift_one AFTER INSERT ON loan WHEN NEW.row_number = 100 BEGIN UPDATE loan SET principal_fen = principal_fen + 1 WHERE id = NEW.id; END",
    );
    await expect(desk.tapes.importAsProposed(id, desk.admit(corporateTape))).rejects.toMatchObject(failedBy("stored principalFen"));
    await desk.tapes.sweep();
    expect(desk.countRows("loan")).toBe(0);
  });
});

describe("undoing an import", () => {
  it("takes every row away, keeps the record with its report, and makes room for another", async () => {
    const { id } = await desk.deals.create(testDeal);
    const tape = await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    const undone = await desk.tapes.undo(tape.id);
    expect(undone).toEqual({ ...tape, undoneAt: "2025-11-25T08:00:00.000Z" });
    await desk.tapes.sweep();
    for (const table of rowTables) expect(desk.countRows(table)).toBe(0);
    expect(await desk.deals.get(id)).toMatchObject({ package: null });
    const again = await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    expect(again.report).toEqual(tape.report);
    expect((await desk.tapes.list(id)).map((record) => record.id)).toEqual([again.id, tape.id]);
  });

  it("never gives a loan the id of another, even one undone", async () => {
    const { id } = await desk.deals.create(testDeal);
    const tape = await desk.tapes.importAsProposed(id, desk.admit(corporateTape));
    const first = await desk.tapes.tapeOf(tape.id);
    await desk.tapes.undo(tape.id);
    const again = await desk.tapes.tapeOf((await desk.tapes.importAsProposed(id, desk.admit(corporateTape))).id);
    expect(again.firstLoanId).toBe(first.firstLoanId + first.loanCount);
  });

  it("answers tape.notFound for a tape that isn't there", async () => {
    await expect(desk.tapes.undo(7)).rejects.toMatchObject({ code: "tape.notFound" });
  });
});

describe("importing the retail tape in GB18030", () => {
  it("keeps all twelve thousand loans under the unit that the desk confirms", async () => {
    const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
    const fileToken = desk.admit(retailTape);
    const { suggestedMapping, encoding } = await desk.tapes.inspect(fileToken);
    expect(encoding).toBe("gb18030");
    const mapping = {
      ...suggestedMapping,
      ...statedByUser,
      sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: sheet.unit ?? ("yuan" as const) })),
    };
    const { report } = await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping });
    expect(report.counts).toMatchObject({ loanRows: 12_000, loansKept: 12_000, loansRejected: 0 });
    expect(report.sums).toMatchObject({ principalFen: 19_457_501_776, interestFen: 12_400_934_056 });
    // A 19-digit number that a float would round.
    expect(desk.db.raw.prepare("SELECT count(*) FROM loan WHERE contract_no = '2658945273297750009'").pluck().get()).toBe(1);
  });

  it("refuses a file that changed after it was inspected", async () => {
    const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
    const path = desk.copyOf(retailTape, "changing.csv");
    const fileToken = desk.admit(path);
    const { suggestedMapping } = await desk.tapes.inspect(fileToken);
    const mapping = { ...suggestedMapping, ...statedByUser, sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const })) };
    appendFileSync(path, "\r\n");
    await expect(desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping })).rejects.toMatchObject({ code: "tape.inspectionExpired" });
    expect(await desk.tapes.list(id)).toEqual([]);
    await desk.tapes.sweep();
    for (const table of ["loan", "tape_finding", "tape"]) expect(desk.countRows(table)).toBe(0);
  });

  it("refuses an amount without a unit with the reason", async () => {
    const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
    const fileToken = desk.admit(retailTape);
    const { suggestedMapping } = await desk.tapes.inspect(fileToken);
    const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: null, columns: sheet.columns.map((column) => ({ ...column, unit: null })) }));
    await expect(desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser, sheets } })).rejects.toMatchObject(
      {
        code: "tape.refused",
        values: { reason: "unitMissing" },
      },
    );
  });

  it.each([
    ["tape.cutOffMissing", { cutOffDate: null, currency: "CNY" }],
    ["tape.currencyMissing", { cutOffDate: "2025-09-30", currency: null }],
    ["tape.otherCurrency", { cutOffDate: "2025-09-30", currency: "other" }],
  ] as const)("refuses with %s what isn't stated, and stores nothing", async (code, stated) => {
    const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
    const fileToken = desk.admit(retailTape);
    const { suggestedMapping } = await desk.tapes.inspect(fileToken);
    const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const }));
    expect(suggestedMapping).toMatchObject({ cutOffDate: null, currency: null });
    await expect(desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, sheets, ...stated } })).rejects.toMatchObject({
      code,
    });
    expect(desk.countRows("loan")).toBe(0);
  });
});
