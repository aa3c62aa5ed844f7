import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPackage } from "../../../main/packages/load-package.ts";
import type { LoadedPackage } from "../../../main/packages/loaded-package.ts";
import { consecutiveIds } from "../../../main/tapes/loan-ids.ts";
import type { TapeReport } from "../../../shared/domain/import-report.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "./test-desk.ts";
import { workbookOf } from "./workbook-of.ts";

const loans = ["A1", "A2", "A3"].map((contract) => [contract, `${contract}公司`, 1000, 100, "抵押", "执行中"]);
const certificate = "豫(2021)淇县不动产权第0001234号";
const items = [
  ["A2", "商铺", certificate, 80, 500, 2, 40, null, null, null],
  ["A1", "商铺", "豫（2021）淇县不动产权第0001234号", 80, 520, 1, null, "抵押", 30, null],
  ["A1", "土地", certificate, 200, 300, 1, null, "抵押", null, null],
  ["A3", "办公楼", "1", 60, 900, 1, null, "查封", null, 700],
  ["A2", "办公楼", "1", 60, 900, 1, null, "共有", -1, "待核"],
];

let desk: TestDesk;
let dealId: number;
let report: TapeReport;
let loaded: LoadedPackage;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" })).id;
  const path = desk.copyOf(corporateTape, "shared.xlsx");
  const loanHeader = ["借款合同编号", "债务人名称", "贷款本金余额（元）", "利息（元）", "担保方式", "诉讼阶段"];
  const itemHeader = [
    "借款合同编号",
    "抵押物类型",
    "不动产权证号",
    "面积",
    "评估价值（元）",
    "抵押顺位",
    "在先债权（元）",
    "抵押或查封",
    "工程款优先权金额（元）",
    "其他债权人债权（元）",
  ];
  writeFileSync(
    path,
    workbookOf([
      { name: "债权", rows: [loanHeader, ...loans] },
      { name: "抵押物", rows: [itemHeader, ...items] },
    ]),
  );
  ({ report } = await desk.tapes.importAsProposed(dealId, desk.admit(path)));
  const { id: tapeId, firstLoanId, loanCount } = await desk.tapes.tapeOf((await desk.deals.get(dealId)).package?.tapeId ?? 0);
  loaded = await loadPackage(desk.db.kysely, {
    tapeId,
    revision: 0,
    namesRevision: 0,
    ids: consecutiveIds(firstLoanId, loanCount),
    dealKind: "corporateBulk",
    cutOffDate: null,
  });
});
afterAll(() => desk.close());

describe("a collateral list with certificates", () => {
  it("sells an asset of two contracts once: their rows carry the number of the first", () => {
    // Rows by loan: A1 shop, A1 land, A2 shop, A2 office, A3 office.
    expect([...loaded.columns.collateralStart]).toEqual([0, 2, 4, 5]);
    expect([...loaded.columns.asset]).toEqual([0, 1, 0, 3, 4]);
    expect(loaded.columns.asset[3]).not.toBe(loaded.columns.asset[4]);
  });

  it("fills how an item is held and who ranks beside us", () => {
    const { collateralHold, priorityClaims, rivalClaims, seniorClaims } = loaded.columns;
    expect([...collateralHold]).toEqual([0, 0, 0, 0, 1]);
    expect([...priorityClaims]).toEqual([30, 0, 0, 0, 0]);
    expect([...rivalClaims]).toEqual([0, 0, 0, 0, 700]);
    expect([...seniorClaims]).toEqual([0, 0, 40, 0, 0]);
  });

  it("tells the desk which rows are shared and which cells it left out", () => {
    expect(report.warnings.map(({ row, field, code, raw }) => [row, field, code, raw])).toEqual([
      [6, "hold", "unknownCode", "共有"],
      [6, "priorityClaims", "negativeAmount", "-1"],
      [6, "rivalClaims", "notANumber", "待核"],
      [3, "contractNo", "collateralShared", "A2"],
    ]);
  });

  it("names the other contract beside the loan", async () => {
    const { items: shown } = await desk.packages.loanFacts(dealId, loaded.ids.first);
    expect(shown.map(({ sharedWith, stated }) => [sharedWith, stated.priorityClaims])).toEqual([
      [["A2"], 3000],
      [[], undefined],
    ]);
  });
});
