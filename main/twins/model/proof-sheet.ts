import type { CaseName } from "../../../shared/domain/codes.ts";
import type { CaseResult, RecoveryRoute } from "../../../shared/domain/pricing-results.ts";
import { sumOf } from "../../engine/numbers/summation.ts";
import { planCase } from "../../engine/plan/case-plan.ts";
import { poolPresentValue, solveMaxBid } from "../../engine/pool/price-measures.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { CellStyle } from "../workbook/twin-table.ts";
import { certified, gridRates, gridRatios } from "./certified-rates.ts";
import { bidAt, gridHurdles } from "./pricing-sheet.ts";
import type { TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** A headline figure of the app, and the formula of the workbook that gives it too. */
interface ProofLine {
  readonly label: string;
  readonly app: number;
  readonly formula: string;
  readonly style: CellStyle;
}

/** What the workbook proves: in short, and app value, formula value, difference for every headline figure. */
export function addProof(book: TwinBook, sheet: TwinSheet, source: TwinSource, words: TwinWords): void {
  // Stands first, and is worked out last.
  const summary = book.addTable(sheet, "Summary", words.say("twin.table.summary"), summaryRows.length);
  addFigures(book, sheet, source, words);
  summary.texts(
    "label",
    words.head("figure"),
    summaryRows.map(([name]) => words.say(`twin.figure.${name}`)),
  );
  summary.addEmpty(
    words.column("value", "number", "value"),
    summaryRows.map(([, style]) => style),
  );
  const column = summary.column("value");
  summaryRows.forEach(([name, , formula], row) => {
    if (formula !== null) summary.calculate([{ ...words.column("value", "number", "value"), formula: formula(book) }], row, row + 1);
    book.nameCell(`proof_${name}`, column, row);
  });
  const { formulas, marked } = book.counts();
  column.values[summaryRows.findIndex(([name]) => name === "formula_cells")] = formulas;
  column.values[summaryRows.findIndex(([name]) => name === "marked_cells")] = marked;
}

/** What of the base bid rests on values: the net receipts of what is marked, carried to closing as the bid is. */
function carriedByValues(book: TwinBook): string {
  // Where flows by segment are values, all of the bid rests on them.
  if (!book.hasTable("Curves")) return "max_bid_base";
  if (!book.hasTable("Marked")) return "0";
  const net = "{Marked.base.sales}+{Marked.base.taken}-{Marked.base.costs}*cost_level_base";
  return `IF(present_value_base=0,0,max_bid_base*SUMPRODUCT((${net})*{Flow.base.discount})/present_value_base)`;
}

const summaryRows = [
  ["largest", "factor", () => "MAX({Proof.relative})"],
  ["bid_by_values", "money", carriedByValues],
  ["bid_share", "share", (book) => `IF(max_bid_base=0,1,1-ABS(${carriedByValues(book)})/max_bid_base)`],
  ["formula_cells", "code", null],
  ["marked_cells", "code", null],
  ["cell_share", "share", () => "proof_formula_cells/MAX(1,proof_formula_cells+proof_marked_cells)"],
  ["rounding", "money", () => `max_bid_base-${bidAt("present_value_base", "hurdle_base", "payment_factor_base")}`],
] as const satisfies readonly (readonly [string, CellStyle, ((book: TwinBook) => string) | null])[];

function addFigures(book: TwinBook, sheet: TwinSheet, source: TwinSource, words: TwinWords): void {
  const lines = source.output.result.cases.flatMap((result) => [...headlines(result, words), ...years(result, words), ...gridLines(result, source, words)]);
  const table = book.addTable(sheet, "Proof", words.say("twin.table.proof"), lines.length);
  const styles = lines.map(({ style }) => style);
  table.texts(
    "label",
    words.head("figure"),
    lines.map(({ label }) => label),
  );
  table.facts(
    words.column("app", "number", "appValue"),
    lines.map(({ app }) => app),
  ).styles = styles;
  table.addEmpty(words.column("formula", "number", "formulaValue"), styles);
  lines.forEach(({ formula }, row) => table.calculate([{ ...words.column("formula", "number", "formulaValue"), formula }], row, row + 1));
  table.calculate([
    { ...words.column("difference", "number", "difference"), formula: 'IF([formula]="","",[formula]-[app])' },
    { ...words.column("relative", "factor", "relative"), formula: 'IF([difference]="","",ABS([difference])/MAX(0.01,ABS([app])))' },
  ]);
}

function headlines(result: CaseResult, words: TwinWords): ProofLine[] {
  const c = result.caseName;
  const line = (name: Parameters<typeof labelOf>[0], app: number | null, style: CellStyle, formula = `${name}_${c}`): ProofLine[] =>
    app === null || Number.isNaN(app) ? [] : [{ label: labelOf(name, c, words), app, formula, style }];
  // The app shows whole fen, and sums of them.
  const whole = (name: string) => `ROUND(${name}_${c},2)`;
  const gross = ["collateral", "guarantors", "cash", "own"].map(whole).join("+");
  const fen = (name: Parameters<typeof labelOf>[0], amount: number | null | undefined, formula = whole(name)) =>
    line(name, amount == null ? null : amount / 100, "money", formula);
  const route = (name: Parameters<typeof labelOf>[0], of: RecoveryRoute) => fen(name, result.routes.find((one) => one.route === of)?.valueFen);
  return [
    ...fen("max_bid", result.maxBidFen),
    ...fen("present_value", result.presentValueFen),
    ...line("irr_at_max", certified(result.atMaxBid.irr), "share"),
    ...line("irr_at_bid", certified(result.atBidPrice.irr), "share"),
    ...line("wal", result.atMaxBid.walYears, "number"),
    ...line("moic_at_max", result.atMaxBid.moic, "factor"),
    ...line("moic_at_bid", result.atBidPrice.moic, "factor"),
    ...line("payback_at_max", result.atMaxBid.paybackMonths, "code"),
    ...line("payback_at_bid", result.atBidPrice.paybackMonths, "code"),
    ...fen("profit_at_max", result.atMaxBid.profitFen),
    ...fen("profit_at_bid", result.atBidPrice.profitFen),
    ...fen("peak_at_bid", result.atBidPrice.peakCapitalFen),
    ...fen("collateral", result.collateralRecoveryFen),
    ...fen("guarantors", result.guarantorRecoveryFen),
    ...fen("cash", result.cashRecoveryFen),
    ...fen("own", result.ownRecoveryFen),
    ...fen("gross", result.grossRecoveryFen, gross),
    ...fen("costs", result.costsFen),
    ...fen("net", result.netCashFlowFen, `${gross}-${whole("costs")}+${whole("settlement")}`),
    ...route("route_sale", "sale"),
    ...route("route_taken", "debtForAsset"),
    ...route("route_guarantor", "guarantor"),
    ...route("route_cash", "cash"),
    ...route("route_own", "own"),
  ];
}

function labelOf(
  name: Extract<Parameters<TwinWords["say"]>[0], `twin.figure.${string}`> extends `twin.figure.${infer Name}` ? Name : never,
  c: CaseName,
  words: TwinWords,
): string {
  return `${words.say(`twin.figure.${name}`)} · ${words.say(`code.caseName.${c}`)}`;
}

/** Net cash by year after cut-off. */
function years({ caseName, flows }: CaseResult, words: TwinWords): ProofLine[] {
  const count = Math.ceil(flows.net.length / 12);
  return Array.from({ length: count }, (_, year) => ({
    label: `${words.say("twin.figure.net_of_year", { year: year + 1 })} · ${words.say(`code.caseName.${caseName}`)}`,
    app: sumOf(flows.net.slice(year * 12 + (year === 0 ? 0 : 1), year * 12 + 13)),
    formula: `SUMPRODUCT(({Flow.month}>${year === 0 ? -1 : year * 12})*({Flow.month}<=${year * 12 + 12})*{Flow.${caseName}.net})`,
    style: "money" as const,
  })).filter(({ app }) => app !== 0);
}

/** The grids as the app's engine gives them: flows don't hang on the hurdle. */
function gridLines({ caseName, flows }: CaseResult, source: TwinSource, words: TwinWords): ProofLine[] {
  const { assumptions, cases } = source;
  const word = words.say(`code.caseName.${caseName}`);
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const shifts = cases[caseName];
  const byHurdle = gridHurdles.map((shift, row): ProofLine => {
    const plan = planCase({ assumptions, shifts: { ...shifts, hurdleRateShift: shifts.hurdleRateShift + shift } });
    return {
      label: `${words.say("twin.figure.max_bid_at_shift", { shift: percent(shift) })} · ${word}`,
      app: solveMaxBid(poolPresentValue(flows.net, plan), plan),
      formula: `INDEX({Hurdles.${caseName}},${row + 1})`,
      style: "money",
    };
  });
  const byPrice = gridRates(source, caseName).flatMap((rate, row): ProofLine[] => {
    const ratio = percent(gridRatios[row] ?? 1);
    return Number.isNaN(rate)
      ? []
      : [
          {
            label: `${words.say("twin.figure.irr_at_ratio", { ratio })} · ${word}`,
            app: rate,
            formula: `INDEX({Ratios.${caseName}},${row + 1})`,
            style: "share",
          },
        ];
  });
  return [...byHurdle, ...byPrice];
}
