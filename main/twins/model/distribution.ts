import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { CalculatedColumn, TwinTable } from "../workbook/twin-table.ts";
import type { PlacedGroup } from "./group-sheets.ts";
import { outcomesOf } from "./price-classes.ts";
import type { TwinSource } from "./twin-source.ts";
import type { TwinWords } from "./twin-words.ts";

/** Name of a case's table. */
export const paymentsTable = (c: CaseName): string => `Paid_${c}`;

/** What each interval of a group pays, sale by sale in their order: a sheet for each case. */
export function addDistributions(book: TwinBook, groups: readonly PlacedGroup[], source: TwinSource, words: TwinWords): void {
  for (const c of caseNames) {
    const name = `${words.say("twin.sheet.distribution")} ${words.say(`code.caseName.${c}`)}`;
    const sheet = book.sheet(name, [name, words.say("twin.note.distribution")]);
    addDistribution(book, sheet, groups, source, c, words);
  }
}

function addDistribution(book: TwinBook, sheet: TwinSheet, groups: readonly PlacedGroup[], source: TwinSource, c: CaseName, words: TwinWords): void {
  const rowCount = groups.reduce((rows, { intervals, items }) => rows + intervals * (items.length + 1), 0);
  const table = book.addTable(sheet, paymentsTable(c), null, rowCount);
  table.calculate(placeColumns(words, true), 0, 1);
  table.calculate(placeColumns(words, false), 1);
  table.calculate(endColumns(c, source, words));
  // Behind all orders: who is paid in a row hangs on those of the rows below it too.
  table.calculate(orderColumns(c, words));
  table.calculate(proceedsColumns(c, source, words));
  const most = Math.max(...groups.map(({ loans }) => loans.length));
  const claims = Array.from({ length: most }, (_, slot) => claimColumn(slot + 1, words));
  const paying = payingColumns(c, most, words);
  // Groups with most loans stand first, so that a slot's cells are one run.
  const ends = claims.map((_, slot) =>
    groups.filter(({ loans }) => loans.length > slot).reduce((sum, { intervals, items }) => sum + intervals * (items.length + 1), 0),
  );
  reserve(table, [...paying.slice(0, beforeClaims), ...claims, ...paying.slice(beforeClaims)]);
  // Row by row, since each row goes on from the one above: widest groups first.
  const widths = [...new Set(groups.map(({ loans }) => loans.length))];
  let from = 0;
  for (const width of widths) {
    const to = ends[width - 1] ?? 0;
    table.calculate([...paying.slice(0, beforeClaims), ...claims.slice(0, width), ...paying.slice(beforeClaims)], from, to);
    from = to;
  }
  table.calculate(weightedColumns(book, c, most, words));
}

/** Columns that are worked out before what is left of the claims. */
const beforeClaims = 5;

/** Columns in the order of the sheet, whatever the order in which their cells come. */
function reserve(table: TwinTable, columns: readonly CalculatedColumn[]): void {
  for (const { key, head, style } of columns) table.addEmpty({ key, head, style }, null);
}

const firstItem = "INDEX({Groups.firstItem},[group])";
const itemCount = "INDEX({Groups.items},[group])";
/** The item that is paid in a row. */
const paidItem = `${firstItem}+[item]-1`;

/** Where a row stands: 0 opens an interval, behind it come as many rows as the group has items. */
function placeColumns(words: TwinWords, isFirst: boolean): CalculatedColumn[] {
  const formulas = {
    place: isFirst ? "0" : "IF([place^]=INDEX({Groups.items},[group^]),0,[place^]+1)",
    interval: isFirst ? "1" : "[interval^]+IF([place]=0,1,0)",
    group: "INDEX({Intervals.group},[interval])",
    start: isFirst ? "1" : "IF([place]=0,[start^]+[place^]+1,[start^])",
  };
  return (["place", "interval", "group", "start"] as const).map((key) => ({ ...words.column(key, "code", key), formula: formulas[key] }));
}

/** How each item of the interval ends, and its place in the order of payment. */
function endColumns(c: CaseName, source: TwinSource, words: TwinWords): CalculatedColumn[] {
  const outcomes = outcomesOf(source);
  const [first, last] = [outcomes[0], outcomes.at(-1)];
  const middle = `(INDEX({Intervals.${c}.from},[interval])+INDEX({Intervals.${c}.to},[interval]))/2`;
  const item = `${firstItem}+[place]-1`;
  const ended = outcomes.map((k) => `(INDEX({GroupItems.${c}.until${k}},${item})<[middle])`).join("+");
  return [
    { ...words.column("middle", "factor", "middle"), formula: middle },
    { ...words.column("outcome", "code", "outcome"), formula: `IF([place]=0,0,1+${ended})` },
    {
      ...words.column("order", "factor", "order"),
      formula: `IF([place]=0,-1,IF([outcome]>${outcomes.length},999,INDEX({GroupItems.${c}.order${first}:${c}.order${last}},${item},[outcome]))+[place]*1E-11)`,
    },
  ];
}

