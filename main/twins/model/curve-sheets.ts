import { type CaseName, caseNames, litigationStages, segments } from "../../../shared/domain/codes.ts";
import { exitKinds } from "../../../shared/domain/exits.ts";
import { debtorCashOf } from "../../engine/plan/debtor-cash.ts";
import { areExitsOn, exitsOf } from "../../engine/plan/exit-shares.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import type { CalculatedColumn } from "../workbook/twin-table.ts";
import type { CurveClasses, TwinCurve } from "./curve-classes.ts";
import { LAST_MONTH } from "./terms.ts";
import { listOf, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** Curves on which claims are paid that collateral and guarantors leave: terms by class, and months by case. */
export function addCurves(book: TwinBook, { classes }: CurveClasses, source: TwinSource, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.curves"), [words.say("twin.sheet.curves"), words.say("twin.note.curves")]);
  const table = book.addTable(sheet, "Curves", null, classes.length);
  table.facts(
    words.column("no", "code", "number"),
    classes.map((_, row) => row + 1),
  );
  for (const [key, head] of facts)
    table.facts(
      words.column(key, key.startsWith("own") ? "factor" : "code", head),
      classes.map((one) => one[key]),
    );
  const hasAged = classes.some(({ aged }) => aged > 0);
  const of = (column: string) => {
    const bySegment = `INDEX({Segments.${column}},[segment])`;
    return hasAged ? `IF([aged]=0,${bySegment},INDEX({Aged.${column}},MAX(1,[aged])))` : bySegment;
  };
  table.calculate([
    { ...words.column("dividend", "code", "dividend"), formula: 'IF([bankrupt]=1,IF(dividend_share="",0,1),0)' },
    {
      ...words.column("factor", "factor", "cashFactor"),
      formula:
        'IF([dividend]=1,1,IF([ownRate]<>"",1,IF([condition]+[terminated]=1,1,MIN(IF([condition]=1,1E9,INDEX({Conditions.factor},[condition])),IF([terminated]=1,terminated_factor,1E9)))))',
    },
    { ...words.column("rate", "factor", "firstRate"), formula: `IF([dividend]=1,dividend_share,IF([ownRate]<>"",[ownRate],${of("rate")}))` },
    { ...words.column("decay", "factor", "decay"), formula: `IF([dividend]=1,0,IF([ownRate]<>"",[ownDecay],${of("decay")}))` },
    { ...words.column("lag", "code", "lag"), formula: `IF([ownRate]<>"",0,${of("lag")})` },
  ]);
  addTakenExits(book, classes, source, words);
  addPlain(book, classes, source, words);
  for (const caseName of caseNames) addCaseCurves(book, classes, source, caseName, words);
}

const facts = [
  ["segment", "segment"],
  ["aged", "agedRow"],
  ["condition", "condition"],
  ["terminated", "terminated"],
  ["bankrupt", "bankrupt"],
  ["exits", "exitsOpen"],
  ["ownRate", "ownRate"],
  ["ownDecay", "ownDecay"],
  ["guarantors", "guarantorCount"],
] as const satisfies readonly (readonly [keyof TwinCurve, Parameters<TwinWords["head"]>[0]])[];

/** The segment whose curve states its months one by one; null where rate and decay say it. */
function stated({ segment, aged, ownRate }: TwinCurve, { assumptions }: TwinSource) {
  const name = segments[segment - 1];
  if (name === undefined || aged > 0 || !Number.isNaN(ownRate)) return null;
  const shares = assumptions.curves[name].monthlyShares;
  return shares === undefined ? null : { name, length: shares.length };
}

/** Σ of d^0 … d^(n − 1), as a sheet works it out; nothing for n = 0. */
const geometric = (decay: string, count: string): string => `IF(${count}<=0,0,IF(${decay}=1,${count},(1-${decay}^MAX(1,${count}))/(1-${decay})))`;

/** Share of a claim that a curve collects without a case's shift: by it the desk chooses whom to sue. */
function addPlain(book: TwinBook, classes: readonly TwinCurve[], source: TwinSource, words: TwinWords): void {
  const head = words.column("plain", "factor", "plainShare");
  classes.forEach((one, row) => {
    const shares = stated(one, source);
    const sum =
      shares === null
        ? `[rate]*[factor]*${geometric("[decay]", "(horizon_months-[lag])")}`
        : `[factor]*SUMPRODUCT({Shares.${shares.name}}*({Shares.month}<=horizon_months-[lag]))`;
    const byExits = one.exits === 0 ? "" : exitKinds.map((kind) => `-${exitChance(kind)}*(MIN(1,${sum})-${kind}_share)`).join("");
    book.table("Curves").calculate([{ ...head, formula: `MIN(1,${sum})${byExits}` }], row, row + 1);
  });
}

/** Which exits a class takes, beside it: in a mix all that are open, whatever their chance; where the best is chosen, the choice is a value. */
function addTakenExits(book: TwinBook, classes: readonly TwinCurve[], { assumptions }: TwinSource, words: TwinWords): void {
  if (!hasExits(classes)) return;
  const aged = segments.flatMap((segment) => assumptions.agedCurves[segment]);
  const takenBy = (one: TwinCurve) => {
    const name = segments[one.segment - 1];
    if (one.exits === 0 || name === undefined || !areExitsOn(assumptions)) return [];
    const curve = one.aged === 0 ? assumptions.curves[name] : (aged[one.aged - 1] ?? assumptions.curves[name]);
    const stage = one.terminated === 1 ? litigationStages.indexOf("executionTerminated") : 0;
    return exitsOf(curve, debtorCashOf(one.condition - 1, stage, assumptions), assumptions);
  };
  const isMix = assumptions.exits.mode === "mix";
  for (const kind of exitKinds) {
    const taken = classes.map((one) => (isMix ? one.exits : Number(takenBy(one).some((exit) => exit.kind === kind))));
    book.table("Curves").facts(words.column(`takes.${kind}`, "code", "exitTaken", { place: words.say(`twin.exit.${kind}`) }), taken);
  }
}

const hasExits = (classes: readonly TwinCurve[]): boolean => classes.some(({ exits }) => exits === 1);

/** Chance of an exit that a class takes: who pays half as often settles half as often. */
const exitChance = (kind: (typeof exitKinds)[number]): string =>
  `IF(${kind}_month>horizon_months,0,[takes.${kind}]*${kind}_probability${kind === "settlement" ? "*MAX(0,MIN(1,[factor]))" : ""})`;

function addCaseCurves(book: TwinBook, classes: readonly TwinCurve[], source: TwinSource, c: CaseName, words: TwinWords): void {
  const table = book.table("Curves");
  const of = { caseName: c };
  const withExits = hasExits(classes);
  const exit = (kind: (typeof exitKinds)[number]): CalculatedColumn => ({
    ...words.column(`${c}.${kind}`, "factor", "exitShare", { ...of, place: words.say(`twin.exit.${kind}`) }),
    formula: exitChance(kind),
  });
  table.calculate([
    { ...words.column(`${c}.first`, "factor", "firstRate", of), formula: `MAX(0,MIN(1,[rate]*[factor]*cash_level_${c}))` },
    { ...words.column(`${c}.lag`, "code", "lag", of), formula: `IF([dividend]=1,MAX(0,dividend_month+delay_${c})-1,[lag])` },
    { ...words.column(`${c}.guaranteed`, "factor", "guaranteed", of), formula: `IF([guarantors]=0,0,1-(1-guarantor_rate_${c})^MAX(1,[guarantors]))` },
    ...(withExits ? exitKinds.map(exit) : []),
  ]);
  addCurveMonths(book, classes, source, c, words);
  const kept = withExits ? exitKinds.map((kind) => `-[${c}.${kind}]`).join("") : "";
  const paid = (kind: string) => `[${c}.${kind}]*MAX(0,MIN(1,${kind}_share*cash_level_${c}))`;
  const more = (factor: (kind: string) => string) => (withExits ? exitKinds.map((kind) => `+${paid(kind)}${factor(kind)}`).join("") : "");
  classes.forEach((_, row) => {
    const sum = `MIN(1,SUM({CurveMonths_${c}.k${row + 1}}))`;
    table.calculate(
      [{ ...words.column(`${c}.total`, "factor", "collected", of), formula: `(${sum}*(1${kept})${more(() => "")})*(1-[${c}.guaranteed])` }],
      row,
      row + 1,
    );
    if (c !== "base") return;
    const value = `SUMPRODUCT({CurveMonths_${c}.k${row + 1}},{CurveMonths_${c}.discount})`;
    const discount = (kind: string) => `*INDEX({Months.${c}.discount},${kind}_month+1)`;
    table.calculate(
      [{ ...words.column(`${c}.value`, "factor", "collectedValue", of), formula: `(${value}*(1${kept})${more(discount)})*(1-[${c}.guaranteed])` }],
      row,
      row + 1,
    );
  });
}

/** What each curve collects month by month of a claim of 1, before guarantors and exits. */
function addCurveMonths(book: TwinBook, classes: readonly TwinCurve[], source: TwinSource, c: CaseName, words: TwinWords): void {
  const name = `${words.say("twin.sheet.curveMonths")} ${words.say(`code.caseName.${c}`)}`;
  const sheet = book.sheet(name, [name]);
  const table = book.addTable(sheet, `CurveMonths_${c}`, null, LAST_MONTH + 1);
  table.facts(
    words.column("month", "code", "month"),
    listOf(LAST_MONTH + 1, (month) => month),
  );
  table.calculate([{ ...words.column("discount", "factor", "discount"), formula: `INDEX({Months.${c}.discount},[month]+1)` }]);
  classes.forEach((one, row) => {
    const shares = stated(one, source);
    const of = (column: string) => `INDEX({Curves.${column}},${row + 1})`;
    const lag = of(`${c}.lag`);
    const since = `([month]-${lag}-1)`;
    const isOpen = `[month]<=${lag},[month]>horizon_months`;
    const first = of(`${c}.first`);
    const decay = of("decay");
    const wanted = `${first}*IF(${since}=0,1,${decay}^MAX(1,${since}))`;
    const byRate = `IF(OR(${isOpen}),0,MAX(0,MIN(${wanted},1-${first}*${geometric(decay, since)})))`;
    const scale = `${of("factor")}*cash_level_${c}`;
    const byShares =
      shares === null
        ? ""
        : `IF(OR(${isOpen},${since}>=${shares.length}),0,MAX(0,MIN(INDEX({Shares.${shares.name}},${since}+1)*${scale},1-INDEX({Shares.${shares.name}Before},${since}+1)*${scale})))`;
    const formula = shares === null ? byRate : `IF(${of("dividend")}=1,${byRate},${byShares})`;
    table.calculate([{ ...words.column(`k${row + 1}`, "factor", "curve", { place: row + 1 }), formula }]);
  });
}
