import type { RawRow } from "../files/raw-sheet.ts";
import { agreement, bestAgreement, type WeighedColumn } from "./amount-evidence.ts";
import type { AmountMeaning } from "./amount-header.ts";

/** A column whose header speaks of a sum. */
export interface AmountColumn extends WeighedColumn {
  readonly meaning: AmountMeaning;
  /** Currency that the header or its group states; null where it doesn't. */
  readonly currency: string | null;
}

/** The columns that make up a field. `isOpen`: several readings are as good, so the user must say. */
export interface ChosenAmounts {
  readonly columns: readonly AmountColumn[];
  readonly isOpen: boolean;
}

const chosen = (...columns: readonly AmountColumn[]): ChosenAmounts => ({ columns, isOpen: false });
const open: ChosenAmounts = { columns: [], isOpen: true };

const isForeign = ({ currency }: AmountColumn) => currency !== null && currency !== "CNY";

/** Of amounts in the loan's own currency and in yuan those in yuan. */
function inYuan(columns: readonly AmountColumn[]): readonly AmountColumn[] {
  const converted = columns.filter(({ meaning }) => meaning.isConverted);
  if (converted.length > 0) return converted;
  const own = columns.filter((column) => !isForeign(column));
  return own.some(({ currency }) => currency === "CNY") ? own : columns;
}

/** Whether columns are known to be in yuan although the loans may not be: by their words, or since the same stands beside them in another currency. */
export function areConverted(taken: readonly AmountColumn[], all: readonly AmountColumn[]): boolean {
  return taken.length > 0 && taken.every(({ meaning, currency }) => meaning.isConverted || (currency === "CNY" && all.some(isForeign)));
}

/** Balance before what was lent. Two columns of one rank are the same where their amounts are; what is due and what isn't yet are added. */
export function choosePrincipal(all: readonly AmountColumn[], rows: readonly RawRow[]): ChosenAmounts {
  const columns = inYuan(all);
  const of = (extent: AmountMeaning["extent"]) => columns.filter(({ meaning }) => meaning.extent === extent);
  const [best, second] = of("plain").sort((a, b) => rankOf(b) - rankOf(a));
  if (best !== undefined) {
    if (second === undefined || rankOf(second) < rankOf(best)) return chosen(best);
    return agreement(rows, [best], [second]) === 1 ? chosen(best) : open;
  }
  const parts = of("part");
  if (parts.length > 0) return parts.length > 1 && of("unknown").length === 0 ? chosen(...parts) : open;
  const unknown = of("unknown");
  if (unknown.length > 0) return unknown.length === 1 ? chosen(...unknown) : open;
  return columns.length === 0 ? chosen() : open;
}

function rankOf({ meaning }: AmountColumn): number {
  return (meaning.isBalance ? 2 : 0) + (meaning.isNamed ? 1 : 0);
}

/** What the columns that aren't weighed add to a claim's total. */
export interface ClaimColumns {
  readonly total: WeighedColumn | null;
  readonly principal: WeighedColumn | null;
  /** Ways in which the other sum may be part of the total. */
  readonly others: readonly (readonly WeighedColumn[])[];
}

/**
 * The columns that together are a sum: the one for the whole, else what the claim totals of the rows say, else all parts.
 * 利息, 罚息 and 复利 are three claims, so they are added unless the first is seen to hold the others.
 */
