import { readFileSync, writeFileSync } from "node:fs";
import { createSettingsService } from "../../../main/settings/settings-service.ts";
import { usualBeliefs, usualTerms } from "../../../shared/domain/bid-plan.ts";
import { emptyEntry } from "../../../shared/domain/debtor-sheet.ts";
import { unshifted } from "../../../shared/domain/scenario-defaults.ts";
import { storedScenario } from "../../../shared/domain/stored-shifts.ts";
import { corporateTape, openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { workbookOf } from "../pricing/workbook-of.ts";

/*
 * make-desk-file.ts FOLDER [withoutRuns]
 *
 * Writes a desk's database as the release makes it in whose checkout this runs, and what that release states of it:
 * desk-vNN.sqlite and desk-vNN.json (test/fixtures/README.md). It belongs to its release, and calls the services as that has them.
 */
const [, , folder, runs] = process.argv;

const loanHeader =
  "借款合同编号,借据号,债务人名称,债务人类型,贷款本金余额（元）,利息（元）,垫付费用（元）,五级分类,担保方式,诉讼阶段,管辖法院,逾期日期,诉讼时效届满日,判决生效日,保证人,最高保证金额（元）,保证期间届满日,预计回收月数,处置概率,变现折扣率,首月现金回收率,月衰减系数";
const loans = [
  "洛借字001,,洛阳甲置业有限公司,企业,80000000,9000000,120000,可疑,抵押+保证,已判决,洛阳市中级人民法院,2022-03-31,,2024-06-30,张三,30000000,2027-03-31,,,,,",
  "洛借字002,,洛阳乙商贸有限公司,企业,50000000,4000000,80000,次级,抵押,执行中,洛阳铁路运输法院,2022-09-30,,2023-01-31,,,,18,70%,35%,,",
  "洛借字003,,洛阳乙商贸有限公司,企业,12000000,900000,,次级,保证,已诉,洛阳铁路运输法院,2023-01-31,2026-06-30,,李四,,2027-06-30,,,,1%,0.97",
  "洛借字004,,孟津丙机械制造有限公司,企业,36500000.55,5100000.45,64000,损失,抵押,终结本次执行,孟津区人民法院,2020-06-30,,2021-05-31,,,,,,,,",
  "洛借字005,,偃师丁建材有限公司,企业,22000000,3300000,41000,可疑,抵押,未诉,偃师区人民法院,2021-12-31,2024-12-31,,,,,,,,,",
  "洛借字006,,伊川戊矿业有限公司,企业,64000000,15200000,210000,损失,信用,破产,洛阳市中级人民法院,2019-11-30,,2020-08-31,,,,,,,,",
  "洛借字007,,新安己物流有限公司,企业,8600000,,15000,次级,保证,未诉,新安县人民法院,2023-05-31,2026-05-31,,王五;赵六,5000000;,2026-11-30;,,,,,",
  "洛借字002,,洛阳乙商贸有限公司,企业,50000000,4000000,80000,次级,抵押,执行中,洛阳铁路运输法院,2022-09-30,,2023-01-31,,,,,,,,",
  "洛借字009,,宜阳庚食品有限公司,企业,待核,120000,,次级,信用,未诉,宜阳县人民法院,2023-08-31,2026-08-31,,,,,,,,,",
  "洛借字010,洛借据010-1,嵩县辛建筑有限公司,企业,6000000.01,500000.02,,次级,保证,未诉,嵩县人民法院,2023-06-30,2026-06-30,,孙八,,,,,,,",
  "洛借字010,洛借据010-2,嵩县辛建筑有限公司,企业,4000000.02,300000.01,,可疑,保证,未诉,嵩县人民法院,2023-09-30,2026-09-30,,孙八,,,,,,,",
];
const itemHeader =
  "借款合同编号,抵押物类型,坐落,不动产权证号,面积,评估价值（元）,抵押顺位,在先债权（元）,最高额抵押金额（元）,抵押或查封,工程款优先权金额（元）,其他债权人债权（元）";
const items = [
  "洛借字001,商铺,涧西区中州西路1号,豫(2021)洛阳市不动产权第0001234号,800,60000000,1,,90000000,抵押,3000000,",
  "洛借字002,商铺,涧西区中州西路1号,豫（2021）洛阳市不动产权第0001234号,800,60000000,2,,,抵押,,",
  "洛借字002,住宅,西工区唐宫路8号3幢,豫(2019)洛阳市不动产权第0099123号,132,1850000,1,,,抵押,,",
  "洛借字004,工业厂房,孟津区平乐镇工业路,,5200,21000000,1,2500000,40000000,抵押,,",
  "洛借字004,土地,孟津区平乐镇工业路,,12000,9000000,1,,,查封,,6000000",
  "洛借字005,办公楼,偃师区商都路,,960,14400000,2,5000000,,抵押,,",
  "洛借字006,其他,伊川县城关镇,,,3200000,1,,,抵押,,",
  "洛借字099,住宅,老城区中州东路,,88,900000,1,,,抵押,,",
];
const cells = (line: string) => line.split(",").map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell === "" ? null : cell));
const retailRows = 24;
/** Smaller loans cost more to work out than they bring. */
const leastRetailYuan = 90_000;

