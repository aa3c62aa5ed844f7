import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recoveryRoutes } from "../../shared/domain/pricing-results.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { workbookOf } from "../integration/pricing/workbook-of.ts";
import { priced, priceNewDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const loanHeader = "借款合同编号,债务人名称,债务人类型,贷款本金余额（元）,利息（元）,担保方式,诉讼阶段,管辖法院,诉讼时效届满日,保证人,债务人经营状况,逾期日期";
const loans = [
  "洛借字001,洛阳甲置业有限公司,企业,80000000,9000000,抵押+保证,未诉,洛阳市中级人民法院,2025-06-30,张三,正常经营,",
  "洛借字002,洛阳乙商贸有限公司,企业,90000000,4000000,抵押+保证,已判决,洛阳铁路运输法院,,李四,失联,",
  "洛借字003,洛阳丙贸易有限公司,企业,70000000,2000000,保证,未诉,,,,正常经营,2021-03-01",
];
const itemHeader = "借款合同编号,抵押物类型,坐落,不动产权证号,面积,评估价值（元）,抵押顺位";
const items = ["洛借字002,商铺,涧西区中州西路1号,豫(2021)洛阳市不动产权第0001234号,800,60000000,1"];
const cells = (line: string) => line.split(",").map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell === "" ? null : cell));

const checked = {
  zh: { counted: "诉讼时效届满：1 笔，债权总额 8,900.00，按零计", ignored: "诉讼时效届满：1 笔，债权总额 8,900.00，假设中不计此项" },
  en: {
    counted: "Limitation has run out: 1 loan(s), claim 8,900.00, counted as zero",
    ignored: "Limitation has run out: 1 loan(s), claim 8,900.00, not counted by the assumptions",
  },
} as const;

/** What is said of the months beyond a horizon of 30. */
const cutOff = { zh: /第 31 至 240 个月的回款 [\d,.]+ 未计入/, en: /months 31 to 240: [\d,.]+ of receipts/ } as const;

/** Lines of the trace, and what it says below them of a first round in month 41 and of an acceptance fee that is capped at 100,000 yuan. */
const explained = {
  zh: {
    shop: ["抵押物处置回收现值", "抵押物 1（商铺"],
    firstRound: "第 1 轮处置，第 41 个月",
    costs: ["清收成本现值"],
    acceptance: "案件受理费 10.00，以债权总额 7,200.00 为基数，第 9 个月预交",
  },
  en: {
    shop: ["Present value of collateral recoveries", "Collateral 1 (Shop"],
    firstRound: "Round 1 in month 41",
    costs: ["Present value of the costs of collection"],
    acceptance: "Court acceptance fee 10.00 on a claim of 7,200.00, paid in month 9",
  },
} as const;

const amountOf = (text: string | null) => Number((text ?? "").replaceAll(",", "").replace("−", "-"));

