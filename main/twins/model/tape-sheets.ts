import { caseNames, claimValidityChecks, interestBases, litigationStages, segments } from "../../../shared/domain/codes.ts";
import { statedDeductions } from "../../../shared/domain/item-deductions.ts";
import { cityIndexOf } from "../../engine/plan/city-rates.ts";
import { unnamedGuarantors } from "../../engine/plan/guarantor-tables.ts";
import { hasOwnCurve, hasOwnRealisation } from "../../engine/plan/loan-estimates.ts";
import { isOwnIn } from "../../engine/plan/own-case.ts";
import { isBankrupt } from "../../engine/recovery/debtor.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { TwinTable } from "../workbook/twin-table.ts";
import type { CurveClasses } from "./curve-classes.ts";
import type { ItemClasses } from "./price-classes.ts";
import { at, listOf, type TwinSource } from "./twin-source.ts";
import type { TwinStructure } from "./twin-structure.ts";
import type { TwinWords } from "./twin-words.ts";

/** Where the loans and the items of a package stand in the twin's tables. */
export interface TwinPlaces {
  /** [loan] row among the members of groups, from 1; 0: none. */
  readonly memberOf: Int32Array;
  /** Items in the order of their rows: single ones first, then those of groups, then those whose loans are values. */
  readonly items: readonly number[];
  readonly singles: number;
  /** [item] its row, from 1. */
  readonly rowOf: Int32Array;
  readonly loanOf: Int32Array;
}

export function twinPlaces({ columns }: TwinSource, { singleItem, groups, marked }: TwinStructure): TwinPlaces {
  const memberOf = new Int32Array(columns.loanCount);
  groups
    .flatMap(({ loans }) => loans)
    .forEach((loan, row) => {
      memberOf[loan] = row + 1;
    });
  const loanOf = new Int32Array(columns.appraisal.length);
  for (let loan = 0; loan < columns.loanCount; loan++) loanOf.fill(loan, at(columns.collateralStart, loan), at(columns.collateralStart, loan + 1));
  const single = Array.from(singleItem).filter((item) => item >= 0);
  const rest = Array.from(marked.keys()).sort((left, right) => left - right);
  const ofMarked = rest.flatMap((loan) =>
    listOf(at(columns.collateralStart, loan + 1) - at(columns.collateralStart, loan), (index) => at(columns.collateralStart, loan) + index),
  );
  const items = [...single, ...groups.flatMap((group) => group.items), ...ofMarked];
  const rowOf = new Int32Array(columns.appraisal.length);
  items.forEach((item, row) => {
    rowOf[item] = row + 1;
  });
  return { memberOf, items, singles: single.length, rowOf, loanOf };
}

/** The seller's list: a row per loan, facts only. */
export function addTape(book: TwinBook, source: TwinSource, places: TwinPlaces, structure: TwinStructure, curves: CurveClasses, words: TwinWords): TwinTable {
  const { columns, contractNos, debtorNames, assumptions } = source;
  const { loanCount, estimates } = columns;
  const sheet = book.sheet(words.say("twin.sheet.tape"), [words.say("twin.sheet.tape"), words.say("twin.note.tape")]);
  const table = book.addTable(sheet, "Tape", null, loanCount);
  const facts = (key: string, style: "money" | "code" | "share" | "number", head: Parameters<TwinWords["head"]>[0], entry: (loan: number) => number) =>
    table.facts(words.column(key, style, head), listOf(loanCount, entry));
  facts("no", "code", "number", (loan) => loan + 1);
  table.texts("contract", words.head("contract"), contractNos);
  table.texts("debtorName", words.head("debtor"), debtorNames);
  table.texts(
    "segmentName",
    words.head("segment"),
    listOf(loanCount, (loan) => at(columns.segment, loan)).map((code) => codeWord(segments, code, (name) => words.say(`code.segment.${name}`))),
  );
  table.texts(
    "stageName",
    words.head("stage"),
    listOf(loanCount, (loan) => at(columns.stage, loan)).map((code) => codeWord(litigationStages, code, (name) => words.say(`code.litigationStage.${name}`))),
  );
  table.texts(
    "courtName",
    words.head("court"),
    listOf(loanCount, (loan) => at(columns.court, loan)).map((code) => (code === 0 ? null : (columns.courts[code - 1] ?? null))),
  );
  facts("upb", "money", "principal", (loan) => at(columns.upb, loan));
  facts("interest", "money", "interest", (loan) => at(columns.interest, loan));
  facts("fees", "money", "advanced", (loan) => at(columns.fees, loan));
  facts("days", "code", "daysPastDue", (loan) => at(columns.daysPastDue, loan));
  facts("debtor", "code", "debtorNo", (loan) => at(columns.debtor, loan));
  facts("segment", "code", "segment", (loan) => at(columns.segment, loan) + 1);
  facts("stage", "code", "stage", (loan) => at(columns.stage, loan) + 1);
  facts("court", "code", "court", (loan) => assumptions.courtDelays.findIndex(({ court }) => court === columns.courts[at(columns.court, loan) - 1]) + 1);
  claimValidityChecks.forEach((check, bit) => {
    if (columns.failedChecks.some((mask) => (mask & (1 << bit)) !== 0))
      facts(check, "code", check, (loan) => Number((at(columns.failedChecks, loan) & (1 << bit)) !== 0));
  });
  facts("basis", "code", "interestBasis", (loan) => interestBases.indexOf(interestBases[at(columns.interestBasis, loan)] ?? "unknown"));
  if (columns.delayDays.some((days) => days > 0)) facts("delayDays", "code", "delayDays", (loan) => at(columns.delayDays, loan));
  if (estimates !== null) {
    facts("ownMonths", "code", "ownMonth", (loan) => (hasOwnRealisation(estimates, loan) ? at(estimates.monthsToCash, loan) : Number.NaN));
    facts("ownRate", "share", "ownCostRate", (loan) => at(estimates.collateralCostRate, loan));
  }
  if (columns.ownEstimates !== null)
    for (const caseName of caseNames)
      table.facts(
        words.column(`${caseName}.keeps`, "code", "keeps", { caseName }),
        listOf(loanCount, (loan) => Number(!isOwnIn(columns, loan, caseName))),
      );
  facts("eligible", "code", "suitOpen", (loan) => Number(isSuitOpen(source, loan)));
  facts("curve", "code", "curveClass", (loan) => at(curves.classOf, loan) + 1);
  facts("item", "code", "itemRow", (loan) => (at(structure.singleItem, loan) < 0 ? 0 : at(places.rowOf, at(structure.singleItem, loan))));
  facts("member", "code", "memberRow", (loan) => at(places.memberOf, loan));
  return table;
}

