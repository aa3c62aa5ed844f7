import { type SheetList, sheetLists } from "../../shared/domain/sheet-fields.ts";
import type { LoanChange } from "./rules/compare-loans.ts";

/** All changes of a newer version, column by column, in the order of the older version's loans: shared memory, which crosses to workers without a copy. */
export interface ChangeColumns {
  readonly count: number;
  readonly olderLoan: Float64Array;
  readonly newerLoan: Float64Array;
  /** Place in `sheetLists`. */
  readonly list: Uint8Array;
  /** Place in `comparedColumns` of the list; `wholeRow`: the row came or went. */
  readonly place: Uint8Array;
  /** 0: the row came, or went. */
  readonly olderRow: Float64Array;
  readonly newerRow: Float64Array;
}

export const wholeRow = 255;

const shared = {
  numbers: (values: readonly number[]) => {
    const column = new Float64Array(new SharedArrayBuffer(values.length * 8));
    column.set(values);
    return column;
  },
  codes: (values: readonly number[]) => {
    const column = new Uint8Array(new SharedArrayBuffer(values.length));
    column.set(values);
    return column;
  },
};

/** Ids in shared memory. */
export const sharedIds = (ids: Iterable<number>): Float64Array => shared.numbers([...ids]);

/** Gathers changes as they are found. */
export class ChangeList {
  readonly #olderLoan: number[] = [];
  readonly #newerLoan: number[] = [];
  readonly #list: number[] = [];
  readonly #place: number[] = [];
  readonly #olderRow: number[] = [];
  readonly #newerRow: number[] = [];

  add(olderLoan: number, newerLoan: number, { list, place, olderRow, newerRow }: LoanChange): void {
    this.#olderLoan.push(olderLoan);
    this.#newerLoan.push(newerLoan);
    this.#list.push(sheetLists.indexOf(list));
    this.#place.push(place ?? wholeRow);
    this.#olderRow.push(olderRow ?? 0);
    this.#newerRow.push(newerRow ?? 0);
  }

  table(): ChangeColumns {
    return {
      count: this.#list.length,
      olderLoan: shared.numbers(this.#olderLoan),
      newerLoan: shared.numbers(this.#newerLoan),
      list: shared.codes(this.#list),
      place: shared.codes(this.#place),
      olderRow: shared.numbers(this.#olderRow),
      newerRow: shared.numbers(this.#newerRow),
    };
  }
}

export const listAt = (table: ChangeColumns, at: number): SheetList => sheetLists[table.list[at] ?? 0] ?? "loan";
