import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadPackage } from "../../../main/packages/load-package.ts";
import type { LoadedPackage } from "../../../main/packages/loaded-package.ts";
import { thawPackage } from "../../../main/runs/frozen-run.ts";
import { consecutiveIds } from "../../../main/tapes/loan-ids.ts";
import { type FillRule, fillRules } from "../../../shared/domain/codes.ts";
import type { TapeReport } from "../../../shared/domain/import-report.ts";
import { openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "./test-desk.ts";

const header =
  "借款合同编号,债务人名称,证件号码,债务人类型,本金余额,利息,代垫费用,担保方式,逾期起始日,五级分类,保证人,最高保证金额,保证期间届满日,诉讼阶段,管辖法院,诉讼时效届满日,判决生效日,申请执行期限,预计回收月数,处置概率,变现折扣率,处置费率,首月现金回收率,月衰减系数";
/** The last line is as odd as a seller's list can be: nothing of it may reach a column. */
const lines = [
  "A1,甲公司,,企业,100,10,1,保证,2022-01-01,可疑,张三、李四,500,2025-06-30,未诉,淇县人民法院,2025-06-30,,,,,,,,",
  "A2,乙公司,91415870JB8PC4QR6L,,200,20,2,保证,2022-01-01,可疑,王五,,2025-06-30,已判决,浚县人民法院,2020-01-01,2023-01-31,,18,70%,70%,5%,1%,0.97",
  "A3,丙,41031119940519744X,,300,30,3,信用,2022-01-01,可疑,,,,已判决,淇县人民法院,,2023-01-31,2026-01-31,12,50%,,,,",
  "A4,丁,,,400,40,4,信用,2022-01-01,可疑,赵六,-5,2025-02-30,未诉,,2025/13/01,25-1-1,见附件,-3,170%,abc,-1,2,NaN",
];

let desk: TestDesk;
let dealId: number;
let report: TapeReport;
let loaded: LoadedPackage;

async function load(id: number, cutOffDate: string | null): Promise<LoadedPackage> {
  const deal = await desk.deals.get(id);
  const tape = await desk.tapes.tapeOf(deal.package?.tapeId ?? 0);
  return loadPackage(desk.db.kysely, {
    tapeId: tape.id,
    revision: 0,
    namesRevision: 0,
    ids: consecutiveIds(tape.firstLoanId, tape.loanCount),
    dealKind: deal.kind,
    cutOffDate,
  });
}

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" })).id;
  const path = desk.copyOf(retailTape, "routes.csv");
  writeFileSync(path, [header, ...lines].join("\n"));
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const mapping = { ...suggestedMapping, ...statedByUser, sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const })) };
  ({ report } = await desk.tapes.import({ dealId, fileToken, encoding: null, mapping }));
  loaded = await load(dealId, "2025-09-30");
});
afterAll(() => desk.close());

