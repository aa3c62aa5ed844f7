import { type SheetList, sheetLists } from "../../../shared/domain/sheet-fields.ts";
import { type ComparedRow, changedCells } from "./compared-cells.ts";
import { pairParts } from "./pair-parts.ts";

/** A loan with its items and guarantors, as a version states them. */
export interface ComparedLoan extends ComparedRow {
  readonly collateral: readonly ComparedRow[];
  readonly guarantor: readonly ComparedRow[];
}

/** What a newer version states otherwise of a loan: a cell, or an item or guarantor that came or went. */
export interface LoanChange {
  readonly list: SheetList;
  /** Place in `comparedColumns`; null: the whole row. */
  readonly place: number | null;
  /** Null: the row came, or went. */
  readonly olderRow: number | null;
  readonly newerRow: number | null;
}

/** Rows of a loan as one another. */
export type RowPair = readonly [list: SheetList, older: ComparedRow, newer: ComparedRow];

/** Where two versions of one loan differ, field by field; `pairs` has its rows as one another, the loan itself first. */
export function compareLoan(older: ComparedLoan, newer: ComparedLoan): { readonly changes: readonly LoanChange[]; readonly pairs: readonly RowPair[] } {
  const changes: LoanChange[] = [];
  const pairs: RowPair[] = [["loan", older, newer]];
  for (const list of ["collateral", "guarantor"] as const) {
    if (older[list].length + newer[list].length === 0) continue;
    const found = pairParts(list, older[list], newer[list]);
    for (const [one, other] of found.pairs) pairs.push([list, one, other]);
    for (const { id } of found.dropped) changes.push({ list, place: null, olderRow: id, newerRow: null });
    for (const { id } of found.added) changes.push({ list, place: null, olderRow: null, newerRow: id });
  }
  for (const [list, one, other] of pairs)
    for (const place of changedCells(list, one, other)) changes.push({ list, place, olderRow: one.id, newerRow: other.id });
  const order = (change: LoanChange) => sheetLists.indexOf(change.list) * 1000 + (change.place ?? 999);
  return { changes: changes.length > 1 ? changes.toSorted((a, b) => order(a) - order(b)) : changes, pairs };
}
