import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import { curveClasses } from "./curve-classes.ts";
import { addCurves } from "./curve-sheets.ts";
import { addDebtors } from "./debtor-sheet.ts";
import { addDistributions, addMemberResults } from "./distribution.ts";
import { addFlows } from "./flow-sheet.ts";
import { addGroups, addIntervals, placeGroups } from "./group-sheets.ts";
import { addInputs } from "./input-tables.ts";
import { addItemClaims, addLoanClaims, addSingleSales, addSuits } from "./loan-claims.ts";
import { addLoanResults } from "./loan-results.ts";
import { addMarkedFlows, markedCollateral, plansOf } from "./marked-collateral.ts";
import { addClasses, itemClasses, outcomesOf } from "./price-classes.ts";
import { addAllocation, addGrids, addPricing } from "./pricing-sheet.ts";
import { addProof } from "./proof-sheet.ts";
import { addItems, addTape, twinPlaces } from "./tape-sheets.ts";
import { addTerms } from "./terms.ts";
import type { TwinSource } from "./twin-source.ts";
import { twinStructure } from "./twin-structure.ts";
import type { TwinWords } from "./twin-words.ts";

/** Puts all formulas of a package into a workbook: from the list and the assumptions to the price and its proof. Answers how many loans have values in their place. */
export function buildTwin(book: TwinBook, proof: TwinSheet, source: TwinSource, words: TwinWords): number {
  const { columns, assumptions } = source;
  const structure = twinStructure(columns, { assumptions });
  const places = twinPlaces(source, structure);
  const classes = itemClasses(columns, source);
  const curves = curveClasses(source);
  const marked = markedCollateral(source, structure, plansOf(source));
  const inputs = addInputs(book, source, words);
  addTerms(book, source, words);
  addTape(book, source, places, structure, curves, words);
  addItems(book, inputs, source, places, classes, words);
  if (classes.classes.length > 0) {
    const sheet = book.sheet(words.say("twin.sheet.classes"), [words.say("twin.sheet.classes"), words.say("twin.note.classes")]);
    addClasses(book, sheet, classes, source, words);
  }
  addLoanClaims(book, source, words);
  addItemClaims(book, source, words);
  addCurves(book, curves, source, words);
  addSuits(book, source, words);
  addSingleSales(book, source, places.singles, words);
  if (structure.groups.length > 0) {
    const groups = placeGroups(structure.groups, outcomesOf(source).length);
    addGroups(book, groups, source, places, words);
    addIntervals(book, groups, source, words);
    addDistributions(book, groups, source, words);
    addMemberResults(book, groups, words);
  }
  addLoanResults(book, source, marked, words);
  addMarkedFlows(book, marked, words);
  addFlows(book, source, words);
  addPricing(book, source, words);
  addGrids(book, source, words);
  addAllocation(book, words);
  addDebtors(book, source, words);
  addProof(book, proof, source, words);
  return marked.loans.size;
}