/** Who is paid in a row, and when. */
function orderColumns(c: CaseName, words: TwinWords): CalculatedColumn[] {
  const table = paymentsTable(c);
  const orders = `INDEX({${table}.order},[start]+1):INDEX({${table}.order},[start]+${itemCount})`;
  return [
    { ...words.column("item", "code", "paidItem"), formula: `IF([place]=0,0,MATCH(SMALL(${orders},[place]),${orders},0))` },
    { ...words.column("code", "code", "monthCode"), formula: `IF([place]=0,-999,INT(INDEX({${table}.order},[start]+[item])))` },
    { ...words.column("slot", "code", "slot"), formula: `IF([place]=0,0,INDEX({GroupItems.slot},${paidItem}))` },
  ];
}

const above = "[part^]";

/** What is left of a member's claim before the month's surplus is shared. */
function claimColumn(slot: number, words: TwinWords): CalculatedColumn {
  const claim = `INDEX({Members.claim},INDEX({Groups.firstMember},[group])+${slot - 1})`;
  return {
    ...words.column(`left${slot}`, "money", "claimLeft", { place: slot }),
    formula: `IF([place]=0,${claim},[left${slot}^]*(1-${above})-IF([slot]=${slot},[paid],0))`,
  };
}

/** What the item of a row brings beyond what stands before us, that, and what it may pay us at the most. */
function proceedsColumns(c: CaseName, source: TwinSource, words: TwinWords): CalculatedColumn[] {
  const outcomes = outcomesOf(source);
  const free = `INDEX({GroupItems.${c}.free${outcomes[0]}:${c}.free${outcomes.at(-1)}},${paidItem},INDEX({${paymentsTable(c)}.outcome},[start]+[item]))`;
  return [
    { ...words.column("free", "money", "freeProceeds"), formula: `IF(${isNone},0,${free})` },
    { ...words.column("before", "money", "before"), formula: `IF(${isNone},0,INDEX({GroupItems.before},${paidItem}))` },
    { ...words.column("cap", "money", "ourCap"), formula: `IF(${isNone},0,INDEX({GroupItems.cap},${paidItem}))` },
  ];
}

const isNone = "OR([code]<0,[code]>=999)";

/**
 * 1 where an item of a month's sale pays our claim. The items of a loan that are sold in one month pay side by side, each an equal
 * share of its proceeds: one that comes to us only behind more senior claims than the others need to pay the claim pays nothing.
 */
function paysColumn(c: CaseName, words: TwinWords): CalculatedColumn {
  const of = (column: string) => `INDEX({${paymentsTable(c)}.${column}},[start]+1):INDEX({${paymentsTable(c)}.${column}},[start]+${itemCount})`;
  const reached = `([before]/([free]+[before])*(${of("free")}+${of("before")})-${of("before")})`;
  const paidThen = `(${reached}>0)*(${reached}<${of("cap")})*${reached}+(${reached}>=${of("cap")})*${of("cap")}`;
  const byThen = `SUMPRODUCT((${of("code")}=[code])*(${of("slot")}=[slot])*(${paidThen}))`;
  return {
    ...words.column("pays", "code", "paysUs"),
    formula: `IF(${isNone},0,IF(MIN([free],[cap])<=0,0,IF([before]<=0,IF([atMonth]>0,1,0),IF(${byThen}<[atMonth],1,0))))`,
  };
}

/** What the row's sale pays, what it leaves the debtor, and the part of the claims that this pays at the month's end. */
function payingColumns(c: CaseName, most: number, words: TwinWords): CalculatedColumn[] {
  const least = `INDEX({GroupItems.${c}.price},${paidItem})*take_least_${c}`;
  const claims = `SUM([left1:left${most}])`;
  const monthEnds = `IF([place]=${itemCount},1,IF(INT([code+]/2)=INT([code]/2),0,1))`;
  const behind = `INDEX({GroupItems.behind},${paidItem})`;
  // Together an own claim's items of a month leave what those that pay bring, less what is paid.
  const alone = `IF([paid]>0,MAX(0,[free]-[paid]-${behind}),0)`;
  const leaves = `IF(${isNone},0,IF(MOD([code],2)+${behind}>0,${alone},[pays]*[free]-[paid]))`;
  return [
    { ...words.column("owed", "money", "owed"), formula: `IF([place]=0,0,INDEX([left1:left${most}^],[slot])*(1-${above}))` },
    { ...words.column("atMonth", "money", "owedAtMonth"), formula: "IF([place]<=1,[owed],IF(AND([code]=[code^],[slot]=[slot^]),[atMonth^],[owed]))" },
    paysColumn(c, words),
    { ...words.column("could", "money", "couldPay"), formula: `IF(${isNone},0,MAX(0,MIN([owed],[cap],[free])))` },
    { ...words.column("paid", "money", "paid"), formula: `IF([could]=0,0,IF(MOD([code],2)=1,IF([could]>${least},[could],0),[could]))` },
    {
      ...words.column("surplus", "money", "surplus"),
      formula: `IF([place]=0,0,INDEX({Groups.nets},[group])*${leaves}+IF(INT([code]/2)=INT([code^]/2),[surplus^],0))`,
    },
    {
      ...words.column("part", "factor", "part"),
      formula: `IF(${monthEnds}*[surplus]>0,IF(${claims}>0,MIN(1,surplus_share*[surplus]/MAX(${claims},0.000001)),0),0)`,
    },
  ];
}

