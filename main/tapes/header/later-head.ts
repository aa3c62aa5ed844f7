import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { displayCell } from "../cells/cell-text.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import { narrowText } from "../words/visible-text.ts";
import { matchHeader } from "./header-dictionary.ts";
import type { SheetPlan } from "./sheet-plan.ts";

/** "1", "(2)", "③", "C" or "5=3+4" below a column's name; null for other texts. */
function columnNumber(text: string): number | null {
  const numbered = /^\(?(\d{1,3})\)?(?:\s*=.*)?$/.exec(narrowText(text))?.[1];
  if (numbered !== undefined) return Number(numbered);
  return /^[A-Z]$/.test(text) ? text.charCodeAt(0) - 64 : null;
}

/** A row that numbers the columns (栏次): 1, 2, 3 or A, B, C in their order. */
export function isNumberingRow({ cells }: RawRow): boolean {
  const texts = cells.map(displayCell).filter((text) => text !== "");
  const numbers = texts.map(columnNumber);
  const [first, ...others] = numbers[0] === null ? numbers.slice(1) : numbers;
  return first != null && first < 3 && others.length > 1 && others.every((number, at) => number === first + at + 1);
}

/**
 * A row below the header that is a header itself: `same` it names the columns as the list does, in another language or
 * writing; `other` it names others or in another order, so what stands below it is of another list.
 */
export function headBelow({ cells }: RawRow, plan: SheetPlan): "same" | "other" | null {
  const texts = cells.map((cell) => (typeof cell === "string" ? displayCell(cell) : ""));
  const filled = texts.filter((text) => text !== "").length;
  if (filled < 3 || texts.some((text) => /^[\d.,]+$/.test(text))) return null;
  const found = (["loans", "collateral"] as const).map((kind) =>
    texts.flatMap((text, index) => {
      const match = text === "" ? undefined : matchHeader(text, kind)[0];
      return match === undefined || match.score < 0.9 ? [] : [{ index, field: match.field }];
    }),
  );
  const named = found.sort((a, b) => b.length - a.length)[0] ?? [];
  if (new Set(named.map(({ field }) => field)).size < 3 || named.length < 0.6 * filled) return null;
  const isAt = (field: TapeField, index: number) => plan.columns.get(field)?.some((column) => column.index === index) === true;
  const same = named.filter(({ index, field }) => isAt(field, index)).length;
  // Two columns that changed places are enough to read a name for a number.
  const moved = named.filter(({ index, field }) => !isAt(field, index) && [...plan.columns.keys()].some((one) => isAt(one, index))).length;
  return same >= 0.6 * named.length && moved < 2 ? "same" : "other";
}
