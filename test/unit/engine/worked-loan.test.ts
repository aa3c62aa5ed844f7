import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../main/engine/price-package.ts";
import { collateralKinds, litigationStages, segments } from "../../../shared/domain/codes.ts";
import type { TraceNode } from "../../../shared/domain/pricing-results.ts";
import { columnsOf, noShifts, type TestLoan } from "./engine-fixtures.ts";

/*
 * The loan of docs/engine/worked-loan.md, worked out step by step in plain arithmetic beside the engine. The page has to show
 * every one of these lines: where an assumption or a rule changes, the test says what the page should read.
 */

const { assumptions: a } = defaultAssumptionSet;
const [shop, secured, sued] = [collateralKinds.indexOf("shop"), segments.indexOf("corporateSecured"), litigationStages.indexOf("sued")];
const loan: TestLoan = {
  upb: 8_000_000,
  interest: 1_500_000,
  fees: 100_000,
  segment: secured,
  stage: sued,
  items: [{ appraisal: 10_000_000, kind: shop, rank: 1, senior: null, cap: 9_000_000, age: 12 }],
  guarantors: [{ cap: null, isExpired: false }],
};

const yuan = (amount: number) => amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const plain = (number: number) => String(Number(number.toPrecision(8)));
const percent = (share: number) => `${plain(share * 100)} %`;
const lines: string[] = [];
/** Notes a line of the page, and gives its number on. */
function line(name: string, working: string, value: number, shown: string = yuan(value)): number {
  lines.push(`| ${name} | ${working} | ${shown} |`);
  return value;
}

const claim = line("claim C", "8,000,000 + 1,500,000 + 100,000", loan.upb + loan.interest + loan.fees);
const growth = 1 + a.collateral.annualGrowth;
const carried = line("appraisal at cut-off", `10,000,000 × ${plain(growth)}^(12 ÷ 12)`, 10_000_000 * growth);
const factor = a.collateral.appraisalFactor.shop;
const tax = a.saleTaxes.at(-1);
const [vat, landVat, stamp] = [tax?.saleVat.shop.company ?? 0, tax?.landVat.shop.company ?? 0, tax?.stampDuty ?? 0];
const deducted = vat + landVat + stamp + a.collateral.sellerTaxRate + a.collateral.saleCostRate;
const enforcement = line("enforcement fee", "50 + 490,000 × 1.5 % + 4,500,000 × 1 % + 4,600,000 × 0.5 %", 50 + 7350 + 45_000 + 23_000);
const { propertyFeeRate, propertyFeeMonths } = a.priorities;
const toRound = a.timing.sued.monthsToFirstRound;
const propertyFees = line(
  "property fees",
  `10,000,000 × ${percent(propertyFeeRate)} × min(${propertyFeeMonths}, ${toRound}) ÷ 12`,
  (10_000_000 * propertyFeeRate * Math.min(propertyFeeMonths, toRound)) / 12,
);
const discount = (month: number) => (1 + a.hurdleRate) ** (-month / 12);

/** One way in which the shop ends: what it pays of the claim, and the cash that it brings. */
interface Ending {
  readonly probability: number;
  readonly use: number;
  readonly month: number;
  readonly cash: number;
  /** Cash paid where the shop is taken for the debt, and its month. */
  readonly paid: number;
  readonly paidMonth: number;
}

/** What is left of a price for us. */
function toUs(name: string, price: number, words: string): number {
  const net = line(`${name}: after taxes and costs of the sale`, `${yuan(price)} × (1 − ${plain(deducted)})`, price * (1 - deducted));
  return line(
    `${name}: ${words}`,
    `min(max(${yuan(net)} − ${yuan(enforcement)} − ${yuan(propertyFees)}, 0), 9,000,000, C)`,
    Math.min(Math.max(net - enforcement - propertyFees, 0), 9_000_000, claim),
  );
}

/** One round: its price, what the price bears, what is left for us. */
function sale(name: string, month: number, probability: number, price: number, priceWorking: string): Ending {
  line(`${name}: month`, "", month, String(month));
  const cash = toUs(name, line(`${name}: price`, priceWorking, price), "to us");
  return { month, probability, cash, use: cash, paid: 0, paidMonth: month };
}

