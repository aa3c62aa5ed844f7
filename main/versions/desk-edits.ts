import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { EditDeed, EditOutcome } from "../../shared/domain/tape-versions.ts";
import type { LoanMatch } from "./loan-match.ts";
import { compareLoan, type RowPair } from "./rules/compare-loans.ts";
import { type ComparedRow, comparedColumns, isSameCell, partKey, rowKey } from "./rules/compared-cells.ts";
import type { PartList } from "./rules/pair-parts.ts";
import type { SellerRows } from "./seller-rows.ts";
import type { EditedCell } from "./seller-rows-queries.ts";

/** An edit of the desk in the older version, with what the newer one has in its place. */
export interface DeskEdit {
  readonly list: SheetList;
  readonly olderRow: number;
  readonly newerRow: number | null;
  readonly olderLoan: number;
  readonly newerLoan: number | null;
  /** Column of a cell; null: the row was added, or taken away. */
  readonly column: string | null;
  readonly deed: EditDeed;
  readonly seller: CellValue;
  readonly desk: CellValue;
  readonly newer: CellValue;
  readonly outcome: EditOutcome;
  readonly author: string;
  readonly why: string;
}

/** Columns that say where an item belongs: they follow from its contract. */
const hidden: readonly string[] = ["loan_id", "link", "asset_key"];

/** Follows the edits of the older version into the newer one while loans are compared. */
export class EditFollower {
  readonly #older: SellerRows;
  readonly #newer: SellerRows;
  readonly #newerOf: ReadonlyMap<number, number>;
  readonly #edits: DeskEdit[] = [];
  /** Cells by row, and rows that were taken away, whose row the newer version has; the others are lost. */
  readonly #cells: Readonly<Record<SheetList, ReadonlyMap<number, readonly EditedCell[]>>>;
  readonly #met: Readonly<Record<SheetList, Set<number>>> = { loan: new Set(), collateral: new Set(), guarantor: new Set() };
  readonly #removed: Readonly<Record<SheetList, ReadonlySet<number>>>;

  constructor(older: SellerRows, newer: SellerRows, match: LoanMatch) {
    this.#older = older;
    this.#newer = newer;
    const { edited, added, removed } = older.work;
    const isTouched = older.isTouched;
    this.#newerOf = isTouched ? new Map([...match.older].map((id, at) => [id, match.newer[at] ?? 0])) : new Map();
    const gone = (list: SheetList) => new Set(removed[list].map(({ id }) => id));
    this.#removed = { loan: gone("loan"), collateral: gone("collateral"), guarantor: gone("guarantor") };
    const byRow = (list: SheetList) => {
      const moved = new Set(edited[list].filter(({ place }) => place === "loan_id").map(({ row_id }) => row_id));
      const rows = new Map<number, EditedCell[]>();
      for (const cell of edited[list]) {
        const { row_id, place } = cell;
        // The contract of an item changes with that of its loan, too.
        const isOwn = !hidden.includes(place) && (list !== "collateral" || place !== "contract_no" || moved.has(row_id));
        if (isOwn && !added[list].has(row_id) && !this.#removed[list].has(row_id)) rows.set(row_id, [...(rows.get(row_id) ?? []), cell]);
      }
      return rows;
    };
    this.#cells = { loan: byRow("loan"), collateral: byRow("collateral"), guarantor: byRow("guarantor") };
  }

  /** Takes the rows of a loan that both versions have. */
  meet(olderLoan: number, newerLoan: number, pairs: readonly RowPair[]): void {
    for (const [list, one, other] of pairs) {
      const cells = this.#cells[list].get(one.id);
      const isRemoved = this.#removed[list].has(one.id);
      if (cells === undefined && !isRemoved) continue;
      this.#met[list].add(one.id);
      const at = { list, olderRow: one.id, newerRow: other.id, olderLoan, newerLoan };
      for (const cell of cells ?? []) this.#edits.push({ ...at, ...this.#cellOutcome(list, cell, other) });
      // What hung on a loan that was taken away went with it.
      if (isRemoved && (list === "loan" || !this.#removed.loan.has(olderLoan))) {
        const isChanged = list === "loan" ? pairs.length === 0 || this.#isLoanChanged(olderLoan, newerLoan) : rowKey(list, one) !== rowKey(list, other);
        this.#edits.push({ ...at, ...rowEdit("removed", isChanged ? "conflict" : "carried") });
      }
    }
  }

  #isLoanChanged(olderLoan: number, newerLoan: number): boolean {
    const [older, newer] = [this.#older.loansOf([olderLoan]).get(olderLoan), this.#newer.loansOf([newerLoan]).get(newerLoan)];
    return older === undefined || newer === undefined || compareLoan(older, newer).changes.length > 0;
  }

  #cellOutcome(list: SheetList, cell: EditedCell, other: ComparedRow) {
    const { place: column, seller, desk, author, why } = cell;
    const said = { column, deed: "typed", seller, desk, author, why } as const;
    if (list === "collateral" && column === "contract_no") {
      const target = this.#movedTo(cell.row_id);
      return { ...said, desk: target ?? desk, newer: seller, outcome: target === null ? "lost" : "carried" } as const;
    }
    const at = comparedColumns[list].findIndex((known) => known.column === column);
    const known = comparedColumns[list][at];
    const newer = other.cells[at] ?? null;
    if (known === undefined || isSameCell(known, desk, newer)) return { ...said, newer, outcome: "settled" } as const;
    return { ...said, newer, outcome: isSameCell(known, seller, newer) ? "carried" : "conflict" } as const;
  }

  /** The contract, in the newer version, of the loan that the desk moved an item to; null where that loan is gone. */
  #movedTo(itemId: number): string | null {
    const loanId = this.#older.work.edited.collateral.find(({ row_id, place }) => row_id === itemId && place === "loan_id")?.desk;
    const newerLoan = typeof loanId === "number" ? this.#newerOf.get(loanId) : undefined;
    const loan = newerLoan === undefined ? undefined : this.#newer.loansOf([newerLoan]).get(newerLoan);
    const at = comparedColumns.loan.findIndex(({ field }) => field === "contractNo");
    return loan === undefined ? null : String(loan.cells[at]);
  }

