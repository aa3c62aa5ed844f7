import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { isGuarantorLive } from "../../engine/plan/guarantor-tables.ts";
import { isOwnIn } from "../../engine/plan/own-case.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import type { CalculatedColumn } from "../workbook/twin-table.ts";
import type { MarkedCollateral } from "./marked-collateral.ts";
import { at, listOf, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** What each loan brings and costs in each case, and in the base case what it is worth. */
export function addLoanResults(book: TwinBook, source: TwinSource, marked: MarkedCollateral, words: TwinWords): void {
  const { columns } = source;
  const loans = book.table("Loans");
  const hasCaps = addCaps(book, source, words);
  addOwn(book, source, words);
  if (marked.loans.size > 0)
    loans.texts(
      "mark",
      words.head("mark"),
      listOf(columns.loanCount, (loan) => loan).map((loan) =>
        marked.loans.has(loan) ? words.say(`twin.mark.${marked.loans.get(loan) ?? "sharedAsset"}`) : null,
      ),
    );
  for (const c of caseNames) {
    markCollateral(book, marked, c, words);
    loans.calculate(collateralColumns(book, c, words));
    loans.calculate([{ ...words.column(`${c}.left`, "money", "claimLeft", { caseName: c }), formula: `MAX(0,[valid]-[${c}.use])` }]);
    if (hasCaps) addCappedPayments(book, c, words);
    loans.calculate(resultColumns(book, c, hasCaps, words));
  }
}

/** Columns whose cells are values where collateral can't be worked out by formulas. */
function markCollateral(book: TwinBook, { loans, byCase }: MarkedCollateral, c: CaseName, words: TwinWords): void {
  const table = book.table("Loans");
  for (const loan of loans.keys()) {
    const { use, cash, value, costed } = byCase[c];
    table.mark(words.column(`${c}.use`, "money", "paidOfClaim", { caseName: c }), loan, at(use, loan));
    table.mark(words.column(`${c}.cash`, "money", "collateralCash", { caseName: c }), loan, at(cash, loan));
    if (c !== "base") continue;
    table.mark(words.column("base.value", "money", "valueIn", { caseName: c }), loan, at(value, loan));
    table.mark(words.column("base.costed", "money", "valueCosted", { caseName: c }), loan, at(costed, loan));
  }
}

/** Nothing of a loan's routes counts in a case for which the desk states the debtor's own figures. */
const keepsOf = (book: TwinBook, c: CaseName): string => (book.table("Tape").has(`${c}.keeps`) ? `*INDEX({Tape.${c}.keeps},[no])` : "");

function collateralColumns(book: TwinBook, c: CaseName, words: TwinWords): CalculatedColumn[] {
  const hasSingles = book.table("Items").has(`${c}.use`);
  const hasMembers = book.hasTable("Members");
  const from = (column: string): string => {
    const member = hasMembers ? `IF(INDEX({Tape.member},[no])=0,0,INDEX({Members.${c}.${column}},MAX(1,INDEX({Tape.member},[no]))))` : "0";
    return hasSingles ? `IF(INDEX({Tape.item},[no])=0,${member},INDEX({Items.${c}.${column}},MAX(1,INDEX({Tape.item},[no]))))` : member;
  };
  const parts = [
    ["use", "paidOfClaim"],
    ["cash", "collateralCash"],
    ["value", "valueIn"],
    ["costed", "valueCosted"],
  ] as const;
  const keeps = keepsOf(book, c);
  return parts
    .filter(([key]) => c === "base" || key === "use" || key === "cash")
    .map(([key, head]) => ({ ...words.column(`${c}.${key}`, "money", head, { caseName: c }), formula: `${from(key)}${key === "use" ? "" : keeps}` }));
}

function resultColumns(book: TwinBook, c: CaseName, hasCaps: boolean, words: TwinWords): CalculatedColumn[] {
  const keeps = keepsOf(book, c);
  const money = (key: string, head: Parameters<TwinWords["head"]>[0], formula: string): CalculatedColumn => ({
    ...words.column(`${c}.${key}`, "money", head, { caseName: c }),
    formula,
  });
  const level = `cost_level_${c}`;
  const collateralRate = book.table("Tape").has("ownRate")
    ? 'IF(INDEX({Tape.ownRate},[no])="",servicer_collateral+counsel_collateral,INDEX({Tape.ownRate},[no]))'
    : "(servicer_collateral+counsel_collateral)";
  const own = book.hasTable("Own");
  const ownPart = (column: string) => (own ? `+SUMIFS({Own.${c}.${column}},{Own.loan},INDEX({Tape.no},[no]))` : "");
  const capped = hasCaps ? `[${c}.capped]` : "0";
  const results = [
    money("rest", "scaledRest", `([${c}.left]-${capped})*[scale]${keeps}`),
    money("guarantor", "fromGuarantors", `${capped}${keeps}+[${c}.rest]*INDEX({Curves.${c}.guaranteed},INDEX({Tape.curve},[no]))`),
    money("curve", "fromCurve", `[${c}.rest]*INDEX({Curves.${c}.total},INDEX({Tape.curve},[no]))`),
    money("paidCourt", "courtFees", `[court]${keeps}`),
    money("paidFile", "fileCost", `[file]*${level}${keeps}`),
    money(
      "costs",
      "costs",
      `([${c}.cash]*${collateralRate}+[${c}.guarantor]*servicer_guarantor+[${c}.curve]*servicer_cash)*${level}+[${c}.paidFile]+[${c}.paidCourt]${ownPart("costs")}`,
    ),
  ];
  if (own) results.push(money("own", "ownGross", `0${ownPart("gross")}`));
  if (c !== "base") return results;
  const discount = (month: string) => `INDEX({Months.base.discount},${month}+1)`;
  return [
    ...results,
    money(
      "worth",
      "presentValue",
      [
        `[base.value]-[base.costed]*${collateralRate}*${level}`,
        `+[base.guarantor]*guarantor_discount_base*(1-servicer_guarantor*${level})`,
        `+[base.rest]*INDEX({Curves.base.value},INDEX({Tape.curve},[no]))*(1-servicer_cash*${level})`,
        `-[base.paidFile]*${discount("MIN(horizon_months,file_cost_month)")}-[base.paidCourt]*${discount("[base.feesMonth]")}${ownPart("value")}`,
      ].join(""),
    ),
    money("positive", "positiveValue", "MAX(0,[base.worth])"),
  ];
}

/** Guarantors with a cap, those of a loan by rising caps. False where there is none. */
function addCaps(book: TwinBook, { columns, assumptions }: TwinSource, words: TwinWords): boolean {
  const caps: { readonly loan: number; readonly cap: number; readonly isFirst: boolean }[] = [];
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const own: number[] = [];
    for (let guarantor = at(columns.guarantorStart, loan); guarantor < at(columns.guarantorStart, loan + 1); guarantor++) {
      const cap = at(columns.guarantorCap, guarantor);
      if (!Number.isNaN(cap) && isGuarantorLive(columns, guarantor, { assumptions })) own.push(cap);
    }
    own.sort((left, right) => left - right).forEach((cap, place) => caps.push({ loan, cap, isFirst: place === 0 }));
  }
  if (caps.length === 0) return false;
  const sheet = book.sheet(words.say("twin.sheet.guarantors"), [words.say("twin.sheet.guarantors"), words.say("twin.note.guarantors")]);
  const table = book.addTable(sheet, "Caps", null, caps.length);
  table.facts(
    words.column("loan", "code", "loanRow"),
    caps.map(({ loan }) => loan + 1),
  );
  table.facts(
    words.column("cap", "money", "guarantorCap"),
    caps.map(({ cap }) => cap),
  );
  table.facts(
    words.column("first", "code", "isFirst"),
    caps.map(({ isFirst }) => Number(isFirst)),
  );
  return true;
}