function rounds(): Ending[] {
  const sales: Ending[] = [];
  let month = a.timing.sued.monthsToFirstRound;
  let unsold = 1;
  let last = { share: 0, month };
  for (const [index, { openingShare, clearingProbability, priceMultiple, gapMonths }] of a.collateral.rounds.entries()) {
    if (index > 0) month += gapMonths;
    const value = carried * factor * growth ** (month / 12);
    const odds = clearingProbability * a.collateral.clearingFactor.shop;
    const name = `round ${index + 1}`;
    line(`${name}: value`, `${yuan(carried)} × ${plain(factor)} × ${plain(growth)}^(${month} ÷ 12)`, value);
    const probability = line(
      `${name}: probability`,
      `${plain(unsold)} × ${plain(clearingProbability)} × ${plain(a.collateral.clearingFactor.shop)}`,
      unsold * odds,
      percent(unsold * odds),
    );
    sales.push(sale(name, month, probability, value * openingShare * priceMultiple, `${yuan(value)} × ${plain(openingShare)} × ${plain(priceMultiple)}`));
    unsold *= 1 - odds;
    last = { share: openingShare, month };
  }
  const { probability: taken, realisationShare, gapMonths, deedTaxRate, carryRate, resaleRate } = a.collateral.debtForAsset;
  const takeOver = line(
    "debt for asset: take-over price",
    `value of month ${last.month} × ${plain(last.share)}`,
    carried * factor * growth ** (last.month / 12) * last.share,
  );
  const odds = line("debt for asset: probability", `${plain(unsold)} × ${plain(taken)}`, unsold * taken, percent(unsold * taken));
  const use = toUs("debt for asset", takeOver, "set off against the claim");
  const paid = line(
    `debt for asset: paid in cash in month ${last.month}`,
    `${yuan(takeOver)} × (1 + ${plain(deedTaxRate)}) − ${yuan(use)}`,
    takeOver * (1 + deedTaxRate) - use,
  );
  const cash = line(
    `debt for asset: resale in month ${last.month + gapMonths}`,
    `${yuan(takeOver)} × (${plain(realisationShare)} × (1 − ${plain(resaleRate)}) − ${plain(carryRate)} × ${gapMonths} ÷ 12)`,
    takeOver * (realisationShare * (1 - resaleRate) - (carryRate * gapMonths) / 12),
  );
  const worth = line(
    "debt for asset: worth while, since above 0",
    `${yuan(cash)} × 1.12^(−${gapMonths} ÷ 12) − ${yuan(paid)}`,
    cash * discount(gapMonths) - paid,
  );
  if (worth > 0) sales.push({ probability: odds, use, month: last.month + gapMonths, cash, paid, paidMonth: last.month });
  return sales;
}

const sales = rounds();
const terms = (of: (one: Ending) => string) => sales.map(of).join(" + ");
const collateral = line(
  "collateral, expected cash",
  terms(({ probability, cash, paid }) => `${percent(probability)} × ${paid === 0 ? yuan(cash) : `(${yuan(cash)} − ${yuan(paid)})`}`),
  sales.reduce((sum, { probability, cash, paid }) => sum + probability * (cash - paid), 0),
);
const used = line(
  "expected to be paid of the claim",
  terms(({ probability, use }) => `${percent(probability)} × ${yuan(use)}`),
  sales.reduce((sum, { probability, use }) => sum + probability * use, 0),
);
const { probability, recoveryRate, firstMonth, windowMonths } = a.guarantors;
const guaranteed = line("guarantor", `(C − ${yuan(used)}) × ${plain(probability)} × ${plain(recoveryRate)}`, (claim - used) * probability * recoveryRate);
const left = line("claim left for cash", `C − ${yuan(used)} − ${yuan(guaranteed)}`, claim - used - guaranteed);
const curve = a.curves.corporateSecured;
const shares = Array.from({ length: a.horizonMonths - curve.lagMonths }, (_, at) => ({
  month: curve.lagMonths + 1 + at,
  share: curve.firstMonthRate * curve.monthlyDecay ** at,
}));
const collected = shares.reduce((sum, { share }) => sum + share, 0);
line(
  "share collected to the horizon",
  `${plain(curve.firstMonthRate)} × (1 − ${plain(curve.monthlyDecay)}^${shares.length}) ÷ (1 − ${plain(curve.monthlyDecay)})`,
  collected,
  percent(collected),
);
const cash = line("cash", `${yuan(left)} × ${percent(collected)}`, left * collected);
const rate = a.costs.servicerRateCollateral + a.costs.counselRateCollateral;
const { servicerRateGuarantor, servicerRateCash, fileCostYuan, fileCostMonth } = a.costs;
const costs = line(
  "costs",
  `${yuan(collateral)} × ${plain(rate)} + ${yuan(guaranteed)} × ${plain(servicerRateGuarantor)} + ${yuan(cash)} × ${plain(servicerRateCash)} + ${yuan(fileCostYuan)}`,
  collateral * rate + guaranteed * servicerRateGuarantor + cash * servicerRateCash + fileCostYuan,
);
const collateralValue = line(
  "value of collateral",
  terms(({ probability, cash, month, paid, paidMonth }) => {
    const received = `${yuan(probability * cash)} × 1.12^(−${month} ÷ 12)`;
    return paid === 0 ? received : `${received} − ${yuan(probability * paid)} × 1.12^(−${paidMonth} ÷ 12)`;
  }),
  sales.reduce((sum, { probability, cash, month, paid, paidMonth }) => sum + probability * (cash * discount(month) - paid * discount(paidMonth)), 0),
);
const costValue = line(
  "value of the collateral's costs",
  `(${terms(({ probability, cash, month, paid }) => `${yuan(probability * (cash - paid))} × 1.12^(−${month} ÷ 12)`)}) × ${plain(rate)}`,
  sales.reduce((sum, { probability, cash, month, paid }) => sum + probability * (cash - paid) * discount(month), 0) * rate,
);
const window = Array.from({ length: windowMonths }, (_, at) => discount(firstMonth + at) / windowMonths).reduce((sum, one) => sum + one, 0);
const guarantorValue = line(
  "value of the guarantor",
  `${yuan(guaranteed)} × ${plain(window)}, the mean factor of months ${firstMonth} to ${firstMonth + windowMonths - 1}`,
  guaranteed * window,
);
const cashDiscount = shares.reduce((sum, { month, share }) => sum + share * discount(month), 0);
const cashValue = line(
  "value of cash",
  `${yuan(left)} × ${plain(cashDiscount)}, Σ share × factor of months ${curve.lagMonths + 1} to ${a.horizonMonths}`,
  left * cashDiscount,
);
const fileValue = fileCostYuan * discount(fileCostMonth);
const worth = line(
  "present value of the loan",
  `${yuan(collateralValue)} − ${yuan(costValue)} + ${yuan(guarantorValue)} × ${plain(1 - servicerRateGuarantor)} + ${yuan(cashValue)} × ${plain(1 - servicerRateCash)} − ${yuan(fileCostYuan)} × 1.12^(−${fileCostMonth} ÷ 12)`,
  collateralValue - costValue + guarantorValue * (1 - servicerRateGuarantor) + cashValue * (1 - servicerRateCash) - fileValue,
);

