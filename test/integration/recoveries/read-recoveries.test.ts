import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecoveryChoice } from "../../../shared/domain/recoveries.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";

let desk: TestDesk;
beforeAll(() => {
  desk = openTestDesk();
});
afterAll(() => desk.close());

const asDetected: RecoveryChoice = { columns: null, unit: null };
let files = 0;
const tokenOf = (content: string | Buffer, extension = "csv") => {
  const path = desk.copyOf(corporateTape, `list ${(files += 1)}.${extension}`);
  writeFileSync(path, content);
  return desk.admit(path);
};
const read = (lines: readonly string[], choice = asDetected) => desk.recoveries.read(tokenOf(lines.join("\n")), choice);

describe("totals without dates", () => {
  it("say of every row that doesn't count why, and lose none", async () => {
    const reading = await read([
      "借据号,产品,核销本金（万元）,累计回收（万元）",
      "L1,信用卡,10,2",
      "L2,信用卡,10,0",
      "L3,,10,1",
      "L4,信用卡,-10,1",
      "L5,信用卡,0,1",
      "L6,信用卡,不详,1",
      "L7,信用卡,10,",
      "L8,信用卡,10,-1",
      "L1,信用卡,10,2",
      "L9,消费贷,1,1.5",
      "合计,,61,8.5",
    ]);
    expect(reading).toMatchObject({ problem: null, rows: 11, rowsLeftOut: 8 });
    expect(reading.findings).toEqual([
      { code: "segmentMissing", count: 2, rows: [4, 12] },
      { code: "balanceUnreadable", count: 1, rows: [7] },
      { code: "balanceNotPositive", count: 2, rows: [5, 6] },
      { code: "receiptsUnreadable", count: 1, rows: [8] },
      { code: "receiptsNegative", count: 1, rows: [9] },
      { code: "duplicateLoan", count: 1, rows: [10] },
      { code: "receiptsAboveBalance", count: 1, rows: [11] },
    ]);
    expect(reading.calibration).toMatchObject({ isDated: false, months: 1, loans: 3, balanceYuan: 210_000, receiptsYuan: 35_000, backTest: null });
    expect(reading.calibration?.segments.map(({ segment, proposed }) => [segment, proposed])).toEqual([
      ["信用卡", "retailCard"],
      ["消费贷", "retailConsumer"],
    ]);
  });

  it("are read under other columns where the user says so", async () => {
    const lines = ["id,kind of client,region,balance,receipts", "1,young,north,100,10", "2,old,south,100,20"];
    const first = await read(lines);
    expect(first).toMatchObject({ problem: "noSegment", calibration: null });
    const second = await read(lines, { columns: { ...first.columns, segment: 1 }, unit: null });
    expect(second.calibration?.segments.map(({ segment }) => segment)).toEqual(["old", "young"]);
  });

  it("ask for the unit where only one amount states its own, and take it", async () => {
    const lines = ["id,分层,余额（万元）,回收", "1,a,1,1000", "2,a,1,3000"];
    expect(await read(lines)).toMatchObject({ problem: "unitUnclear" });
    expect((await read(lines, { columns: null, unit: "yuan" })).calibration).toMatchObject({ balanceYuan: 20_000, receiptsYuan: 4000 });
  });

  it.each([
    [["分层,回收", "a,1"], "noBalance"],
    [["分层,余额", "a,1"], "noReceipts"],
    [["分层,余额,回收", "a,0,1"], "noLoans"],
    [["1,2,3", "4,5,6"], "noHeader"],
  ])("have a word for what they lack: %s", async (lines, problem) => expect(await read(lines)).toMatchObject({ problem }));
});