/** A package of every kind of row: kept, refused, joined and not, with what only some releases read. */
async function importCorporate(desk: TestDesk): Promise<number> {
  const { id } = await desk.deals.create({ ...testDeal, name: "洛阳资产包", cutOffDate: "2025-09-30", owner: "张经理", notes: "首轮" });
  const path = desk.copyOf(corporateTape, "洛阳资产包.xlsx");
  writeFileSync(
    path,
    workbookOf([
      { name: "债权清单", rows: [["基准日：2025年9月30日"], cells(loanHeader), ...loans.map(cells)] },
      { name: "抵押物清单", rows: [cells(itemHeader), ...items.map(cells)] },
      { name: "还款记录", rows: [cells("借款合同编号,还款日期,还款金额（元）"), cells("洛借字005,2024-03-31,50000")] },
    ]),
  );
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const sheets = suggestedMapping.sheets.map((sheet) => (sheet.role === "loans" ? { ...sheet, drawdowns: "claim" as const } : sheet));
  await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, sheets } });
  return id;
}

async function importRetail(desk: TestDesk): Promise<number> {
  const { id } = await desk.deals.create({ ...testDeal, name: "个贷资产包", kind: "retailBulk", cutOffDate: "2025-09-30" });
  const [header, ...lines] = readFileSync(retailTape).toString("latin1").split("\n");
  const large = lines.filter((line) => Number(line.split(",")[5]) >= leastRetailYuan);
  const path = desk.copyOf(retailTape, "个贷资产包.csv");
  writeFileSync(path, `${[header, ...large.slice(0, retailRows)].join("\n")}\n`, "latin1");
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: "yuan" as const }));
  await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser, sheets } });
  return id;
}

async function saveRun(desk: TestDesk, dealId: number, name: string): Promise<void> {
  if (runs === "withoutRuns") return;
  const { id } = await desk.runs.save(dealId, name);
  await desk.runs.mark(id, { note: `备注：${name}`, isStarred: true });
}

/** The desk's own set, edits of the model, and a run at the highest bid and at one of the desk's. */
async function priceAndSave(desk: TestDesk, dealId: number): Promise<void> {
  const [seeded] = await desk.assumptions.list();
  if (seeded === undefined) throw new Error("no set of assumptions is seeded");
  const { seeded: _flag, ...own } = await desk.assumptions.copy(seeded.id, { nameZh: "本部", nameEn: "Own" });
  await desk.assumptions.update({ ...own, assumptions: { ...own.assumptions, hurdleRate: 0.15 } });
  const { assumptions, cases } = await desk.assumptions.apply(dealId, own.id);
  const bolder = { ...cases, high: { ...cases.high, delayMonthsShift: -3 } };
  const { bidPriceFen } = await desk.pricing.price(dealId, { assumptions, cases: bolder, bidPriceFen: null });
  await saveRun(desk, dealId, "最高报价");
  await desk.pricing.price(dealId, { assumptions, cases: bolder, bidPriceFen: Math.round(bidPriceFen * 0.9) });
  await saveRun(desk, dealId, "委员会稿");
}

/** The desk's own line of the largest debtor. */
async function estimateDebtor(desk: TestDesk, dealId: number): Promise<void> {
  const view = { sortBy: "claimFen", descending: true, search: "", filter: "all", groupName: null } as const;
  const [largest] = (await desk.debtors.sheet(dealId, view, { offset: 0, limit: 1 })).rows;
  const low = { grossFen: 20_000_000_00, costsFen: 900_000_00, months: 36, discountRate: 0.12, margin: 0.1 };
  const high = { ...low, grossFen: 45_000_000_00, months: 18 };
  const said = { groupName: "甲集团", underwriter: "李评估", underwrittenOn: "2025-11-20", evidence: "现场勘查", note: "厂房空置" };
  await desk.debtors.save(dealId, largest?.loanId ?? 0, { ...emptyEntry, ...said, method: "liquidation", low, high, lowWeight: 0.5 });
  if (!("diligence" in desk)) return;
  await desk.diligence.saveHours(dealId, { hoursLeft: 40, hoursEach: 10 });
  await desk.diligence.saveInspection(dealId, largest?.loanId ?? 0, { hours: 16, status: "underWay", finding: "厂房空置" });
}