/** What the row brings times how likely the interval is. */
function weightedColumns(book: TwinBook, c: CaseName, most: number, words: TwinWords): CalculatedColumn[] {
  const keeps = book.table("Groups").has(`${c}.keeps`) ? `*INDEX({Groups.${c}.keeps},[group])` : "";
  const weight = `INDEX({Intervals.${c}.weight},[interval])${keeps}`;
  const columns: CalculatedColumn[] = [
    { ...words.column("expected", "money", "expectedPaid"), formula: `IF([paid]=0,0,${weight}*[paid])` },
    {
      ...words.column("price", "money", "expectedPrice"),
      formula: `IF([paid]=0,0,IF(MOD([code],2)=1,${weight}*INDEX({GroupItems.${c}.price},${paidItem}),0))`,
    },
    { ...words.column("weightedPart", "factor", "weightedPart"), formula: `IF([part]=0,0,${weight}*[part])` },
    { ...words.column("shared", "money", "expectedSurplus"), formula: `IF([part]=0,0,[weightedPart]*SUM([left1:left${most}]))` },
  ];
  if (c !== "base") return columns;
  const month = "MIN(INT([code]/2),horizon_months)+1";
  const then = `INDEX({Months.base.discount},${month})`;
  const resale = "INDEX({Months.base.discount},MIN(INT([code]/2)+take_over_gap,horizon_months)+1)";
  return [
    ...columns,
    {
      ...words.column("value", "money", "valueIn"),
      formula: `IF([paid]=0,0,[expected]*${then}+IF([price]=0,0,[price]*(take_proceeds_base*${resale}-take_outlay_base*${then})))`,
    },
    {
      ...words.column("costed", "money", "valueCosted"),
      formula: `IF([paid]=0,0,IF([price]=0,[expected]*${then},([price]*(take_proceeds_base-take_outlay_base)+[expected])*${resale}))`,
    },
    { ...words.column("partValue", "factor", "partValue"), formula: `IF([part]=0,0,[weightedPart]*${then})` },
  ];
}

/** What each member of a group gets in all. */
export function addMemberResults(book: TwinBook, groups: readonly PlacedGroup[], words: TwinWords): void {
  const members = book.table("Members");
  const most = Math.max(...groups.map(({ loans }) => loans.length));
  const first = "INDEX({Groups.firstRow},[group])";
  const last = `${first}+INDEX({Groups.rows},[group])-1`;
  for (const c of caseNames) {
    const table = paymentsTable(c);
    const block = (column: string) => `INDEX({${table}.${column}},${first}):INDEX({${table}.${column}},${last})`;
    const claims = `INDEX({${table}.left1:left${most}},${first},[slot]):INDEX({${table}.left1:left${most}},${last},[slot])`;
    const ofSlot = (column: string) => `SUMIFS(${block(column)},${block("slot")},[slot])`;
    members.calculate([
      { ...words.column(`${c}.surplus`, "money", "fromSurplus", { caseName: c }), formula: `SUMPRODUCT(${claims},${block("weightedPart")})` },
      { ...words.column(`${c}.use`, "money", "paidOfClaim", { caseName: c }), formula: `MIN([claim],${ofSlot("expected")}+[${c}.surplus])` },
      {
        ...words.column(`${c}.cash`, "money", "collateralCash", { caseName: c }),
        formula: `${ofSlot("expected")}+${ofSlot("price")}*(take_proceeds_${c}-take_outlay_${c})+[${c}.surplus]`,
      },
      ...(c === "base"
        ? [
            { ...words.column("base.value", "money", "valueIn", { caseName: c }), formula: `${ofSlot("value")}+SUMPRODUCT(${claims},${block("partValue")})` },
            {
              ...words.column("base.costed", "money", "valueCosted", { caseName: c }),
              formula: `${ofSlot("costed")}+SUMPRODUCT(${claims},${block("partValue")})`,
            },
          ]
        : []),
    ]);
  }
}
