import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { isOwnIn } from "../../engine/plan/own-case.ts";
import type { TwinBook } from "../workbook/twin-book.ts";
import type { CalculatedColumn } from "../workbook/twin-table.ts";
import { ownChanceFactor } from "./loan-claims.ts";
import { outcomesOf } from "./price-classes.ts";
import type { TwinPlaces } from "./tape-sheets.ts";
import { at, type TwinSource } from "./twin-source.ts";
import type { LiveGroup } from "./twin-structure.ts";
import type { TwinWords } from "./twin-words.ts";

/** Groups with where their rows stand in the tables, all from 1. */
export interface PlacedGroup extends LiveGroup {
  readonly number: number;
  readonly firstItem: number;
  readonly firstMember: number;
  readonly firstInterval: number;
  /** Rows of its distribution: for each interval one that opens it and one for each item. */
  readonly firstRow: number;
  readonly intervals: number;
}

export function placeGroups(groups: readonly LiveGroup[], outcomes: number): readonly PlacedGroup[] {
  let [firstItem, firstMember, firstInterval, firstRow] = [1, 1, 1, 1];
  return groups.map((group, index) => {
    const intervals = outcomes * group.chances;
    const placed = { ...group, number: index + 1, firstItem, firstMember, firstInterval, firstRow, intervals };
    firstItem += group.items.length;
    firstMember += group.loans.length;
    firstInterval += intervals;
    firstRow += intervals * (group.items.length + 1);
    return placed;
  });
}

const sumOf = (groups: readonly PlacedGroup[], part: (group: PlacedGroup) => number): number => groups.reduce((sum, group) => sum + part(group), 0);

/** Rows of a table that stand for groups, each with an entry of its own for each of its parts. */
const entries = (groups: readonly PlacedGroup[], of: (group: PlacedGroup) => readonly number[]): number[] => groups.flatMap(of);

/** The tables of loans that are worked out together, before what they pay: groups, members, items. */
export function addGroups(book: TwinBook, groups: readonly PlacedGroup[], source: TwinSource, places: TwinPlaces, words: TwinWords): void {
  const { columns } = source;
  const sheet = book.sheet(words.say("twin.sheet.groups"), [words.say("twin.sheet.groups"), words.say("twin.note.groups")]);
  const table = book.addTable(sheet, "Groups", words.say("twin.table.groups"), groups.length);
  table.facts(
    words.column("no", "code", "number"),
    groups.map(({ number }) => number),
  );
  table.facts(
    words.column("firstItem", "code", "firstItem"),
    groups.map(({ firstItem }) => firstItem),
  );
  table.facts(
    words.column("items", "code", "itemCount"),
    groups.map(({ items }) => items.length),
  );
  table.facts(
    words.column("firstMember", "code", "firstMember"),
    groups.map(({ firstMember }) => firstMember),
  );
  table.facts(
    words.column("firstRow", "code", "firstRow"),
    groups.map(({ firstRow }) => firstRow),
  );
  table.facts(
    words.column("rows", "code", "rowCount"),
    groups.map(({ intervals, items }) => intervals * (items.length + 1)),
  );
  table.facts(
    words.column("intervals", "code", "intervalCount"),
    groups.map(({ intervals }) => intervals),
  );
  table.facts(
    words.column("nets", "code", "nets"),
    groups.map(({ nets }) => Number(nets)),
  );
  const members = book.addTable(
    sheet,
    "Members",
    words.say("twin.table.members"),
    sumOf(groups, ({ loans }) => loans.length),
  );
  members.facts(
    words.column("group", "code", "group"),
    entries(groups, ({ number, loans }) => loans.map(() => number)),
  );
  members.facts(
    words.column("loan", "code", "loanRow"),
    entries(groups, ({ loans }) => loans.map((loan) => loan + 1)),
  );
  members.facts(
    words.column("slot", "code", "slot"),
    entries(groups, ({ loans }) => loans.map((_, slot) => slot + 1)),
  );
  members.calculate([{ ...words.column("claim", "money", "validClaim"), formula: "INDEX({Loans.valid},[loan])" }]);
  const items = book.addTable(
    sheet,
    "GroupItems",
    words.say("twin.table.groupItems"),
    sumOf(groups, (group) => group.items.length),
  );
  items.facts(
    words.column("item", "code", "itemRow"),
    entries(groups, (group) => group.items.map((item) => at(places.rowOf, item))),
  );
  items.facts(
    words.column("slot", "code", "slot"),
    entries(groups, (group) => group.items.map((item) => group.loans.indexOf(at(places.loanOf, item)) + 1)),
  );
  for (const caseName of caseNames) {
    if (columns.ownEstimates === null) continue;
    table.facts(
      words.column(`${caseName}.keeps`, "code", "keeps", { caseName }),
      groups.map(({ loans: [first = -1] }) => Number(!isOwnIn(columns, first, caseName))),
    );
  }
  const from = (column: string) => `INDEX({Items.${column}},[item])`;
  items.calculate([
    { ...words.column("class", "code", "itemClass"), formula: from("class") },
    { ...words.column("worth", "money", "worth"), formula: from("worth") },
    { ...words.column("ahead", "money", "ahead"), formula: from("ahead") },
    { ...words.column("before", "money", "before"), formula: from("before") },
    { ...words.column("cap", "money", "ourCap"), formula: from("cap") },
    { ...words.column("behind", "money", "waitingClaims"), formula: book.table("Items").has("waiting") ? from("waiting") : "0" },
  ]);
  for (const caseName of caseNames) items.calculate(itemOutcomes(book, source, caseName, words));
}

