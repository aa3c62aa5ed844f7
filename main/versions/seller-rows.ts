import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import { type SheetList, sheetLists } from "../../shared/domain/sheet-fields.ts";
import type { WorkerConnection } from "../db/worker-connection.ts";
import type { ComparedLoan } from "./rules/compare-loans.ts";
import { type ComparedRow, comparedColumns } from "./rules/compared-cells.ts";
import type { PartList } from "./rules/pair-parts.ts";
import { type EditedCell, readAddedIds, readEditedCells, readLoansById, readPartsOf, readRemovedRows, type SellerRow } from "./seller-rows-queries.ts";

const partLists = ["collateral", "guarantor"] as const satisfies readonly PartList[];
const columnsOf = (list: SheetList) => comparedColumns[list].map(({ column }) => column);
const places: Readonly<Record<SheetList, readonly string[]>> = {
  loan: columnsOf("loan"),
  collateral: columnsOf("collateral"),
  guarantor: columnsOf("guarantor"),
};

const noCells: readonly CellValue[] = [];
const noParts: readonly ComparedRow[] = [];

/** What the desk did to the rows of a tape. */
export interface DeskWork {
  readonly edited: Readonly<Record<SheetList, readonly EditedCell[]>>;
  readonly added: Readonly<Record<SheetList, ReadonlySet<number>>>;
  readonly removed: Readonly<Record<SheetList, readonly SellerRow[]>>;
  /** Own estimates that went with their loans. */
  readonly removedEstimates: readonly SellerRow[];
}

async function readDeskWork({ kysely }: WorkerConnection, tapeId: number): Promise<DeskWork> {
  const of = async <T>(read: (list: SheetList) => Promise<T>) => {
    const [loan, collateral, guarantor] = [await read("loan"), await read("collateral"), await read("guarantor")];
    return { loan, collateral, guarantor };
  };
  return {
    edited: await of((list) => readEditedCells(kysely, tapeId, list)),
    added: await of((list) => readAddedIds(kysely, tapeId, list)),
    removed: await of((list) => readRemovedRows(kysely, tapeId, list)),
    removedEstimates: await readRemovedRows(kysely, tapeId, "loan_estimate"),
  };
}

/** The rows of a tape as the seller's file stated them, whatever the desk did to them since. */
export class SellerRows {
  readonly work: DeskWork;
  readonly #connection: WorkerConnection;
  /** Of each list by row and column what the seller stated, where the desk changed it. */
  readonly #stated: Readonly<Record<SheetList, ReadonlyMap<number, ReadonlyMap<string, CellValue>>>>;
  readonly #removed: Readonly<Record<SheetList, ReadonlyMap<number, SellerRow>>>;
  /** Of loans the items and guarantors that the desk moved elsewhere, or took away. */
  readonly #away: Readonly<Record<PartList, ReadonlyMap<number, readonly number[]>>>;

  private constructor(connection: WorkerConnection, work: DeskWork) {
    this.#connection = connection;
    this.work = work;
    const stated = (list: SheetList) => {
      const rows = new Map<number, Map<string, CellValue>>();
      for (const { row_id, place, seller } of work.edited[list]) rows.set(row_id, (rows.get(row_id) ?? new Map<string, CellValue>()).set(place, seller));
      return rows;
    };
    this.#stated = { loan: stated("loan"), collateral: stated("collateral"), guarantor: stated("guarantor") };
    const estimates = new Map(work.removedEstimates.map((row) => [row["loan_id"], row]));
    const removed = (list: SheetList) =>
      new Map(work.removed[list].map((row): [number, SellerRow] => [row.id, list === "loan" ? { ...estimates.get(row.id), ...row } : row]));
    this.#removed = { loan: removed("loan"), collateral: removed("collateral"), guarantor: removed("guarantor") };
    this.#away = { collateral: this.#movedAway("collateral"), guarantor: this.#movedAway("guarantor") };
  }

  static async open(connection: WorkerConnection, tapeId: number): Promise<SellerRows> {
    return new SellerRows(connection, await readDeskWork(connection, tapeId));
  }