  /** All edits, once every loan was met: those whose rows are gone are lost. */
  finish(addedParts: (list: PartList, ids: readonly number[]) => readonly (ComparedRow & { readonly loanId: number })[], loanOfRow: LoanOfRow): DeskEdit[] {
    const { added, removed } = this.#older.work;
    for (const list of ["loan", "collateral", "guarantor"] as const) {
      for (const [row, cells] of this.#cells[list]) {
        if (this.#met[list].has(row)) continue;
        const at = { list, olderRow: row, newerRow: null, olderLoan: loanOfRow(list, row), newerLoan: null };
        for (const { place: column, seller, desk, author, why } of cells)
          this.#edits.push({ ...at, column, deed: "typed", seller, desk, newer: null, outcome: "lost", author, why });
      }
      for (const { id, loan_id } of removed[list]) {
        if (this.#met[list].has(id) || (list !== "loan" && this.#removed.loan.has(Number(loan_id)))) continue;
        const olderLoan = list === "loan" ? id : Number(loan_id);
        this.#edits.push({ list, olderRow: id, newerRow: null, olderLoan, newerLoan: null, ...rowEdit("removed", "settled") });
      }
    }
    for (const id of added.loan)
      this.#edits.push({
        list: "loan",
        olderRow: id,
        newerRow: null,
        olderLoan: id,
        newerLoan: this.#newerOf.get(id) ?? null,
        ...rowEdit("added", this.#newerOf.has(id) ? "settled" : "carried"),
      });
    for (const list of ["collateral", "guarantor"] as const) {
      for (const part of addedParts(list, [...added[list]])) this.#edits.push(this.#addedPart(list, part));
    }
    return this.#edits;
  }

  #addedPart(list: PartList, part: ComparedRow & { readonly loanId: number }): DeskEdit {
    const { loanId } = part;
    const newerLoan = this.#newerOf.get(loanId) ?? null;
    const at = { list, olderRow: part.id, newerRow: null, olderLoan: loanId, newerLoan };
    if (newerLoan === null) return { ...at, ...rowEdit("added", this.#older.isAdded("loan", loanId) ? "carried" : "lost") };
    const there = this.#newer.loansOf([newerLoan]).get(newerLoan)?.[list] ?? [];
    const fields = list === "guarantor" ? (["guarantors"] as const) : (["assetNo", "collateralKind"] as const);
    const key = partKey(list, part, fields) ?? rowKey(list, part);
    const isThere = there.some((row) => (partKey(list, row, fields) ?? rowKey(list, row)) === key);
    return { ...at, ...rowEdit("added", isThere ? "settled" : "carried") };
  }
}

/** The loan of a row of the older version. */
export type LoanOfRow = (list: SheetList, row: number) => number;

const rowEdit = (deed: "added" | "removed", outcome: EditOutcome) =>
  ({ column: null, deed, seller: null, desk: null, newer: null, outcome, author: "", why: "" }) as const;
