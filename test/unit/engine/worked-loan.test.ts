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
const discount = (month: number) => (1 + a.hurdleRate) ** (-month / 12);

interface Sale {
  readonly month: number;
  readonly probability: number;
  readonly paid: number;
}

/** One way in which the shop is sold: its price, what the price bears, what is left for us. */
function sale(name: string, month: number, probability: number, price: number, priceWorking: string, further: number, furtherWorking: string): Sale {
  line(`${name}: month`, "", month, String(month));
  line(`${name}: price`, priceWorking, price);
  const net = line(
    `${name}: after taxes and costs of the sale`,
    `${yuan(price)} × (1 − ${plain(deducted)})${furtherWorking}`,
    price * (1 - deducted) - further,
  );
  const paid = Math.min(Math.max(net - enforcement, 0), 9_000_000, claim);
  line(`${name}: to us`, `min(max(${yuan(net)} − ${yuan(enforcement)}, 0), 9,000,000, C)`, paid);
  return { month, probability, paid };
}

function rounds(): Sale[] {
  const sales: Sale[] = [];
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
    sales.push(
      sale(name, month, probability, value * openingShare * priceMultiple, `${yuan(value)} × ${plain(openingShare)} × ${plain(priceMultiple)}`, 0, ""),
    );
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
  const price = takeOver * realisationShare;
  const own = takeOver * (deedTaxRate + (carryRate * gapMonths) / 12) + price * resaleRate;
  const ownWorking = ` − ${yuan(takeOver)} × (${plain(deedTaxRate)} + ${plain(carryRate)} × ${gapMonths} ÷ 12) − ${yuan(price)} × ${plain(resaleRate)}`;
  sales.push(sale("debt for asset", last.month + gapMonths, odds, price, `${yuan(takeOver)} × ${plain(realisationShare)}`, own, ownWorking));
  return sales;
}

const sales = rounds();
const terms = (of: (one: Sale) => string) => sales.map(of).join(" + ");
const collateral = line(
  "collateral, expected",
  terms(({ probability, paid }) => `${percent(probability)} × ${yuan(paid)}`),
  sales.reduce((sum, { probability, paid }) => sum + probability * paid, 0),
);
const { probability, recoveryRate, firstMonth, windowMonths } = a.guarantors;
const guaranteed = line(
  "guarantor",
  `(C − ${yuan(collateral)}) × ${plain(probability)} × ${plain(recoveryRate)}`,
  (claim - collateral) * probability * recoveryRate,
);
const left = line("claim left for cash", `C − ${yuan(collateral)} − ${yuan(guaranteed)}`, claim - collateral - guaranteed);
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
const saleValue = sales.reduce((sum, one) => sum + one.probability * one.paid * discount(one.month), 0);
const collateralValue = line(
  "value of collateral",
  terms((one) => `${yuan(one.probability * one.paid)} × 1.12^(−${one.month} ÷ 12)`),
  saleValue,
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
  `${yuan(collateralValue)} × ${plain(1 - rate)} + ${yuan(guarantorValue)} × ${plain(1 - servicerRateGuarantor)} + ${yuan(cashValue)} × ${plain(1 - servicerRateCash)} − ${yuan(fileCostYuan)} × 1.12^(−${fileCostMonth} ÷ 12)`,
  collateralValue * (1 - rate) + guarantorValue * (1 - servicerRateGuarantor) + cashValue * (1 - servicerRateCash) - fileValue,
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
      .map(({ values }) => [values["month"], values["probability"], values["toUsYuan"]]);
    expect(sold).toHaveLength(sales.length);
    for (const [at, one] of sales.entries()) {
      expect(sold[at]?.[0]).toBe(one.month);
      expect(sold[at]?.[1]).toBeCloseTo(one.probability, 12);
      expect(sold[at]?.[2]).toBeCloseTo(one.paid, 6);
    }
    const routes = ["collateralRoute", "guarantorRoute", "cashRoute"].map((key) => nodes.find((node) => node.key === key)?.amountYuan);
    for (const [at, value] of [collateralValue, guarantorValue, cashValue].entries()) expect(routes[at]).toBeCloseTo(value, 6);
  });

  it("stands in docs/engine/worked-loan.md, line by line", () => {
    const page = readFileSync(new URL("../../../docs/engine/worked-loan.md", import.meta.url), "utf8");
    const rows = page.split("\n").flatMap((text) => (/^\| (?!step|-)/.test(text) ? [text.replaceAll(/ {2,}/g, " ")] : []));
    expect(rows).toEqual(lines.map((text) => text.replaceAll(/ {2,}/g, " ")));
  });
});
