import type { RawRow } from "../files/raw-sheet.ts";
import { agreement, bestAgreement, type WeighedColumn } from "./amount-evidence.ts";
import type { AmountMeaning } from "./amount-header.ts";

/** A column whose header speaks of a sum. */
export interface AmountColumn extends WeighedColumn {
  readonly meaning: AmountMeaning;
}

/** The columns that make up a field. `isOpen`: several readings are as good, so the user must say. */
export interface ChosenAmounts {
  readonly columns: readonly AmountColumn[];
  readonly isOpen: boolean;
}

const chosen = (...columns: readonly AmountColumn[]): ChosenAmounts => ({ columns, isOpen: false });
const open: ChosenAmounts = { columns: [], isOpen: true };

/** Balance before what was lent, yuan before the loan's own currency. Two columns of one rank are the same where their amounts are. */
export function choosePrincipal(columns: readonly AmountColumn[], rows: readonly RawRow[]): ChosenAmounts {
  const [best, second] = columns.filter(({ meaning }) => meaning.extent === "plain").sort((a, b) => rankOf(b) - rankOf(a));
  if (best === undefined) return columns.length === 0 ? chosen() : open;
  if (second === undefined || rankOf(second) < rankOf(best)) return chosen(best);
  return agreement(rows, [best], [second]) === 1 ? chosen(best) : open;
}

function rankOf({ meaning }: AmountColumn): number {
  return (meaning.isConverted ? 4 : 0) + (meaning.isBalance ? 2 : 0) + (meaning.isNamed ? 1 : 0);
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
export function chooseParts(columns: readonly AmountColumn[], rows: readonly RawRow[], claim: ClaimColumns): ChosenAmounts {
  const candidates = columns.filter(({ meaning }) => meaning.extent !== "ofWhich");
  if (candidates.length < 2) return chosen(...candidates);
  const told = toldByTotals(candidates, rows, claim);
  if (told !== null) return chosen(...told);
  const wholes = candidates.filter(({ meaning }) => meaning.extent === "whole");
  if (wholes.length > 0) return oneOf(wholes, rows);
  const parts = candidates.filter(({ meaning }) => meaning.extent === "part");
  const plains = candidates.filter(({ meaning }) => meaning.extent === "plain");
  const plain = plains.length > 1 ? oneOf(plains, rows) : chosen(...plains);
  if (plain.isOpen || parts.length === 0) return plain;
  const [word] = plain.columns;
  if (word === undefined) return chosen(...parts);
  if (agreement(rows, [word], parts) === 1) return chosen(word);
  const isSumOfItsOwn = word.meaning.field === "fees" || parts.some(({ meaning }) => meaning.division === "book");
  return isSumOfItsOwn ? open : chosen(word, ...parts);
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