const columns = columnsOf([loan]);
const nodesOf = (node: TraceNode): TraceNode[] => [node, ...node.children.flatMap(nodesOf)];

describe("the worked loan", () => {
  it("comes to what the engine gives it", () => {
    const { loans } = priceCase(columns, a, noShifts);
    const figures = [collateral, guaranteed, cash, costs, worth];
    const given = [loans.collateralRecovery, loans.guarantorRecovery, loans.cashRecovery, loans.costs, loans.presentValue].map(([only]) => only);
    for (const [at, figure] of figures.entries()) expect(figure).toBeCloseTo(given[at] ?? Number.NaN, 6);
  });

  it("takes the steps that the trace shows", () => {
    const nodes = nodesOf(explainLoan(columns, 0, a, noShifts));
    const sold = nodes
      .filter(({ key }) => key === "auctionRound" || key === "debtForAsset")
      .map(({ values }) => [values["month"], values["probability"], values["toUsYuan"] ?? values["setOffYuan"]]);
    expect(sold).toHaveLength(sales.length);
    for (const [at, one] of sales.entries()) {
      expect(sold[at]?.[0]).toBe(one.month);
      expect(sold[at]?.[1]).toBeCloseTo(one.probability, 12);
      expect(sold[at]?.[2]).toBeCloseTo(one.use, 6);
    }
    const routes = ["collateralRoute", "guarantorRoute", "cashRoute"].map((key) => nodes.find((node) => node.key === key)?.amountYuan);
    for (const [at, value] of [collateralValue, guarantorValue, cashValue].entries()) expect(routes[at]).toBeCloseTo(value, 6);
  });

  it("tells of the take-over what is set off, paid and brought", () => {
    const taken = sales.find(({ paid }) => paid > 0);
    const nodes = nodesOf(explainLoan(columns, 0, a, noShifts));
    const [paid, resale] = ["takeOverPaid", "takeOverResale"].map((key) => nodes.find((node) => node.key === key)?.values);
    expect(paid?.["setOffYuan"]).toBeCloseTo(taken?.use ?? 0, 6);
    expect(paid?.["month"]).toBe(taken?.paidMonth);
    expect(resale?.["month"]).toBe(taken?.month);
  });

  it("stands in docs/engine/worked-loan.md, line by line", () => {
    const page = readFileSync(new URL("../../../docs/engine/worked-loan.md", import.meta.url), "utf8");
    const rows = page.split("\n").flatMap((text) => (/^\| (?!step|-)/.test(text) ? [text.replaceAll(/ {2,}/g, " ")] : []));
    expect(rows).toEqual(lines.map((text) => text.replaceAll(/ {2,}/g, " ")));
  });
});
