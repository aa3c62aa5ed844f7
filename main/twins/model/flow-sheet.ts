import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import type { CalculatedColumn } from "../workbook/twin-table.ts";
import { paymentsTable } from "./distribution.ts";
import { outcomesOf } from "./price-classes.ts";
import { LAST_MONTH } from "./terms.ts";
import { listOf, type TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

type Head = Parameters<TwinWords["head"]>[0];

/** What comes in and goes out by month, in each case: first in its own month, then as it is received after closing. */
export function addFlows(book: TwinBook, source: TwinSource, words: TwinWords): void {
  addClassSums(book, source, words);
  const sheet = book.sheet(words.say("twin.sheet.flows"), [words.say("twin.sheet.flows"), words.say("twin.note.flows")]);
  const table = book.addTable(sheet, "Flow", null, LAST_MONTH + 1);
  table.facts(
    words.column("month", "code", "month"),
    listOf(LAST_MONTH + 1, (month) => month),
  );
  table.calculate([{ ...words.column("received", "code", "received"), formula: "MAX([month],closing_month)" }]);
  for (const c of caseNames) {
    addCurveCash(book, source, c, words);
    table.calculate(inOwnMonth(book, source, c, words));
    table.calculate(asReceived(c, words));
    const column = (key: string, head: Head, formula: string): CalculatedColumn => ({
      ...words.column(`${c}.${key}`, "money", head, { caseName: c }),
      formula,
    });
    const receipts = `[${c}.collateral]+[${c}.guarantor]+[${c}.cash]+[${c}.own]`;
    const early = (key: string) => `SUMPRODUCT(({Flow.month}<closing_month)*{Flow.${c}.${key}})`;
    const earlyReceipts = ["sales0", "taken0", "guarantor0", "cash0", "own0"].map(early).join("+");
    const collected = `IF(transition_collected="",${earlyReceipts},transition_collected)`;
    const replaced = `IF(transition_collected="",0,transition_collected-(${earlyReceipts})+${early("receiptCosts0")})`;
    table.calculate([
      // Receipts up to which no incentive is paid, and what is paid on those beyond.
      column(
        "below",
        "incentiveBelow",
        `IF([month]=0,incentive_from*SUM({Tape.upb}),MAX(0,[${c}.below^]-([${c}.collateral^]+[${c}.guarantor^]+[${c}.cash^]+[${c}.own^])))`,
      ),
      column("incentive", "incentive", `MAX(0,${receipts}-[${c}.below])*incentive_rate*cost_level_${c}`),
      column("costs", "costs", `[${c}.plainCosts]+[${c}.incentive]`),
      column("settlement", "settlement", `IF([month]=closing_month,${replaced}-(${collected})*transition_seller_share-transition_reimbursed,0)`),
      column("net", "netFlow", `${receipts}-[${c}.costs]+[${c}.settlement]`),
    ]);
  }
}

/** What single items of a class bring in all, by outcome: months stand beside them. */
function addClassSums(book: TwinBook, source: TwinSource, words: TwinWords): void {
  if (!book.hasTable("Classes")) return;
  const items = book.table("Items");
  for (const c of caseNames) {
    const sum = (key: string, of: string, part: { readonly caseName: CaseName; readonly place: string }): CalculatedColumn => ({
      ...words.column(`${c}.${key}`, "money", "classSum", part),
      formula: items.has(`${c}.${of}`) ? `SUMIFS({Items.${c}.${of}},{Items.class},[no])` : "0",
    });
    const take = words.say("twin.outcome.take");
    book.table("Classes").calculate([
      ...outcomesOf(source)
        .filter((k) => k !== "Take")
        .map((k) => sum(`sum${k}`, `sale${k}`, { caseName: c, place: k })),
      sum("sumPrice", "taken", { caseName: c, place: take }),
      sum("sumUse", "takenUse", { caseName: c, place: `${take} ${words.say("twin.outcome.setOff")}` }),
    ]);
  }
}

/** What curves collect of all loans: each class by what is left of its loans' claims. */
function addCurveCash(book: TwinBook, { columns }: TwinSource, c: CaseName, words: TwinWords): void {
  const curves = book.table("Curves");
  const hasExits = curves.has(`${c}.settlement`);
  const rest = `SUMIFS({Loans.${c}.rest},{Tape.curve},[no])*(1-[${c}.guaranteed])`;
  curves.calculate([{ ...words.column(`${c}.rest`, "money", "scaledRest", { caseName: c }), formula: columns.loanCount === 0 ? "0" : rest }]);
  const months = book.table(`CurveMonths_${c}`);
  const keys = curves.column("no").values;
  const sheet = book.sheetOf(months);
  const weights = book.addTable(sheet, `CurveWeights_${c}`, words.say("twin.table.curveWeights"), 1);
  weights.texts("label", "", [words.say("twin.table.curveWeights")]);
  weights.texts("none", "", [null]);
  weights.calculate(
    Array.from(keys, (no) => ({
      ...words.column(`k${no}`, "money", "curve", { place: no }),
      formula: `INDEX({Curves.${c}.rest},${no})${hasExits ? `*(1-INDEX({Curves.${c}.settlement},${no})-INDEX({Curves.${c}.resale},${no}))` : ""}`,
    })),
  );
  const exit = (kind: string) =>
    `+IF([month]=${kind}_month,SUMPRODUCT({Curves.${c}.rest},{Curves.${c}.${kind}})*MAX(0,MIN(1,${kind}_share*cash_level_${c})),0)`;
  const exits = hasExits ? `${exit("settlement")}${exit("resale")}` : "";
  months.calculate([
    {
      ...words.column("cash", "money", "fromCurve", { caseName: c }),
      formula: `SUMPRODUCT([k1:k${keys.length}],{CurveWeights_${c}.k1:k${keys.length}})${exits}`,
    },
  ]);
}

/** Receipts and costs in the month in which they arise, whenever the deal closes. */
function inOwnMonth(book: TwinBook, source: TwinSource, c: CaseName, words: TwinWords): CalculatedColumn[] {
  const rounds = outcomesOf(source).filter((k) => k !== "Take");
  const column = (key: string, head: Head, formula: string): CalculatedColumn => ({ ...words.column(`${c}.${key}`, "money", head, { caseName: c }), formula });
  const hasClasses = book.hasTable("Classes");
  const hasGroups = book.hasTable("Members");
  const hasMarks = book.hasTable("Marked");
  const ofClass = (sum: string, month: string, at = "[month]") => `SUMIFS({Classes.${c}.${sum}},{Classes.${c}.${month}},${at})`;
  const ofGroup = (of: string, code: string) => `SUMIFS({${paymentsTable(c)}.${of}},{${paymentsTable(c)}.code},${code})`;
  const last = rounds.length;
  const sales = [
    ...(hasClasses ? rounds.map((k) => ofClass(`sum${k}`, `month${k}`)) : []),
    ...(hasGroups ? [ofGroup("expected", "2*[month]"), ofGroup("shared", "2*[month]"), ofGroup("shared", "2*[month]+1")] : []),
  ];
  const resale = [...(hasClasses ? [ofClass("sumPrice", "monthTake")] : []), ...(hasGroups ? [ofGroup("price", "2*([month]-take_over_gap)+1")] : [])];
  const price = [...(hasClasses ? [ofClass("sumPrice", `month${last}`)] : []), ...(hasGroups ? [ofGroup("price", "2*[month]+1")] : [])];
  const setOff = [...(hasClasses ? [ofClass("sumUse", `month${last}`)] : []), ...(hasGroups ? [ofGroup("expected", "2*[month]+1")] : [])];
  const setOffAtResale = [...(hasClasses ? [ofClass("sumUse", "monthTake")] : []), ...(hasGroups ? [ofGroup("expected", "2*([month]-take_over_gap)+1")] : [])];
  const sum = (parts: readonly string[]) => (parts.length === 0 ? "0" : parts.join("+"));
  const marked = (of: string) => (hasMarks ? `+INDEX({Marked.${c}.${of}},[month]+1)` : "");
  const own = (of: string) => (book.hasTable("Own") ? `SUMIFS({Own.${c}.${of}},{Own.month},[month])` : "0");
  // Costs on what a resale brings beyond the cash that was paid.
  const costed = `([${c}.sales0]${hasMarks ? `-INDEX({Marked.${c}.sales},[month]+1)` : ""}+(${sum(resale)})*(take_proceeds_${c}-take_outlay_${c})+${sum(setOffAtResale)})`;
  const level = `cost_level_${c}`;
  const collateralCosts = `(${costed}*(servicer_collateral+counsel_collateral)${ownRateCosts(book, source, c)}${marked("costs")})`;
  return [
    column("sales0", "fromSales", `${sum(sales)}${marked("sales")}`),
    column("taken0", "fromTaken", `(${sum(resale)})*take_proceeds_${c}-(${sum(price)})*take_outlay_${c}+${sum(setOff)}${marked("taken")}`),
    column(
      "guarantor0",
      "fromGuarantors",
      `IF(AND([month]>=guarantor_first_${c},[month]<=guarantor_last_${c}),SUM({Loans.${c}.guarantor})/MAX(1,guarantor_months_${c}),0)`,
    ),
    column("cash0", "fromCurve", `INDEX({CurveMonths_${c}.cash},[month]+1)`),
    column("own0", "ownGross", own("gross")),
    column("receiptCosts0", "receiptCosts", `(${collateralCosts}+[${c}.guarantor0]*servicer_guarantor+[${c}.cash0]*servicer_cash)*${level}+${own("costs")}`),
    column(
      "otherCosts0",
      "otherCosts",
      [
        `IF([month]=MIN(horizon_months,file_cost_month),SUM({Loans.${c}.paidFile}),0)+SUMIFS({Loans.${c}.paidCourt},{Loans.${c}.feesMonth},[month])`,
        `+IF(AND([month]>=1,[month]<=overhead_months,[month]<=horizon_months),overhead_yuan*${level},0)`,
      ].join(""),
    ),
  ];
}

/** Where the desk states a share of the cash for single loans: by how much their costs differ. */
function ownRateCosts(book: TwinBook, source: TwinSource, c: CaseName): string {
  if (
    !book.hasTable("Classes") ||
    !book
      .table("Classes")
      .column("ownRate")
      .values.some((rate) => !Number.isNaN(rate))
  )
    return "";
  const more = `({Classes.costRate}-servicer_collateral-counsel_collateral)`;
  const parts = outcomesOf(source)
    .filter((k) => k !== "Take")
    .map((k) => `+SUMPRODUCT(({Classes.${c}.month${k}}=[month])*{Classes.${c}.sum${k}}*${more})`);
  const take = `+SUMPRODUCT(({Classes.${c}.monthTake}=[month])*({Classes.${c}.sumPrice}*(take_proceeds_${c}-take_outlay_${c})+{Classes.${c}.sumUse})*${more})`;
  return [...parts, take].join("");
}

/** What comes in before closing is handed over then. */
function asReceived(c: CaseName, words: TwinWords): CalculatedColumn[] {
  const received = (of: string) =>
    `IF([month]<closing_month,0,IF([month]=closing_month,SUM(INDEX({Flow.${c}.${of}},1):INDEX({Flow.${c}.${of}},closing_month+1)),[${c}.${of}]))`;
  const column = (key: string, head: Head, formula: string): CalculatedColumn => ({ ...words.column(`${c}.${key}`, "money", head, { caseName: c }), formula });
  return [
    column("sales", "fromSales", received("sales0")),
    column("taken", "fromTaken", received("taken0")),
    column("collateral", "collateralFlow", `[${c}.sales]+[${c}.taken]`),
    column("guarantor", "fromGuarantors", received("guarantor0")),
    column("cash", "fromCurve", received("cash0")),
    column("own", "ownGross", received("own0")),
    column("plainCosts", "plainCosts", `${received("receiptCosts0")}+${received("otherCosts0")}`),
  ];
}