  #movedAway(list: PartList): Map<number, number[]> {
    const away = new Map<number, number[]>();
    const put = (loanId: CellValue | undefined, id: number) => {
      if (typeof loanId === "number") away.set(loanId, [...(away.get(loanId) ?? []), id]);
    };
    for (const [id, cells] of this.#stated[list]) if (cells.has("loan_id") && !this.#removed[list].has(id)) put(cells.get("loan_id"), id);
    for (const [id, row] of this.#removed[list]) put(this.#stated[list].get(id)?.get("loan_id") ?? row["loan_id"], id);
    return away;
  }

  isAdded(list: SheetList, id: number): boolean {
    return this.work.added[list].has(id);
  }

  #row(list: SheetList, id: number, cells: readonly CellValue[]): ComparedRow {
    const stated = this.#stated[list].get(id);
    if (stated === undefined) return { id, cells };
    return { id, cells: cells.map((cell, at) => (stated.has(places[list][at] ?? "") ? (stated.get(places[list][at] ?? "") ?? null) : cell)) };
  }

  #removedRow(list: SheetList, id: number): ComparedRow | null {
    const row = this.#removed[list].get(id);
    return row === undefined
      ? null
      : this.#row(
          list,
          id,
          places[list].map((place) => row[place] ?? null),
        );
  }

  #parts(list: PartList, loanIds: readonly number[]): Map<number, ComparedRow[]> {
    const parts = new Map<number, ComparedRow[]>();
    const put = (loanId: number, row: ComparedRow) => {
      const known = parts.get(loanId);
      if (known === undefined) parts.set(loanId, [row]);
      else known.push(row);
    };
    for (const [id, loanId, ...cells] of readPartsOf(this.#connection, list, places[list], "loan_id", loanIds)) {
      const isMoved = this.#stated[list].get(Number(id))?.has("loan_id") === true;
      if (!isMoved && !this.isAdded(list, Number(id))) put(Number(loanId), this.#row(list, Number(id), cells));
    }
    for (const loanId of this.#away[list].size === 0 ? [] : loanIds) {
      const ids = this.#away[list].get(loanId) ?? [];
      for (const id of ids) {
        const row = this.#removedRow(list, id);
        if (row !== null) put(loanId, row);
      }
      for (const [id, , ...cells] of readPartsOf(this.#connection, list, places[list], "id", ids)) put(loanId, this.#row(list, Number(id), cells));
    }
    return parts;
  }

  /** Whether the desk changed something of the loan's row itself, or took it away. */
  isOfDesk(loanId: number): boolean {
    return this.#stated.loan.has(loanId) || this.#removed.loan.has(loanId) || this.isAdded("loan", loanId);
  }

  /** The items and guarantors of loans, whose own cells are left out. */
  partsOf(loanIds: readonly number[]): Map<number, ComparedLoan> {
    const [collateral, guarantor] = partLists.map((list) => this.#parts(list, loanIds));
    return new Map(loanIds.map((id) => [id, { id, cells: noCells, collateral: collateral?.get(id) ?? noParts, guarantor: guarantor?.get(id) ?? noParts }]));
  }

  /** Loans by id, each with its items and guarantors; those that the desk added are none of the seller's. */
  loansOf(loanIds: readonly number[]): Map<number, ComparedLoan> {
    const [collateral, guarantor] = partLists.map((list) => this.#parts(list, loanIds));
    const loans = new Map<number, ComparedLoan>();
    const put = (row: ComparedRow) => loans.set(row.id, { ...row, collateral: collateral?.get(row.id) ?? [], guarantor: guarantor?.get(row.id) ?? [] });
    for (const [id, ...cells] of readLoansById(this.#connection, places.loan, loanIds))
      if (!this.isAdded("loan", Number(id))) put(this.#row("loan", Number(id), cells));
    for (const id of this.#removed.loan.size === 0 ? [] : loanIds) {
      const row = this.#removedRow("loan", id);
      if (row !== null) put(row);
    }
    return loans;
  }

  /** The same, with those that the desk added. */
  present(loanIds: readonly number[]): Map<number, ComparedLoan> {
    const loans = this.loansOf(loanIds);
    const own = loanIds.filter((id) => this.isAdded("loan", id));
    for (const [id, ...cells] of readLoansById(this.#connection, places.loan, own))
      loans.set(Number(id), { id: Number(id), cells, collateral: [], guarantor: [] });
    for (const list of partLists) {
      const added = this.work.added[list];
      if (added.size === 0) continue;
      for (const [id, loanId, ...cells] of readPartsOf(this.#connection, list, places[list], "loan_id", loanIds)) {
        const loan = loans.get(Number(loanId));
        if (loan !== undefined && added.has(Number(id))) loans.set(loan.id, { ...loan, [list]: [...loan[list], { id: Number(id), cells }] });
      }
    }
    return loans;
  }

  /** Whether the desk touched any row. */
  get isTouched(): boolean {
    return sheetLists.some((list) => this.work.edited[list].length + this.work.added[list].size + this.work.removed[list].length > 0);
  }
}
