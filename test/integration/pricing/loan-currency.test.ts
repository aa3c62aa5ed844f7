import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TapeReport } from "../../../shared/domain/import-report.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "./test-desk.ts";
import { workbookOf } from "./workbook-of.ts";

const rows = [
  ["基准日：2025年9月30日", "金额单位：元"],
  ["借款合同编号", "债务人名称", "币种", "本金余额", "利息余额"],
  ["A1", "甲公司", "人民币", 1_000_000, 100_000],
  ["A2", "乙公司", "美元", 500_000, 50_000],
  ["A3", "丙公司", null, 200_000, 20_000],
  ["A4", "丁公司", "卢布", 300_000, 30_000],
];

let desk: TestDesk;
let dealId: number;
let report: TapeReport;
beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.create(testDeal)).id;
  const path = desk.copyOf(corporateTape, "currencies.xlsx");
  writeFileSync(path, workbookOf([{ name: "债权清单", rows }]));
  ({ report } = await desk.tapes.importAsProposed(dealId, desk.admit(path)));
});
afterAll(() => desk.close());

describe("a tape with loans in several currencies", () => {
  it("names the rows in another one, and those whose currency can't be read", () => {
    expect(report.rejections.map(({ row, field, code, raw }) => [row, field, code, raw])).toEqual([
      [4, "currency", "otherCurrency", "美元"],
      [6, "currency", "unknownCode", "卢布"],
    ]);
    expect(report.counts).toMatchObject({ loanRows: 4, loansKept: 2, loansRejected: 2 });
  });

  it("is priced without them", async () => {
    const { totals } = await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    expect(totals).toMatchObject({ loans: 2, upbFen: 120_000_000, interestFen: 12_000_000 });
  });

  it("shows the currency of a loan where the tape states it", async () => {
    const { firstLoanId } = await desk.tapes.tapeOf((await desk.deals.get(dealId)).package?.tapeId ?? 0);
    expect((await desk.packages.loanFacts(dealId, firstLoanId)).stated).toEqual({ currency: "CNY" });
    expect((await desk.packages.loanFacts(dealId, firstLoanId + 1)).stated).toEqual({});
  });
});
