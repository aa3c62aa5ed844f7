import { caseNames } from "../../../shared/domain/codes.ts";
import { daySerial } from "../formulas/day-serial.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { TwinTable } from "../workbook/twin-table.ts";
import { CaseRows } from "./case-rows.ts";
import { listOf, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** Months of the pool's flows: the longest horizon and closing that an assumption may state. */
export const LAST_MONTH = 120;
/** Months in which the price may still be paid. */
export const LAST_PAYMENT_MONTH = 240;

const termNames = [
  ["hurdle", "share"],
  ["value_level", "factor"],
  ["clearing_level", "factor"],
  ["delay", "code"],
  ["cash_level", "factor"],
  ["cost_level", "factor"],
  ["guarantor_first", "code"],
  ["guarantor_last", "code"],
  ["guarantor_months", "code"],
  ["guarantor_rate", "factor"],
  ["guarantor_discount", "factor"],
  ["take_outlay", "factor"],
  ["take_proceeds", "factor"],
  ["take_least", "factor"],
] as const;

/** Assumptions with the shifts of each case worked in; and the months with their factors. */
export function addTerms(book: TwinBook, source: TwinSource, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.terms"), [words.say("twin.sheet.terms"), words.say("twin.note.terms")]);
  const rows = termNames.map(([name, style]) => ({ name, style, label: words.say(`twin.term.${name}`) }));
  const terms = new CaseRows(book, sheet, "Terms", null, rows, words);
  terms.add("hurdle", (c) => `hurdle_rate+hurdle_rate_shift_${c}`);
  terms.add("value_level", (c) => `1+collateral_value_shift_${c}`);
  terms.add("clearing_level", (c) => `1+clearing_probability_shift_${c}`);
  terms.add("delay", (c) => `delay_months_shift_${c}`);
  terms.add("cash_level", (c) => `1+cash_recovery_shift_${c}`);
  terms.add("cost_level", (c) => `1+costs_shift_${c}`);
  terms.add("guarantor_first", (c) => `MAX(0,guarantor_first_month+delay_${c})`);
  terms.add("guarantor_last", (c) => `MIN(horizon_months,guarantor_first_${c}+guarantor_window-1)`);
  terms.add("guarantor_months", (c) => `MAX(0,guarantor_last_${c}-guarantor_first_${c}+1)`);
  terms.add("guarantor_rate", (c) => `MAX(0,MIN(1,guarantor_probability*cash_level_${c}))*guarantor_recovery*guarantor_months_${c}/guarantor_window`);
  terms.add("take_outlay", () => "1+take_over_deed_tax");
  terms.add("take_proceeds", () => "MAX(0,take_over_realisation*(1-take_over_resale)-take_over_carry*take_over_gap/12)");
  // Decided once, at the set's own hurdle: no case's shift changes it.
  terms.add("take_least", (c) => `MAX(0,take_outlay_${c}-take_proceeds_${c}*(1+hurdle_rate)^(-take_over_gap/12))`);
  addMonths(book, sheet, source, words);
  terms.add(
    "guarantor_discount",
    (c) =>
      `IF(guarantor_months_${c}=0,0,SUMPRODUCT(({Months.month}>=guarantor_first_${c})*({Months.month}<=guarantor_last_${c})*{Months.${c}.discount})/MAX(1,guarantor_months_${c}))`,
  );
}

/** The hurdle of each case and the months with their factors: all that a twin needs whose flows are values. */
export function addHurdles(book: TwinBook, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.terms"), [words.say("twin.sheet.terms"), words.say("twin.note.terms")]);
  const terms = new CaseRows(book, sheet, "Terms", null, [{ name: "hurdle", style: "share", label: words.say("twin.term.hurdle") }], words);
  terms.add("hurdle", (c) => `hurdle_rate+hurdle_rate_shift_${c}`);
  addDiscounts(book, sheet, words);
}

/** Months with their discount factors. */
function addDiscounts(book: TwinBook, sheet: TwinSheet, words: TwinWords): TwinTable {
  const months = book.addTable(sheet, "Months", words.say("twin.table.months"), LAST_PAYMENT_MONTH + 1);
  months.facts(
    words.column("month", "code", "month"),
    listOf(LAST_PAYMENT_MONTH + 1, (month) => month),
  );
  // Flows before closing stand in the closing month.
  months.calculate([{ ...words.column("received", "code", "received"), formula: "MAX([month],closing_month)" }]);
  for (const caseName of caseNames) {
    const head = words.column(`${caseName}.discount`, "factor", "discount", { caseName });
    months.calculate([{ ...head, formula: `(1+hurdle_${caseName})^(-[received]/12)` }]);
  }
  return months;
}

function addMonths(book: TwinBook, sheet: TwinSheet, { assumptions, cutOffDate }: TwinSource, words: TwinWords): void {
  const months = addDiscounts(book, sheet, words);
  if (assumptions.saleTaxes.length === 0) return;
  if (cutOffDate == null) {
    months.calculate([{ ...words.column("taxes", "code", "taxTable"), formula: String(assumptions.saleTaxes.length) }]);
    return;
  }
  months.facts(
    words.column("cutOff", "date", "cutOff"),
    listOf(LAST_PAYMENT_MONTH + 1, () => daySerial(cutOffDate)),
  );
  months.calculate([
    // Month ends from a month's end.
    { ...words.column("day", "date", "day"), formula: "IF(DAY([cutOff]+1)=1,EOMONTH([cutOff],[month]),EDATE([cutOff],[month]))" },
    { ...words.column("taxes", "code", "taxTable"), formula: "IFERROR(MATCH([day],{TaxDays.from},1),1)" },
  ]);
}
