import { type CaseName, caseNames, segments } from "../../../shared/domain/codes.ts";
import { loanFlowsIn } from "../../engine/explain/loan-flows.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { TwinTable } from "../workbook/twin-table.ts";
import { addFixedScalars, addParts, addScalarInputs } from "./input-tables.ts";
import { addLoanValues } from "./loan-values.ts";
import { plansOf } from "./marked-collateral.ts";
import { addGrids, addPricing } from "./pricing-sheet.ts";
import { addProof } from "./proof-sheet.ts";
import { addHurdles, LAST_MONTH } from "./terms.ts";
import { at, listOf, MOST_LIVE_LOANS, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

const routes = ["collateral", "guarantor", "cash", "own", "costs"] as const;
type Route = (typeof routes)[number];
const heads = { collateral: "collateralFlow", guarantor: "fromGuarantors", cash: "fromCurve", own: "ownGross", costs: "costs" } as const satisfies Readonly<
  Record<Route, Parameters<TwinWords["head"]>[0]>
>;

/** What stays live where loans are values: all else would change flows that no formula works out. */
const liveInputs = ["hurdle_rate", "bid_price_entered", "deal_cost_yuan", "deal_cost_rate", "rights_price_share"];

/**
 * The twin of a package of more loans than a workbook can hold formulas for: flows by segment and month are values, price,
 * rates of return and grids are formulas on them. `step` is told the share of loans whose flows are added up.
 */
export function buildSegmentTwin(book: TwinBook, proof: TwinSheet, source: TwinSource, words: TwinWords, step: (share: number) => void): void {
  const sheet = book.sheet(words.say("twin.sheet.inputs"), [words.say("twin.sheet.inputs"), words.say("twin.note.inputs")]);
  const inputs = { book, sheet, words, assumptions: source.assumptions };
  addScalarInputs(inputs, source, (name) => liveInputs.includes(name) || name.startsWith("hurdle_rate_shift"));
  // The flows before closing were settled with it.
  addFixedScalars(inputs, source, (name) => name === "closing_month");
  addParts(inputs);
  addHurdles(book, words);
  addSegmentFlows(book, source, words, step);
  addPricing(book, source, words);
  addGrids(book, source, words);
  addLoanValues(book, source, words);
  addProof(book, proof, source, words);
}

type SegmentFlows = Readonly<Record<CaseName, ReadonlyMap<number, Readonly<Record<Route, Float64Array>>>>>;

/** Flows by segment, in each case: loan by loan, by the functions that price. */
function segmentFlows(source: TwinSource, step: (share: number) => void): SegmentFlows {
  const plans = plansOf(source);
  const { columns } = source;
  const inCase = (caseName: CaseName, done: number) => {
    const flowsOf = loanFlowsIn(columns, plans[caseName]);
    const bySegment = new Map<number, Record<Route, Float64Array>>();
    for (let loan = 0; loan < columns.loanCount; loan++) {
      if (loan % 500 === 0) step((done + loan / columns.loanCount) / caseNames.length);
      const segment = at(columns.segment, loan);
      let sums = bySegment.get(segment);
      if (sums === undefined) {
        const months = () => new Float64Array(LAST_MONTH + 1);
        bySegment.set(segment, (sums = { collateral: months(), guarantor: months(), cash: months(), own: months(), costs: months() }));
      }
      const flows = flowsOf(loan);
      for (const route of routes) addTo(sums[route], flows[route]);
    }
    return bySegment;
  };
  return { low: inCase("low", 0), base: inCase("base", 1), high: inCase("high", 2) };
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let month = 0; month < part.length; month++) sum[month] = (sum[month] ?? 0) + (part[month] ?? 0);
}

/** Values by segment, then the pool's flows as their sums under the names by which prices and grids speak of them. */
function addSegmentFlows(book: TwinBook, source: TwinSource, words: TwinWords, step: (share: number) => void): void {
  const bySegment = segmentFlows(source, step);
  const name = words.say("twin.sheet.segments");
  const sheet = book.sheet(name, [name, words.say("twin.note.segments", { most: MOST_LIVE_LOANS })]);
  const table = book.addTable(sheet, "Flow", null, LAST_MONTH + 1);
  table.facts(
    words.column("month", "code", "month"),
    listOf(LAST_MONTH + 1, (month) => month),
  );
  table.calculate([{ ...words.column("received", "code", "received"), formula: "MAX([month],closing_month)" }]);
  source.output.result.cases.forEach((result) => {
    const c = result.caseName;
    const present = Array.from(bySegment[c].keys()).sort((left, right) => left - right);
    for (const segment of present) {
      for (const route of routes) {
        const flows = bySegment[c].get(segment)?.[route];
        const segmentName = segments[segment];
        if (flows === undefined || segmentName === undefined || flows.every((flow) => flow === 0)) continue;
        table.marks(words.column(`${c}.${route}${segment}`, "money", heads[route], { caseName: c, place: words.say(`code.segment.${segmentName}`) }), flows);
      }
    }
    const month = (list: readonly number[] | undefined) => listOf(LAST_MONTH + 1, (index) => list?.[index] ?? 0);
    const byLoans = new Float64Array(LAST_MONTH + 1);
    for (const flows of bySegment[c].values()) addTo(byLoans, flows.costs);
    const { flows } = result;
    table.marks(
      words.column(`${c}.package`, "money", "otherCosts", { caseName: c }),
      month(flows.costs).map((costs, index) => costs - (byLoans[index] ?? 0)),
    );
    const closing = source.assumptions.closing.closingMonth;
    table.marks(
      words.column(`${c}.settlement`, "money", "settlement", { caseName: c }),
      listOf(LAST_MONTH + 1, (index) => (index === closing ? netChange(flows, closing) : 0)),
    );
    table.marks(words.column(`${c}.taken`, "money", "fromTaken", { caseName: c }), month(flows.debtForAsset));
    table.calculate(sums(table, c, present, words));
  });
}

/** What the settlement of the time before closing changes: the net flow of the closing month beyond its parts. */
function netChange(flows: TwinSource["output"]["result"]["cases"][number]["flows"], month: number): number {
  const of = (list: readonly number[] | undefined) => list?.[month] ?? 0;
  return of(flows.net) - (of(flows.collateral) + of(flows.guarantor) + of(flows.cash) + of(flows.own) - of(flows.costs));
}

function sums(table: TwinTable, c: CaseName, present: readonly number[], words: TwinWords) {
  const of = (route: Route) => present.filter((segment) => table.has(`${c}.${route}${segment}`)).map((segment) => `[${c}.${route}${segment}]`);
  const sum = (route: Route, more = "") => ({
    ...words.column(`${c}.${route}`, "money", heads[route], { caseName: c }),
    formula: `${of(route).join("+") || "0"}${more}`,
  });
  return [
    ...routes.map((route) => sum(route, route === "costs" ? `+[${c}.package]` : "")),
    {
      ...words.column(`${c}.net`, "money", "netFlow", { caseName: c }),
      formula: `[${c}.collateral]+[${c}.guarantor]+[${c}.cash]+[${c}.own]-[${c}.costs]+[${c}.settlement]`,
    },
  ];
}