let desk: DeskWindow;
let dataFolder: string;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  const tape = join(dataFolder, "tape.xlsx");
  await writeFile(
    tape,
    workbookOf([
      { name: "债权清单", rows: [["基准日：2025年9月30日"], cells(loanHeader), ...loans.map(cells)] },
      { name: "抵押物清单", rows: [cells(itemHeader), ...items.map(cells)] },
    ]),
  );
  desk = await openDesk({ dataFolder, dialogs: { open: [tape, tape] } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(["zh", "en"] as const)("the assumptions of the routes (%s)", (language) => {
  const say = (key: TextKey) => textOf(language, key);
  const field = (key: TextKey) => desk.page.getByLabel(say(key), { exact: true });
  const maxBid = async () => amountOf(await desk.page.getByTestId("max-bid-base").textContent());

  /** What stands below a line of the base case's highest bid: that of a segment, then by a part of their texts the lines in it. */
  const traceBelow = async (segment: string, parts: readonly string[]) => {
    const { page } = desk;
    const drawer = page.getByTestId("figure-drawer");
    const open = async (path: string) => {
      await drawer.locator(`${path} > [data-line]`).getByRole("button").click();
      await drawer.locator(`${path} > ul`).waitFor();
    };
    await page.getByTestId("max-bid-base").getByRole("button").click();
    for (const id of ["presentValue", "bySegment", segment]) await open(`li:has(> [data-line="${id}"])`);
    let path = `li:has(> [data-line="${segment}"])`;
    for (const part of parts) {
      const lines = await drawer
        .locator(`${path} > ul > li > [data-line]`)
        .evaluateAll((all) => all.map((one) => ({ id: one.getAttribute("data-line"), text: one.textContent ?? "" })));
      path += ` > ul > li:has(> [data-line="${lines.find(({ text }) => text.includes(part))?.id}"])`;
      await open(path);
    }
    const below = await drawer.locator(`${path} > ul`).textContent();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    return below;
  };

  beforeAll(async () => {
    await speak(desk.page, language);
    await priceNewDeal(desk.page, `洛阳包 ${language}`);
  });

  it("bid by the time that a sale takes and by what courts charge, as the trace of the loan explains", async () => {
    const { page } = desk;
    const cell = (path: string) => page.locator(`[data-assumption="${path}"] input`);
    const before = await maxBid();
    await page.getByTestId("group-timing").click();
    await cell("timing.judged.monthsToFirstRound").fill("41");
    await priced(page);
    const later = await maxBid();
    expect(later).toBeLessThan(before);
    // The shop of the judged loan is offered first in that month.
    const { shop, firstRound, costs, acceptance } = explained[language];
    expect(await traceBelow("segment:corporateSecured", ["洛借字002", ...shop])).toContain(firstRound);
    await cell("timing.judged.monthsToFirstRound").fill("18");
    await cell("timing.notSued.courtFeesMonth").fill("9");
    await page.getByTestId("group-courtFees").click();
    await cell("courtFees.acceptanceHalvedShare").fill("0");
    await priced(page);
    const whole = await maxBid();
    await cell("courtFees.acceptance.capYuan").fill("100000");
    await priced(page);
    expect(await maxBid()).toBeGreaterThan(whole);
    expect(await traceBelow("segment:corporateGuaranteed", ["洛借字003", ...costs])).toContain(acceptance);
  });

  it("bid more where guarantors are surer to pay", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByTestId("group-guarantors").click();
    await field("pricing.route.probability").fill("90");
    await priced(page);
    expect(await maxBid()).toBeGreaterThan(before);
  });

  it("bid more where a guarantee without a name counts, and less where doubtful limitation does", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByTestId("unnamed-count").fill("2");
    await priced(page);
    const named = await maxBid();
    expect(named).toBeGreaterThan(before);
    await page.getByTestId("group-validity").click();
    await field("pricing.route.check.limitationDoubtful").check();
    await priced(page);
    expect(await maxBid()).toBeLessThan(named);
    await field("pricing.route.check.limitationDoubtful").uncheck();
    await page.getByTestId("unnamed-count").fill("0");
    await page.getByTestId("group-validity").click();
    await priced(page);
    expect(await maxBid()).toBe(before);
  });

  it("refuse a court without a name, and sell later in a slow one", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByTestId("group-courtDelays").click();
    await page.getByRole("button", { name: say("pricing.route.addCourt"), exact: true }).click();
    const court = field("pricing.route.court");
    await court.and(page.locator('[aria-invalid="true"]:focus')).waitFor();
    await page.keyboard.type("洛阳铁路运输法院");
    await field("pricing.route.courtMonths").fill("12");
    await priced(page);
    expect(await maxBid()).toBeLessThan(before);
  });

  it("show the claims that fail a check, and price them where the desk does not count it", async () => {
    const { page } = desk;
    const strip = page.getByTestId("validity-strip");
    const before = await maxBid();
    await strip.getByText(checked[language].counted, { exact: true }).waitFor();
    await page.getByTestId("group-validity").click();
    await field("pricing.route.check.limitationExpired").uncheck();
    await priced(page);
    await strip.getByText(checked[language].ignored, { exact: true }).waitFor();
    expect(await maxBid()).toBeGreaterThan(before);
  });

  it("bid by the condition of the debtor, and by what each month is stated to bring", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByTestId("group-conditions").click();
    await page.getByLabel(`${say("code.debtorCondition.missing")} ${say("pricing.route.condition.cashFactor")}`, { exact: true }).fill("1");
    await priced(page);
    const asOperating = await maxBid();
    expect(asOperating).toBeGreaterThan(before);
    await page.getByTestId("group-curves").click();
    const shares = page.getByTestId("monthly-shares-corporateSecured");
    await shares.fill("60 60");
    await shares.and(page.locator('[aria-invalid="true"]')).waitFor();
    await shares.fill("10 0 10.5");
    await priced(page);
    expect(await maxBid()).toBeGreaterThan(asOperating);
    await shares.fill("");
    await priced(page);
    expect(await maxBid()).toBe(asOperating);
  });

  it("bid less where principal alone is admitted", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByTestId("group-interest").click();
    await field("pricing.route.interest.admitted").selectOption("principal");
    await priced(page);
    expect(await maxBid()).toBeLessThan(before);
    await field("pricing.route.interest.admitted").selectOption("toCutOff");
    await priced(page);
    expect(await maxBid()).toBe(before);
  });

  it("bid more where unsecured claims are settled, and less where the servicer is paid for success", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByTestId("group-exits").click();
    const exit = (column: "probability" | "share") =>
      page.getByLabel(`${say("pricing.route.exit.kinds.resale")} ${say(`pricing.route.exit.${column}`)}`, { exact: true });
    await exit("share").fill("30");
    await exit("probability").fill("50");
    await priced(page);
    const withResale = await maxBid();
    expect(withResale).toBeGreaterThan(before);
    await page.getByTestId("group-costs").click();
    await field("pricing.route.incentiveFromShare").fill("1");
    await page.getByTestId("incentive-rate").fill("20");
    await priced(page);
    expect(await maxBid()).toBeLessThan(withResale);
    await page.getByTestId("incentive-rate").fill("0");
    await exit("probability").fill("0");
    await priced(page);
    expect(await maxBid()).toBe(before);
  });

  it("take costs by size of claim, curves by age, and no suit that brings nothing", async () => {
    const { page } = desk;
    const cell = (path: string) => page.locator(`[data-assumption="${path}"] input`);
    const before = await maxBid();
    await page.getByTestId("add-file-cost-band").click();
    await cell("costs.fileCostBands.0.claimUpToYuan").fill("1000000000");
    await cell("costs.fileCostBands.0.fileCostYuan").fill("500000");
    await priced(page);
    expect(await maxBid()).toBeLessThan(before);
    await cell("costs.fileCostBands.0.fileCostYuan").fill("3000");
    await priced(page);
    expect(await maxBid()).toBe(before);
    await page.getByTestId("group-agedCurves").click();
    await page.getByTestId("add-age-corporateGuaranteed").click();
    await priced(page);
    const asOld = await maxBid();
    expect(asOld).toBeLessThan(before);
    await cell("agedCurves.corporateGuaranteed.0.firstMonthRate").fill("1");
    await priced(page);
    expect(await maxBid()).toBeGreaterThan(asOld);
    const sued = await maxBid();
    await page.getByTestId("group-suits").click();
    await page.getByTestId("suit-cash-share").fill("0");
    await field("pricing.field.onlyWhereWorthwhile").check();
    await priced(page);
    expect(await maxBid()).toBeGreaterThan(sued);
  });

  it("bid less where a sale is taxed more, more stands before us, appraisals fell since, or the horizon is short", async () => {
    const { page } = desk;
    const lowers = async (change: () => Promise<void>) => {
      const before = await maxBid();
      await change();
      await priced(page);
      expect(await maxBid()).toBeLessThan(before);
    };
    await page.getByTestId("group-collateral").click();
    await lowers(() => field("pricing.route.deedTaxRate").fill("12"));
    await page.getByTestId("group-saleTaxes").click();
    await lowers(() => page.getByTestId("stamp-duty-1").fill("9"));
    await page.getByTestId("group-priorities").click();
    await lowers(() => page.getByTestId("propertyFeeRate").fill("2"));
    await lowers(() => page.getByTestId("taxArrearsShare").fill("20"));
    // No sale of this package leaves a debtor anything: set, the share moves nothing.
    const settled = await maxBid();
    await page.getByTestId("surplusShare").fill("0");
    // What is said of a value once its field is left moves the groups below.
    await page.getByTestId("surplusShare").press("Tab");
    await priced(page);
    expect(await maxBid()).toBe(settled);
    await page.getByTestId("accrues-to-sale").click();
    await priced(page);
    expect(await maxBid()).toBeGreaterThanOrEqual(settled);
    const beyond = async () => amountOf(await page.getByTestId("beyond-horizon-base").textContent());
    const counted = await beyond();
    await lowers(() => page.getByTestId("horizon-months").fill("30"));
    // What the horizon cuts off is told beside the bid, a moment after it.
    const grounds = page.getByTestId("grounds-strip");
    const pending = textOf(language, "pricing.grounds.beyondUnknown", { month: 30, state: say("figure.pending") });
    await grounds.getByText(pending, { exact: true }).waitFor({ state: "detached" });
    expect(await grounds.textContent()).toMatch(cutOff[language]);
    expect(await beyond()).toBeGreaterThan(counted);
    await grounds.getByText(say("pricing.grounds.beforeTaxes"), { exact: true }).waitFor();
    // No round comes before the first.
    await page.locator('[data-assumption="collateral.rounds.1.gapMonths"]').waitFor();
    expect(await page.locator('[data-assumption="collateral.rounds.0.gapMonths"]').count()).toBe(0);
    // Own estimates have a line only where there are any.
    const shown = recoveryRoutes.filter((route) => route !== "own");
    const shares = await Promise.all(shown.map((route) => page.getByTestId(`route-${route}-base`).textContent()));
    expect(shares.reduce((sum, share) => sum + amountOf((share ?? "").replace("%", "")), 0)).toBeCloseTo(100, 0);
  });
});