/** What the desk believes of the sale, and its prices in the room. */
async function planBid(desk: TestDesk, dealId: number): Promise<void> {
  await desk.bids.saveBeliefs(dealId, { ...usualBeliefs, saleForm: "listing", ownError: 0.2 });
  await desk.bids.saveSale(dealId, { ...usualTerms, listFen: 227_252_353_00, stepFen: 500_000_00, limitFen: 240_000_000_00, raiser: "投委会主任" });
}

async function fillDesk(desk: TestDesk): Promise<void> {
  await createSettingsService({ db: desk.db, locale: "zh-CN" }).update({ theme: "dark", moneyUnit: "yiYuan" });
  const corporate = await importCorporate(desk);
  const retail = await importRetail(desk);
  await priceAndSave(desk, corporate);
  const { assumptions, cases } = await desk.assumptions.model(retail);
  // So few loans bear neither the overhead nor the deal costs of a package.
  const [costs, closing] = [
    { ...assumptions.costs, overheadYuanPerMonth: 0 },
    { ...assumptions.closing, dealCostYuan: 0 },
  ];
  await desk.pricing.price(retail, { assumptions: { ...assumptions, costs, closing }, cases, bidPriceFen: null });
  await saveRun(desk, retail, "初稿");
  if ("debtors" in desk) await estimateDebtor(desk, corporate);
  if ("bids" in desk) await planBid(desk, corporate);
  const gone = await desk.deals.create({ ...testDeal, name: "已放弃的包" });
  await desk.deals.archive(gone.id, true);
  const reported = { buyer: "某资产", seller: "某银行", reportedOn: "2025-10", priceFen: 30_000_000_00, principalFen: 100_000_000_00, claimFen: null };
  await desk.market.saveDeal(null, { ...reported, kind: "", source: "公告", note: "" });
  const [average] = await desk.market.averages();
  if (average !== undefined) await desk.market.removeAverage(average.id);
  if ("portfolio" in desk) await desk.portfolio.match("id:91410300MA0000000X", true);
  if ("scenarios" in desk) {
    const shifts = { all: { ...unshifted, collateralValueShift: -0.2 }, segments: { corporateUnsecured: { delayMonthsShift: 12 } } };
    await desk.scenarios.save(corporate, null, { name: "房价下跌20%", shifts });
  }
}

/** What this release says of its desk, to be said again by every later one. */
async function statementOf(desk: TestDesk, schemaVersion: number) {
  const names = desk.db.raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all() as string[];
  const deals = [...(await desk.deals.list(false)), ...(await desk.deals.list(true))];
  const tapes = (await Promise.all(deals.map(({ id }) => desk.tapes.list(id)))).flat();
  const scenarios = "scenarios" in desk ? (await Promise.all(deals.map(({ id }) => desk.scenarios.list(id)))).flat() : [];
  const saved = (await Promise.all(deals.map(({ id }) => desk.runs.list(id)))).flat();
  return {
    schemaVersion,
    rows: Object.fromEntries(names.map((name) => [name, desk.countRows(name)])),
    deals,
    tapes: tapes.map(({ id, fileName, report: { counts, sums } }) => ({ id, fileName, counts, sums })),
    scenarios: scenarios.map((scenario) => ({ ...scenario, shifts: storedScenario(scenario.shifts) })),
    runs: await Promise.all(
      saved.map(async ({ result: { totals, bidPriceFen, cases, engineVersion }, id, name, inputsHash, runHash }) => {
        const { fiveTierClass, region } = (await desk.runs.runForMemo(id)).strata;
        const bids = Object.fromEntries(cases.map(({ caseName, maxBidFen }) => [caseName, maxBidFen]));
        return { id, name, engineVersion, inputsHash, runHash, totals, bidPriceFen, bids, strata: { fiveTierClass, region } };
      }),
    ),
  };
}

export type DeskStatement = Awaited<ReturnType<typeof statementOf>>;

if (folder === undefined) throw new Error("name the folder to write to");
const desk = openTestDesk();
try {
  await fillDesk(desk);
  const version = Number(desk.db.raw.pragma("user_version", { simple: true }));
  writeFileSync(`${folder}/desk-v${version}.json`, `${JSON.stringify(await statementOf(desk, version), null, 1)}\n`);
  desk.db.raw.prepare("VACUUM INTO ?").run(`${folder}/desk-v${version}.sqlite`);
} finally {
  await desk.close();
}
