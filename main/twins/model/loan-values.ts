import { segments } from "../../../shared/domain/codes.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import { at, listOf, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** Loans that are listed as values; a package of more has its segments alone. */
export const MOST_LISTED_LOANS = 50_000;

/** Loans as values with their sums by segment as formulas, for a package whose loans have none of their own. */
export function addLoanValues(book: TwinBook, source: TwinSource, words: TwinWords): void {
  const { columns, output, contractNos, debtorNames } = source;
  const { loanCount } = columns;
  if (loanCount > MOST_LISTED_LOANS) return;
  const { base } = output.loanResults;
  const sheet = book.sheet(words.say("twin.sheet.loans"), [words.say("twin.sheet.loans"), words.say("twin.table.loanValues")]);
  const loans = book.addTable(sheet, "Loans", null, loanCount);
  loans.texts("contract", words.head("contract"), contractNos);
  loans.texts("debtor", words.head("debtor"), debtorNames);
  loans.facts(
    words.column("segment", "code", "segment"),
    listOf(loanCount, (loan) => at(columns.segment, loan) + 1),
  );
  loans.facts(
    words.column("claim", "money", "claim"),
    listOf(loanCount, (loan) => at(columns.upb, loan) + at(columns.interest, loan) + at(columns.fees, loan)),
  );
  const results = [
    ["collateral", "collateralCash", base.collateralRecovery],
    ["guarantor", "fromGuarantors", base.guarantorRecovery],
    ["cash", "fromCurve", base.cashRecovery],
    ["costs", "costs", base.costs],
    ["worth", "presentValue", base.presentValue],
  ] as const;
  for (const [key, head, values] of results) loans.marks(words.column(key, "money", head, { caseName: "base" }), values);
  loans.marks(
    words.column("allocated", "money", "allocated"),
    Array.from(output.allocatedFen, (fen) => fen / 100),
  );
  const sums = book.addTable(book.sheet(words.say("twin.table.segments")), "Segments", null, segments.length);
  sums.facts(
    words.column("no", "code", "number"),
    segments.map((_, row) => row + 1),
  );
  sums.texts(
    "name",
    words.head("segment"),
    segments.map((segment) => words.say(`code.segment.${segment}`)),
  );
  sums.calculate(
    (["claim", "collateral", "guarantor", "cash", "costs", "worth", "allocated"] as const).map((key) => ({
      key,
      head: loans.column(key).head,
      style: "money" as const,
      formula: `SUMIFS({Loans.${key}},{Loans.segment},[no])`,
    })),
  );
}