/** One after the other: each its rate of what is left, up to its cap. */
function addCappedPayments(book: TwinBook, c: CaseName, words: TwinWords): void {
  book.table("Caps").calculate([
    { ...words.column(`${c}.left`, "money", "claimLeft", { caseName: c }), formula: `IF([first]=1,INDEX({Loans.${c}.left},[loan]),[${c}.left^]-[${c}.pays^])` },
    { ...words.column(`${c}.pays`, "money", "pays", { caseName: c }), formula: `guarantor_rate_${c}*MIN([${c}.left],[cap])` },
  ]);
  book
    .table("Loans")
    .calculate([
      { ...words.column(`${c}.capped`, "money", "fromCapped", { caseName: c }), formula: `SUMIFS({Caps.${c}.pays},{Caps.loan},INDEX({Tape.no},[no]))` },
    ]);
}

/** The desk's own estimates by debtor, parted over their loans. */
function addOwn(book: TwinBook, { columns }: TwinSource, words: TwinWords): void {
  const own = columns.ownEstimates;
  if (own === null) return;
  const lines: {
    readonly loan: number;
    readonly gross: number;
    readonly costs: number;
    readonly month: number;
    readonly weights: Readonly<Record<CaseName, number>>;
  }[] = [];
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const weight = isOwnIn(columns, loan, "base") ? at(own.lowWeight, loan) : Number.NaN;
    const inBase = (part: number): number => (Number.isNaN(weight) ? 0 : part);
    if (isOwnIn(columns, loan, "low"))
      lines.push({
        loan,
        gross: at(own.lowGross, loan),
        costs: at(own.lowCosts, loan),
        month: at(own.lowMonth, loan),
        weights: { low: 1, base: inBase(weight), high: 0 },
      });
    if (isOwnIn(columns, loan, "high"))
      lines.push({
        loan,
        gross: at(own.highGross, loan),
        costs: at(own.highCosts, loan),
        month: at(own.highMonth, loan),
        weights: { low: 0, base: inBase(1 - weight), high: 1 },
      });
  }
  if (lines.length === 0) return;
  const sheet = book.sheet(words.say("twin.sheet.own"), [words.say("twin.sheet.own"), words.say("twin.note.own")]);
  const table = book.addTable(sheet, "Own", null, lines.length);
  table.facts(
    words.column("loan", "code", "loanRow"),
    lines.map(({ loan }) => loan + 1),
  );
  table.facts(
    words.column("gross", "money", "ownGross"),
    lines.map(({ gross }) => gross),
  );
  table.facts(
    words.column("costs", "money", "ownCosts"),
    lines.map(({ costs }) => costs),
  );
  table.facts(
    words.column("month", "code", "month"),
    lines.map(({ month }) => month),
  );
  for (const c of caseNames)
    table.facts(
      words.column(`${c}.weight`, "share", "weight", { caseName: c }),
      lines.map(({ weights }) => weights[c]),
    );
  for (const c of caseNames) {
    const counted = `*[${c}.weight]*IF([month]<=horizon_months,1,0)`;
    table.calculate([
      { ...words.column(`${c}.gross`, "money", "ownGross", { caseName: c }), formula: `[gross]${counted}` },
      { ...words.column(`${c}.costs`, "money", "ownCosts", { caseName: c }), formula: `[costs]${counted}` },
    ]);
  }
  table.calculate([
    {
      ...words.column("base.value", "money", "presentValue"),
      formula: "([base.gross]-[base.costs])*INDEX({Months.base.discount},MIN([month],horizon_months)+1)",
    },
  ]);
}