export function chooseParts(all: readonly AmountColumn[], rows: readonly RawRow[], claim: ClaimColumns): ChosenAmounts {
  const candidates = inYuan(all).filter(({ meaning }) => meaning.extent !== "ofWhich" && meaning.extent !== "other");
  if (candidates.length < 2) return chosen(...candidates);
  const told = toldByTotals(candidates, rows, claim);
  if (told !== null) return chosen(...told);
  const of = (extent: AmountMeaning["extent"]) => candidates.filter(({ meaning }) => meaning.extent === extent);
  const wholes = of("whole");
  if (wholes.length > 0) return oneOf(wholes, rows);
  if (of("unknown").length > 0) return open;
  const covering = candidates.find((column) => isCovering(column, candidates));
  if (covering !== undefined) return chooseCovering(covering, candidates, rows);
  const [parts, plains] = [of("part"), of("plain")];
  const plain = plains.length > 1 && !areDisjoint(plains) ? oneOf(plains, rows) : chosen(...plains);
  if (plain.isOpen || parts.length === 0) return plain;
  const [word, another] = plain.columns;
  if (word === undefined) return chosen(...parts);
  if (another === undefined && agreement(rows, [word], parts) === 1) return chosen(word);
  return isSumOfItsOwn(word, parts) ? open : chosen(...plain.columns, ...parts);
}

/** Whether the plain word may be the sum of the parts, since they divide it by another view than kinds of claims. */
function isSumOfItsOwn(word: AmountColumn, parts: readonly AmountColumn[]): boolean {
  if (word.meaning.field === "fees") return !parts.every(({ meaning }) => meaning.kinds.has("penalty"));
  return parts.some(({ meaning }) => meaning.division === "book");
}

/** A column that names several kinds, and all that the others name: 利息及罚息 beside 利息 and 罚息. */
function isCovering({ meaning, index }: AmountColumn, columns: readonly AmountColumn[]): boolean {
  const others = columns.filter((other) => other.index !== index);
  return meaning.kinds.size > 1 && meaning.division !== "book" && others.every((other) => [...other.meaning.kinds].every((kind) => meaning.kinds.has(kind)));
}

function chooseCovering(covering: AmountColumn, columns: readonly AmountColumn[], rows: readonly RawRow[]): ChosenAmounts {
  const others = columns.filter(({ index }) => index !== covering.index);
  const named = new Set(others.flatMap(({ meaning }) => [...meaning.kinds]));
  if (named.size < covering.meaning.kinds.size) return chosen(covering);
  return (agreement(rows, [covering], others) ?? 1) === 1 ? chosen(covering) : open;
}

function areDisjoint(columns: readonly AmountColumn[]): boolean {
  const kinds = columns.flatMap(({ meaning }) => [...meaning.kinds]);
  return kinds.length > 0 && new Set(kinds).size === kinds.length;
}

function oneOf(columns: readonly AmountColumn[], rows: readonly RawRow[]): ChosenAmounts {
  const balances = columns.filter(({ meaning }) => meaning.isBalance);
  const [first, ...others] = balances.length > 0 ? balances : columns;
  if (first === undefined) return open;
  return others.every((other) => agreement(rows, [first], [other]) === 1) ? chosen(first) : open;
}

function toldByTotals(columns: readonly AmountColumn[], rows: readonly RawRow[], { total, principal, others }: ClaimColumns): readonly AmountColumn[] | null {
  if (total === null || principal === null) return null;
  const sets = distinctSets(columns);
  return bestAgreement(sets, (set) => {
    const shares = others.map((other) => agreement(rows, [total], [principal, ...set, ...other]) ?? 0);
    return Math.max(...shares);
  });
}

/** All columns, each alone, and each division's parts with and without the plain word. */
function distinctSets(columns: readonly AmountColumn[]): readonly (readonly AmountColumn[])[] {
  const plains = columns.filter(({ meaning }) => meaning.extent === "plain");
  const divisions = (["book", "kind"] as const).map((division) => columns.filter(({ meaning }) => meaning.division === division));
  const sets = [columns, ...columns.map((column) => [column]), ...divisions, ...divisions.map((parts) => [...plains, ...parts])];
  const known = new Map(
    sets
      .filter((set) => set.length > 0)
      .map((set) => [
        set
          .map(({ index }) => index)
          .sort((a, b) => a - b)
          .join(),
        set,
      ]),
  );
  return [...known.values()];
}