describe("a loan list with the facts of all routes", () => {
  it("is mapped by its headers and kept row by row", () => {
    expect(report.counts).toMatchObject({ loansKept: 4, loansRejected: 0 });
    expect(report.sums).toMatchObject({ principalFen: 100_000, interestFen: 10_000, feesFen: 1000 });
  });

  it("tells companies from individuals by word, by identifier, else by the kind of deal, which is flagged", () => {
    expect([...loaded.columns.debtorIsCompany]).toEqual([1, 1, 0, 1]);
    const bit = 1 << fillRules.indexOf("debtorTypeFromKind");
    expect([...loaded.columns.fillMask].map((mask) => (mask & bit) !== 0)).toEqual([false, false, false, true]);
  });

  it("fails what was out of time at the cut-off date", async () => {
    expect([...loaded.columns.failedChecks]).toEqual([1, 2, 0, 4]);
    expect([...(await load(dealId, "2025-01-31")).columns.failedChecks]).toEqual([0, 0, 0, 4]);
    expect([...(await load(dealId, null)).columns.failedChecks]).toEqual([0, 0, 0, 0]);
  });

  it("flags an unsued claim whose limitation date is not stated: as doubtful where its default is over three years ago", async () => {
    const flagged = ({ columns }: LoadedPackage, rule: FillRule) => [...columns.fillMask].map((mask) => (mask & (1 << fillRules.indexOf(rule))) !== 0);
    expect(flagged(loaded, "limitationDoubtful")).toEqual([false, false, false, true]);
    expect(flagged(loaded, "limitationDateUnknown")).toEqual([false, false, false, false]);
    expect(flagged(await load(dealId, "2020-01-01"), "limitationDateUnknown")).toEqual([false, false, false, true]);
  });

  it("numbers the courts", () => {
    const { court, courts } = loaded.columns;
    expect(courts).toEqual(["淇县人民法院", "浚县人民法院"]);
    expect([...court]).toEqual([1, 2, 1, 0]);
  });

  it("gives every guarantor the cap and the period of its row", () => {
    const { guarantorStart, guarantorCap, guaranteeExpired } = loaded.columns;
    expect([...guarantorStart]).toEqual([0, 2, 3, 3, 4]);
    expect([...guarantorCap]).toEqual([500, 500, Number.NaN, Number.NaN]);
    expect([...guaranteeExpired]).toEqual([1, 1, 0, 0]);
  });

  it("takes whole estimates only", () => {
    const { estimates } = loaded.columns;
    const gap = Number.NaN;
    expect(Object.entries(estimates ?? {}).map(([name, column]) => [name, ...(column as Float64Array)])).toEqual([
      ["haircut", gap, 0.3, gap, gap],
      ["realisationProbability", gap, 0.7, gap, gap],
      ["monthsToCash", gap, 18, gap, gap],
      ["collateralCostRate", gap, 0.05, gap, gap],
      ["firstMonthRate", gap, 0.01, gap, gap],
      ["monthlyDecay", gap, 0.97, gap, gap],
    ]);
  });

  it("names everything it left out", () => {
    const found = report.warnings.filter(({ row }) => row === 5).map(({ field, code }) => [field, code]);
    expect(found).toEqual([
      ["guaranteeCap", "negativeAmount"],
      ["guaranteeEnd", "invalidDate"],
      ["limitationDate", "invalidDate"],
      ["judgmentDate", "ambiguousDate"],
      ["enforcementDeadline", "invalidDate"],
      ["estimateMonths", "notWholeNumber"],
      ["estimateProbability", "notAShare"],
      ["estimateSaleShare", "notAShare"],
      ["estimateFirstMonthRate", "notAShare"],
      ["estimateMonthlyDecay", "notAShare"],
      ["estimateCostRate", "notAShare"],
    ]);
    expect(report.findingCounts).toMatchObject({ capForSeveral: 1, estimateIncomplete: 1 });
  });

  it("holds all columns in shared memory", () => {
    const { courts: _courts, cutOffDate: _cutOff, estimates, ownEstimates: _own, loanCount: _count, ...columns } = loaded.columns;
    for (const column of Object.values({ ...columns, ...estimates })) expect((column as Float64Array).buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("shows the desk the same facts", async () => {
    const loanId = loaded.ids.first;
    expect(await desk.packages.loanFacts(dealId, loanId)).toMatchObject({
      debtorType: "company",
      stated: { court: "淇县人民法院" },
      cutOffDate: "2025-09-30",
      failedChecks: ["limitationExpired"],
      guarantors: [
        { name: "张三", capFen: 50_000, periodEnd: "2025-06-30", isOver: true },
        { name: "李四", capFen: 50_000, periodEnd: "2025-06-30", isOver: true },
      ],
      estimate: null,
    });
    expect(await desk.packages.loanFacts(dealId, loanId + 1)).toMatchObject({
      enforcementEnd: "2025-01-31",
      failedChecks: ["enforcementPeriodExpired"],
      estimate: { months: 18, haircut: 0.3, monthlyDecay: 0.97 },
    });
    await expect(desk.packages.loanFacts(dealId, loanId + 4)).rejects.toMatchObject({ code: "pricing.loanNotFound" });
  });

  it("is frozen with a run, courts and estimates too, and has another hash at another cut-off date", async () => {
    await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    const run = await desk.runs.save(dealId, "routes");
    const inputs = desk.db.raw.prepare("SELECT inputs FROM pricing_run WHERE id = ?").pluck().get(run.id) as Uint8Array;
    expect((await thawPackage(inputs)).columns).toEqual(loaded.columns);
    expect(await desk.runs.replay(run.id)).toMatchObject({ isSame: true });
    await desk.deals.update(dealId, { ...testDeal, cutOffDate: "2025-01-31" });
    await expect(desk.runs.save(dealId, "stale")).rejects.toMatchObject({ code: "pricing.notPriced" });
    await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    expect((await desk.runs.save(dealId, "earlier")).inputsHash).not.toBe(run.inputsHash);
  });

  it("prices on under a limit beyond every claim", async () => {
    desk.db.raw.exec("UPDATE guarantor SET cap_fen = 9007199254740991");
    const { columns } = await load(dealId, null);
    expect([...columns.guarantorCap]).toEqual([1e13, 1e13, 1e13, 1e13]);
    await desk.deals.update(dealId, { ...testDeal, cutOffDate: "2020-01-31" });
    const result = await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
    expect(result.totals.loans).toBe(4);
  });

  it("goes with the tape when the import is undone", async () => {
    expect(desk.countRows("loan_estimate")).toBe(1);
    await desk.tapes.undo(loaded.tapeId);
    await desk.tapes.sweep();
    expect(["loan", "guarantor", "loan_estimate"].map((table) => desk.countRows(table))).toEqual([0, 0, 0]);
  });
});