/**
 * Of each item and outcome: its place in the order of payment, the price's part beyond what stands before us, and the chance that
 * it is sold by then. The place is twice the month, one more where it is taken over, with the price behind the comma; 999: never.
 */
function itemOutcomes(book: TwinBook, source: TwinSource, c: CaseName, words: TwinWords): CalculatedColumn[] {
  const outcomes = outcomesOf(source);
  const rounds = outcomes.filter((outcome) => outcome !== "Take");
  const of = (column: string) => `INDEX({Classes.${c}.${column}},[class])`;
  const part = (k: string) => ({ caseName: c, place: k === "Take" ? words.say("twin.outcome.take") : k });
  const never = (k: string) => `OR(${of(`month${k}`)}>horizon_months,[${c}.free${k}]+[before]<=0)`;
  const chance = book.table("Items").has("ownChance") ? ownChanceFactor(book.table("Items"), c, "INDEX({Items.ownChance},[item])", "[class]") : "";
  return [
    ...outcomes.map((k) => ({ ...words.column(`${c}.free${k}`, "money", "freeProceeds", part(k)), formula: `[worth]*${of(`net${k}`)}-[ahead]-[before]` })),
    { ...words.column(`${c}.price`, "money", "takePrice", { caseName: c }), formula: `[worth]*${of("price")}` },
    ...rounds.map((k) => ({ ...words.column(`${c}.order${k}`, "factor", "order", part(k)), formula: `IF(${never(k)},999,2*${of(`month${k}`)})` })),
    {
      ...words.column(`${c}.orderTake`, "factor", "order", part("Take")),
      formula: `IF(${never("Take")},999,2*${of(`month${rounds.length}`)}+1+[${c}.price]/1E13)`,
    },
    ...outcomes.map((k) => ({ ...words.column(`${c}.until${k}`, "factor", "cumulative", part(k)), formula: `${of(`until${k}`)}${chance}` })),
  ];
}

const intervalColumn = (key: "place" | "group", formula: string, words: TwinWords): CalculatedColumn => ({
  ...words.column(key, "code", key === "place" ? "number" : key),
  formula,
});

/** Intervals of one number between 0 and 1 that decides how all items of a group end: between two of them nothing changes. */
export function addIntervals(book: TwinBook, groups: readonly PlacedGroup[], source: TwinSource, words: TwinWords): void {
  const sheet = book.sheet(words.say("twin.sheet.intervals"), [words.say("twin.sheet.intervals"), words.say("twin.note.intervals")]);
  const table = book.addTable(
    sheet,
    "Intervals",
    null,
    sumOf(groups, ({ intervals }) => intervals),
  );
  table.calculate([intervalColumn("place", "1", words), intervalColumn("group", "1", words)], 0, 1);
  table.calculate(
    [
      intervalColumn("place", "IF([place^]=INDEX({Groups.intervals},[group^]),1,[place^]+1)", words),
      intervalColumn("group", "[group^]+IF([place]=1,1,0)", words),
    ],
    1,
  );
  const outcomes = outcomesOf(source);
  const first = "INDEX({Groups.firstItem},[group])";
  const last = `${first}+INDEX({Groups.items},[group])-1`;
  for (const c of caseNames) {
    const all = `{GroupItems.${c}.until${outcomes[0]}:${c}.until${outcomes.at(-1)}}`;
    const block = `INDEX(${all},${first},1):INDEX(${all},${last},${outcomes.length})`;
    table.calculate([
      { ...words.column(`${c}.from`, "factor", "from", { caseName: c }), formula: `IF([place]=1,0,[${c}.to^])` },
      {
        ...words.column(`${c}.to`, "factor", "to", { caseName: c }),
        formula: `IFERROR(SMALL(${block},SUMPRODUCT((${block}<=[${c}.from]+1E-12)*1)+1),[${c}.from])`,
      },
    ]);
    table.calculate([{ ...words.column(`${c}.weight`, "factor", "weight", { caseName: c }), formula: `[${c}.to]-[${c}.from]` }]);
  }
}
