import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import type { CalculatedColumn, CellStyle } from "../workbook/twin-table.ts";
import { CaseRows } from "./case-rows.ts";
import { certified, gridRates, gridRatios, irrFrom } from "./certified-rates.ts";
import { LAST_MONTH, LAST_PAYMENT_MONTH } from "./terms.ts";
import { listOf, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

const figures = [
  ["present_value", "money"],
  ["payment_factor", "factor"],
  ["max_bid", "money"],
  ["bid_price", "money"],
  ["gross", "money"],
  ["collateral", "money"],
  ["guarantors", "money"],
  ["cash", "money"],
  ["own", "money"],
  ["costs", "money"],
  ["settlement", "money"],
  ["net", "money"],
  ["route_sale", "money"],
  ["route_taken", "money"],
  ["route_guarantor", "money"],
  ["route_cash", "money"],
  ["route_own", "money"],
  ["wal", "number"],
  ["certified_at_max", "share"],
  ["irr_at_max", "share"],
  ["moic_at_max", "factor"],
  ["payback_at_max", "code"],
  ["profit_at_max", "money"],
  ["peak_at_max", "money"],
  ["certified_at_bid", "share"],
  ["irr_at_bid", "share"],
  ["moic_at_bid", "factor"],
  ["payback_at_bid", "code"],
  ["profit_at_bid", "money"],
  ["peak_at_bid", "money"],
] as const satisfies readonly (readonly [string, CellStyle])[];

/** The two prices at which a pool is measured: the case's highest bid, and the desk's price, the base case's bid where none is entered. */
const prices = [
  ["max", "max_bid"],
  ["bid", "bid_price"],
] as const;

/** Price and what it earns, in each case, with the buyer's flows that it is measured by. */
export function addPricing(book: TwinBook, { output }: TwinSource, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.pricing"), [words.say("twin.sheet.pricing"), words.say("twin.note.pricing")]);
  const rows = figures.map(([name, style]) => ({ name, style, label: words.say(`twin.figure.${name}`) }));
  const table = new CaseRows(book, sheet, "Pricing", null, rows, words);
  const sum = (column: string) => (c: CaseName) => `SUM({Flow.${c}.${column}})`;
  const worth = (column: string) => (c: CaseName) => `SUMPRODUCT({Flow.${c}.${column}},{Flow.${c}.discount})`;
  for (const c of caseNames)
    book
      .table("Flow")
      .calculate([{ ...words.column(`${c}.discount`, "factor", "discount", { caseName: c }), formula: `INDEX({Months.${c}.discount},[month]+1)` }]);
  table.add("present_value", worth("net"));
  table.add("payment_factor", (c) => `SUMPRODUCT({Parts.weight}*(1+hurdle_${c})^(-{Parts.months}/12))`);
  table.add("max_bid", (c) => `ROUND(${bidAt(`present_value_${c}`, `hurdle_${c}`, `payment_factor_${c}`)},2)`);
  table.add("bid_price", () => 'IF(bid_price_entered="",max_bid_base,bid_price_entered)');
  table.add("collateral", sum("collateral"));
  table.add("guarantors", sum("guarantor"));
  table.add("cash", sum("cash"));
  table.add("own", sum("own"));
  table.add("gross", (c) => `collateral_${c}+guarantors_${c}+cash_${c}+own_${c}`);
  table.add("costs", sum("costs"));
  table.add("settlement", sum("settlement"));
  table.add("net", sum("net"));
  table.add("route_taken", worth("taken"));
  table.add("route_sale", (c) => `MAX(0,${worth("collateral")(c)}-route_taken_${c})`);
  table.add("route_guarantor", worth("guarantor"));
  table.add("route_cash", worth("cash"));
  table.add("route_own", worth("own"));
  const months = (c: CaseName) => `SUMPRODUCT({Flow.month},{Flow.${c}.net})`;
  // A mean outside the months of the flows averages nothing.
  table.add("wal", (c) => `IF(AND(net_${c}>0,${months(c)}>=0,${months(c)}<=${LAST_MONTH}*net_${c}),${months(c)}/12/net_${c},0)`);
  addBuyer(book, words);
  for (const [key, price] of prices) {
    const flows = (c: CaseName) => `{Buyer.${c}.${key}}`;
    table.state(`certified_at_${key}`, (c) =>
      certified(output.result.cases.find(({ caseName }) => caseName === c)?.[key === "max" ? "atMaxBid" : "atBidPrice"].irr),
    );
    table.add(`irr_at_${key}`, (c) => irrFrom(flows(c), `certified_at_${key}_${c}`, `hurdle_${c}`));
    table.add(`moic_at_${key}`, (c) => `IF(${price}_${c}+deal_cost_yuan=0,0,net_${c}/(${price}_${c}*(1+deal_cost_rate)+deal_cost_yuan))`);
    table.add(`payback_at_${key}`, (c) => `IF(MIN({Buyer.${c}.${key}Back})>=999,"",MIN({Buyer.${c}.${key}Back}))`);
    table.add(`profit_at_${key}`, (c) => `SUM(${flows(c)})`);
    table.add(`peak_at_${key}`, (c) => `MAX(0,-MIN({Buyer.${c}.${key}Sum}))`);
  }
}

/** The highest price at a rate, from a value at cut-off: what closing adds is paid out of it. */
export const bidAt = (value: string, rate: string, payments: string): string =>
  `MAX(0,(${value}/(1+${rate})^(-closing_month/12)-deal_cost_yuan)/(${payments}+deal_cost_rate))`;

/** What the buyer pays and gets by month, which may run on after the last receipt. */
function buyerFlow(c: CaseName, price: string): string {
  return `IF([month]<=${LAST_MONTH},INDEX({Flow.${c}.net},MIN([month],${LAST_MONTH})+1),0)-${price}*[payment]-IF([month]=closing_month,${price}*deal_cost_rate+deal_cost_yuan,0)`;
}

function addBuyer(book: TwinBook, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.buyer"), [words.say("twin.sheet.buyer"), words.say("twin.note.buyer")]);
  const table = book.addTable(sheet, "Buyer", null, LAST_PAYMENT_MONTH + 1);
  table.facts(
    words.column("month", "code", "month"),
    listOf(LAST_PAYMENT_MONTH + 1, (month) => month),
  );
  table.calculate([
    { ...words.column("payment", "share", "payment"), formula: "SUMIFS({Parts.weight},{Parts.months},[month]-closing_month)" },
    { ...words.column("paid", "share", "paidShare"), formula: "[payment]+IF([month]=0,0,[paid^])" },
  ]);
  for (const c of caseNames) {
    for (const [key, price] of prices) {
      const at = words.say(`twin.price.${key}`);
      const column = (name: string, head: Parameters<TwinWords["head"]>[0], formula: string, style: CellStyle = "money"): CalculatedColumn => ({
        ...words.column(`${c}.${name}`, style, head, { caseName: c, place: at }),
        formula,
      });
      // A shortfall within the rounding of the price counts as paid back.
      const flows = `{Buyer.${c}.${key}}`;
      const shortfall = `(0.01+1E-12*SUMPRODUCT(${flows}*((${flows}>0)-(${flows}<0))))`;
      const isBack = `IF([month]<closing_month,0,IF(AND(${price}_${c}>0,[paid]<0.999999),0,IF([${c}.${key}Since]>=-${shortfall},1,0)))`;
      table.calculate([
        column(key, "buyerFlow", buyerFlow(c, `${price}_${c}`)),
        column(`${key}Sum`, "running", `[${c}.${key}]+IF([month]=0,0,[${c}.${key}Sum^])`),
        // Payback counts from closing on.
        column(`${key}Since`, "runningSince", `IF([month]<closing_month,0,[${c}.${key}]+IF([month]=0,0,[${c}.${key}Since^]))`),
        column(`${key}Back`, "paidBack", `IF(${isBack}=1,[month],999)`, "code"),
      ]);
    }
  }
}

/** Highest bids by hurdle, and rates of return by price, in each case. */
export function addGrids(book: TwinBook, source: TwinSource, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.grids"), [words.say("twin.sheet.grids"), words.say("twin.note.grids")]);
  const hurdles = book.addTable(sheet, "Hurdles", words.say("twin.table.hurdles"), gridHurdles.length);
  hurdles.inputs(words.column("shift", "share", "hurdleShift"), gridHurdles);
  for (const c of caseNames) {
    const rate = `(hurdle_${c}+[shift])`;
    const value = `SUMPRODUCT({Flow.${c}.net}*(1+${rate})^(-{Flow.received}/12))`;
    hurdles.calculate([
      { ...words.column(c, "money", "maxBid", { caseName: c }), formula: bidAt(value, rate, `SUMPRODUCT({Parts.weight}*(1+${rate})^(-{Parts.months}/12))`) },
    ]);
  }
  const ratios = book.addTable(sheet, "Ratios", words.say("twin.table.ratios"), gridRatios.length);
  ratios.inputs(words.column("ratio", "share", "ofBid"), gridRatios);
  ratios.calculate([{ ...words.column("price", "money", "price"), formula: "[ratio]*bid_price_base" }]);
  const flows = book.addTable(sheet, "GridFlows", words.say("twin.table.gridFlows"), LAST_PAYMENT_MONTH + 1);
  flows.facts(
    words.column("month", "code", "month"),
    listOf(LAST_PAYMENT_MONTH + 1, (month) => month),
  );
  flows.calculate([{ ...words.column("payment", "share", "payment"), formula: "INDEX({Buyer.payment},[month]+1)" }]);
  for (const c of caseNames) {
    gridRatios.forEach((ratio, row) => {
      const place = `${Math.round(ratio * 100)}%`;
      flows.calculate([
        { ...words.column(`${c}.${row + 1}`, "money", "buyerFlow", { caseName: c, place }), formula: buyerFlow(c, `INDEX({Ratios.price},${row + 1})`) },
      ]);
    });
    ratios.facts(words.column(`${c}.certified`, "share", "certified", { caseName: c }), gridRates(source, c));
    gridRatios.forEach((_, row) =>
      ratios.calculate(
        [{ ...words.column(c, "share", "irr", { caseName: c }), formula: irrFrom(`{GridFlows.${c}.${row + 1}}`, `[${c}.certified]`, `hurdle_${c}`) }],
        row,
        row + 1,
      ),
    );
  }
}

export const gridHurdles: readonly number[] = [-0.04, -0.02, -0.01, 0, 0.01, 0.02, 0.04];

/** The price parted over the loans by what they are worth in the base case, before it is rounded to whole fen. */
export function addAllocation(book: TwinBook, words: TwinWords): void {
  book
    .table("Loans")
    .calculate([
      { ...words.column("allocated", "money", "allocated"), formula: "IF([base.positive]=0,0,bid_price_base*[base.positive]/SUM({Loans.base.positive}))" },
    ]);
}
