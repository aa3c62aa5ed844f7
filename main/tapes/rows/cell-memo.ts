import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";

/** Longer texts seldom come twice. */
const longestText = 48;
const mostTexts = 4096;
/** Looked up so often before a column with few repeats is given up. */
const fewestLookups = 1024;

/** What the texts of one column were read as. Lists repeat most of their texts; one value then stands for all cells of a text. */
class ColumnMemo<Value> {
  readonly #values = new Map<string, Value>();
  #lookups = 0;
  #found = 0;

  get(text: string): Value | undefined {
    this.#lookups += 1;
    const value = this.#values.get(text);
    if (value !== undefined) this.#found += 1;
    return value;
  }

  set(text: string, value: Value): void {
    // A text cut from a piece of the file would keep the whole piece in memory.
    if (this.#values.size < mostTexts) this.#values.set(` ${text}`.slice(1), value);
  }

  get isWorthIt(): boolean {
    return this.#lookups < fewestLookups || 2 * this.#found > this.#lookups;
  }
}

const memos = new WeakMap<SheetPlan, Map<TapeField, ColumnMemo<unknown>>>();

/** Reads a text of a field's column, or answers what it was read as before; only what `read` says is sound is kept. */
export function remembered<Value>(plan: SheetPlan, field: TapeField, text: string, read: () => { readonly value: Value; readonly isSound: boolean }): Value {
  if (text.length > longestText) return read().value;
  const memo = memoOf(plan, field) as ColumnMemo<Value>; // a field's values are of one type
  if (!memo.isWorthIt) return read().value;
  const known = memo.get(text);
  if (known !== undefined) return known;
  const { value, isSound } = read();
  if (isSound && value !== undefined) memo.set(text, value);
  return value;
}

function memoOf(plan: SheetPlan, field: TapeField): ColumnMemo<unknown> {
  let ofPlan = memos.get(plan);
  if (ofPlan === undefined) {
    ofPlan = new Map();
    memos.set(plan, ofPlan);
  }
  let memo = ofPlan.get(field);
  if (memo === undefined) {
    memo = new ColumnMemo();
    ofPlan.set(field, memo);
  }
  return memo;
}