function codeWord<Name extends string>(names: readonly Name[], code: number, say: (name: Name) => string): string | null {
  const name = names[code];
  return name === undefined ? null : say(name);
}

/** Whether the rule of suits chooses for a loan: neither collateral nor guarantors, no own curve, no bankruptcy. */
function isSuitOpen({ columns, assumptions }: TwinSource, loan: number): boolean {
  const hasItems = at(columns.collateralStart, loan + 1) > at(columns.collateralStart, loan);
  const hasGuarantors = at(columns.guarantorStart, loan + 1) > at(columns.guarantorStart, loan) || unnamedGuarantors(columns, loan, { assumptions }) > 0;
  const isOwn = columns.estimates !== null && hasOwnCurve(columns.estimates, loan);
  return !(hasItems || hasGuarantors || isOwn || isBankrupt(columns, loan));
}

/** Collateral: a row per item, facts only; `addItemClaims` works out what stands before us. */
export function addItems(book: TwinBook, inputs: TwinSheet, source: TwinSource, places: TwinPlaces, classes: ItemClasses, words: TwinWords): TwinTable {
  const { columns } = source;
  const { items, loanOf } = places;
  const sheet = book.sheet(words.say("twin.sheet.items"), [words.say("twin.sheet.items"), words.say("twin.note.items")]);
  const cities = cityRows(book, inputs, source, items, words);
  const table = book.addTable(sheet, "Items", null, items.length);
  const facts = (key: string, style: "money" | "code" | "share", head: Parameters<TwinWords["head"]>[0], entry: (item: number) => number) =>
    table.facts(words.column(key, style, head), items.map(entry));
  facts("loan", "code", "loanRow", (item) => at(loanOf, item) + 1);
  facts("class", "code", "itemClass", (item) => at(classes.classOf, item) + 1);
  facts("kind", "code", "kind", (item) => at(columns.collateralKind, item) + 1);
  facts("appraisal", "money", "appraisal", (item) => at(columns.appraisal, item));
  facts("age", "code", "appraisalAge", (item) => at(columns.appraisalAge, item));
  if (cities !== null) facts("city", "code", "cityRow", (item) => at(cities, item));
  facts("rank", "code", "rank", (item) => at(columns.lienRank, item));
  facts("stated", "money", "seniorStated", (item) => at(columns.seniorClaims, item));
  facts("secured", "money", "securedCap", (item) => at(columns.securedCap, item));
  for (const name of statedDeductions) if (columns[name].some((yuan) => yuan !== 0)) facts(name, "money", name, (item) => at(columns[name], item));
  if (columns.collateralHold.some((hold) => hold === 1)) {
    facts("seized", "code", "seized", (item) => at(columns.collateralHold, item));
    facts("rivals", "money", "rivalsStated", (item) => at(columns.rivalClaims, item));
    facts("waiting", "money", "waitingClaims", (item) => (columns.collateralHold[item] === 1 ? at(columns.waitingClaims, item) : 0));
  }
  const { estimates } = columns;
  if (estimates !== null) {
    const own = (item: number): boolean => hasOwnRealisation(estimates, at(loanOf, item));
    facts("isOwn", "code", "ownRealisation", (item) => Number(own(item)));
    facts("kept", "share", "kept", (item) => (own(item) ? 1 - at(estimates.haircut, at(loanOf, item)) : 1));
    facts("ownChance", "share", "ownChance", (item) => (own(item) ? at(estimates.realisationProbability, at(loanOf, item)) : 1));
  }
  return table;
}

/** [item] row in the table of the cities in use, from 1; 0: none. Null where no item's city is in the index. */
function cityRows(book: TwinBook, inputs: TwinSheet, source: TwinSource, items: readonly number[], words: TwinWords): Int32Array | null {
  const { columns, assumptions } = source;
  const rows = new Int32Array(columns.appraisal.length);
  const used: NonNullable<ReturnType<typeof cityIndexOf>>[] = [];
  for (const item of items) {
    const found = cityIndexOf(columns, item, { assumptions });
    if (found === null) continue;
    if (!used.includes(found)) used.push(found);
    rows[item] = used.indexOf(found) + 1;
  }
  if (used.length === 0) return null;
  const table = book.addTable(inputs, "Cities", words.say("twin.table.cities"), used.length);
  table.texts(
    "city",
    words.head("city"),
    used.map(({ city }) => city),
  );
  table.inputs(
    words.column("rate", "share", "index"),
    used.map(({ annualChange }) => annualChange),
  );
  return rows;
}