describe("receipts with dates", () => {
  const head = "借据号,分层,余额,收购日,回款日期,回款金额";

  it("are put together by loan and month; a loan of which a row can't be read is left out whole", async () => {
    const reading = await read([
      head,
      "L1,a,1000,2024-01-10,2024-02-05,50",
      "L1,a,1000,2024-01-10,2024-03-05,30",
      "L1,a,1000,2024-01-10,2024-03-05,30",
      "L2,a,1000,2024-01-10,,",
      "L3,a,1000,2024-01-10,2024-01-09,5",
      "L4,a,1000,2024-01-10,2024-02-31,5",
      "L4,a,1000,2024-01-10,2024-03-01,5",
      "L5,a,1000,,2024-03-01,5",
      "L6,a,1000,2024-01-10,,5",
      "L7,a,1000,2024-01-10,2024-02-01,5",
      "L7,b,1000,2024-01-10,2024-03-01,5",
      ",a,1000,2024-01-10,2024-03-01,5",
      "L8,a,1000,2024-03-01,,",
      "L9,a,100,2024-01-10,2024-01-20,101",
    ]);
    expect(reading.findings).toEqual([
      { code: "loanIdMissing", count: 1, rows: [13] },
      { code: "startDateMissing", count: 1, rows: [9] },
      { code: "receiptDateMissing", count: 1, rows: [10] },
      { code: "dateUnreadable", count: 1, rows: [7] },
      { code: "receiptBeforeStart", count: 1, rows: [6] },
      { code: "duplicateReceipt", count: 1, rows: [4] },
      { code: "contradictsEarlierRow", count: 1, rows: [12] },
      { code: "loanLeftOut", count: 2, rows: [8, 11] },
      { code: "watchedTooShortly", count: 1, rows: [14] },
      { code: "receiptsAboveBalance", count: 1, rows: [15] },
    ]);
    expect(reading).toMatchObject({ rows: 14, rowsLeftOut: 10 });
    // L1, L2 and L9, watched for one whole month to 5 March: 50 and 101 came in within it, the 30 of month 2 after it.
    expect(reading.calibration).toMatchObject({ isDated: true, months: 1, loans: 3, observedTo: "2024-03-05", rate: expect.closeTo(151 / 2100, 12) });
  });

  it("are watched to the day that a row states, and nothing comes after it", async () => {
    const reading = await read([
      `${head},观察截止日`,
      "L1,a,100,2024-01-01,2024-02-01,10,2024-07-01",
      "L2,a,100,2024-01-01,2024-02-01,10,2024-03-01",
      "L3,a,100,2024-01-01,2024-05-01,10,2024-03-01",
    ]);
    expect(reading.findings).toEqual([{ code: "receiptAfterObservation", count: 1, rows: [4] }]);
    expect(reading.calibration).toMatchObject({ months: 6, observedTo: null, loans: 2 });
  });

  it("need a loan number and a day to count from", async () => {
    expect(await read(["分层,余额,回款日期,回款金额", "a,1,2024-01-01,1"])).toMatchObject({ problem: "noLoanId" });
    expect(await read(["借据号,分层,余额,回款日期,回款金额", "1,a,1,2024-01-01,1"])).toMatchObject({ problem: "noStartDate" });
  });
});

describe("a workbook", () => {
  it("is read at the sheet that names the most columns, with the unit of its title", async () => {
    const book = workbookOf([
      { name: "说明", rows: [["本表说明", "编制人"]] },
      {
        name: "回收明细",
        rows: [
          ["已核销贷款回收情况（单位：万元）", null, null],
          ["产品", "本金余额", "累计回收"],
          ["信用卡", 2, 0.5],
          ["信用卡", 3, 0],
        ],
      },
    ]);
    const reading = await desk.recoveries.read(tokenOf(book, "xlsx"), asDetected);
    expect(reading.calibration).toMatchObject({ loans: 2, balanceYuan: 50_000, receiptsYuan: 5000 });
    expect(reading.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("that is none is refused by the reader of tapes, with its reason", async () => {
    await expect(desk.recoveries.read(tokenOf("%PDF-1.7 …", "xlsx"), asDetected)).rejects.toMatchObject({
      code: "tape.refused",
      values: { reason: "pdfFile" },
    });
  });
});
