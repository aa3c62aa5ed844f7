import { caseNames } from "../../../shared/domain/codes.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import { at, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** A row per debtor: what its loans add up to. */
export function addDebtors(book: TwinBook, { columns, debtorNames }: TwinSource, words: TwinWords): void {
  const byNumber = new Map<number, { loans: number; name: string | null }>();
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const known = byNumber.get(at(columns.debtor, loan));
    if (known === undefined) byNumber.set(at(columns.debtor, loan), { loans: 1, name: debtorNames[loan] ?? null });
    else {
      known.loans += 1;
      known.name ??= debtorNames[loan] ?? null;
    }
  }
  const sheet = book.sheet(words.say("twin.sheet.debtors"), [words.say("twin.sheet.debtors"), words.say("twin.note.debtors")]);
  const table = book.addTable(sheet, "Debtors", null, byNumber.size);
  table.facts(words.column("no", "code", "debtorNo"), Array.from(byNumber.keys()));
  table.texts(
    "name",
    words.head("debtor"),
    Array.from(byNumber.values(), ({ name }) => name),
  );
  table.facts(
    words.column("loans", "code", "loanCount"),
    Array.from(byNumber.values(), ({ loans }) => loans),
  );
  const sum = (column: string) => `SUMIFS({Loans.${column}},{Tape.debtor},[no])`;
  table.calculate([
    { ...words.column("claim", "money", "claim"), formula: sum("claim") },
    ...caseNames.flatMap((caseName) => [
      { ...words.column(`${caseName}.cash`, "money", "collateralCash", { caseName }), formula: sum(`${caseName}.cash`) },
      { ...words.column(`${caseName}.guarantor`, "money", "fromGuarantors", { caseName }), formula: sum(`${caseName}.guarantor`) },
      { ...words.column(`${caseName}.curve`, "money", "fromCurve", { caseName }), formula: sum(`${caseName}.curve`) },
      { ...words.column(`${caseName}.costs`, "money", "costs", { caseName }), formula: sum(`${caseName}.costs`) },
    ]),
    { ...words.column("worth", "money", "presentValue", { caseName: "base" }), formula: sum("base.worth") },
    { ...words.column("allocated", "money", "allocated"), formula: sum("allocated") },
  ]);
}
