import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { VersionFilter, VersionRow } from "../../shared/contract/version-channels.ts";
import { type SheetList, sheetColumns, sheetLists } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { ChoiceSide } from "../../shared/domain/tape-versions.ts";
import type { DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { type ChangeColumns, listAt, wholeRow } from "./change-table.ts";
import type { Comparison } from "./compare-tapes.ts";
import type { DeskEdit } from "./desk-edits.ts";
import type { DecidedPair } from "./loan-match.ts";
import type { TwoTapes } from "./match-tapes.ts";
import type { ComparedLoan } from "./rules/compare-loans.ts";
import { comparedColumns } from "./rules/compared-cells.ts";
import { SellerRows } from "./seller-rows.ts";
import { findLoans } from "./seller-rows-queries.ts";
import { editKey } from "./version-queries.ts";

/** A comparison with what was decided of it, as its lists show it. */
export interface ListedComparison {
  readonly tapes: TwoTapes;
  readonly comparison: Pick<Comparison, "changes" | "added" | "dropped" | "doubtful" | "edits">;
  readonly decided: readonly DecidedPair[];
  readonly choices: ReadonlyMap<string, ChoiceSide>;
}

/** A page of a list. */
export interface VersionRowsInput {
  readonly desk: DeskFile;
  readonly listed: ListedComparison;
  readonly filter: VersionFilter;
  readonly offset: number;
  readonly limit: number;
}

interface Doubt extends DecidedPair {
  readonly agrees: Comparison["doubtful"][number]["agrees"];
  readonly isOpen: boolean;
}

const doubtsOf = ({ comparison, decided }: ListedComparison): Doubt[] => [
  ...comparison.doubtful.map((pair) => ({ ...pair, isSame: false, isOpen: true })),
  ...decided.map((pair) => ({ ...pair, agrees: [], isOpen: false })),
];

const fieldPlace = (list: SheetList, field: TapeField | null) =>
  field === null ? wholeRow : comparedColumns[list].findIndex((column) => column.field === field);

const editField = ({ list, column }: DeskEdit): TapeField | null =>
  column === null ? null : (sheetColumns[list].find((one) => one.column === column)?.field ?? null);

function changePlaces(
  { count, ...table }: ChangeColumns,
  field: VersionFilter["field"],
  isFound: ((older: number, newer: number) => boolean) | null,
): number[] {
  const wanted = field === null ? null : { list: sheetLists.indexOf(field.list), place: fieldPlace(field.list, field.field) };
  const places: number[] = [];
  for (let at = 0; at < count; at += 1) {
    if (wanted !== null && (table.list[at] !== wanted.list || table.place[at] !== wanted.place)) continue;
    if (isFound === null || isFound(table.olderLoan[at] ?? 0, table.newerLoan[at] ?? 0)) places.push(at);
  }
  return places;
}

/** The places of the rows that a filter leaves in its list. */
export function filteredPlaces(connection: WorkerConnection, listed: ListedComparison, { list, field, search }: VersionFilter): number[] {
  const { comparison, tapes } = listed;
  const found = search === "" ? null : findLoans(connection, [tapes.olderTapeId, tapes.newerTapeId], search);
  const isFound = found === null ? null : (...ids: readonly (number | null)[]) => ids.some((id) => id !== null && found.has(id));
  const places = <T>(rows: ArrayLike<T>, fits: (row: T) => boolean) => Array.from(rows, (row, at) => (fits(row) ? at : -1)).filter((at) => at >= 0);
  switch (list) {
    case "changed":
      return changePlaces(comparison.changes, field, isFound);
    case "added":
    case "dropped":
      return places<number>(comparison[list], (id) => isFound === null || isFound(id));
    case "doubtful":
      return places(doubtsOf(listed), ({ olderId, newerId }) => isFound === null || isFound(olderId, newerId));
    case "edits":
      return places(comparison.edits, (edit) => {
        const isOfField = field === null || (edit.list === field.list && editField(edit) === field.field);
        return isOfField && (isFound === null || isFound(edit.olderLoan, edit.newerLoan));
      });
  }
}

const placeOf = (list: SheetList, field: TapeField) => comparedColumns[list].findIndex((column) => column.field === field);
const cellOf = (list: SheetList, field: TapeField) => {
  const at = placeOf(list, field);
  return (cells: readonly CellValue[] | undefined): CellValue => cells?.[at] ?? null;
};
const loanCells = {
  contractNo: cellOf("loan", "contractNo"),
  debtorName: cellOf("loan", "debtorName"),
  principal: cellOf("loan", "principal"),
  interest: cellOf("loan", "interest"),
  fees: cellOf("loan", "fees"),
  drawdownDate: cellOf("loan", "drawdownDate"),
  maturityDate: cellOf("loan", "maturityDate"),
};
const itemCells = { address: cellOf("collateral", "address"), assetNo: cellOf("collateral", "assetNo") };
const guarantorName = cellOf("guarantor", "guarantors");

/** What an item or guarantor is called. */
function partName(list: SheetList, cells: readonly CellValue[] | undefined): string {
  if (list === "loan") return "";
  return String((list === "guarantor" ? guarantorName(cells) : (itemCells.address(cells) ?? itemCells.assetNo(cells))) ?? "");
}

type Loans = ReadonlyMap<number, ComparedLoan>;

function lineOf(loans: Loans, loanId: number) {
  const cells = loans.get(loanId)?.cells;
  const name = loanCells.debtorName(cells);
  return { loanId, contractNo: String(loanCells.contractNo(cells) ?? ""), debtorName: name === null ? null : String(name) };
}

function sizedLine(loans: Loans, loanId: number) {
  const cells = loans.get(loanId)?.cells;
  const amount = (value: CellValue) => (value === null ? null : Number(value));
  const day = (value: CellValue) => (value === null ? null : String(value));
  return {
    ...lineOf(loans, loanId),
    principalFen: Number(loanCells.principal(cells) ?? 0),
    interestFen: amount(loanCells.interest(cells)),
    feesFen: amount(loanCells.fees(cells)),
    drawdownDate: day(loanCells.drawdownDate(cells)),
    maturityDate: day(loanCells.maturityDate(cells)),
  };
}

const rowIn = (loans: Loans, list: SheetList, loanId: number, rowId: number) =>
  list === "loan" ? loans.get(loanId)?.cells : loans.get(loanId)?.[list].find(({ id }) => id === rowId)?.cells;

/** Reads the rows of lists, each as its seller stated it. */
export class VersionRowReader {
  readonly #older: SellerRows;
  readonly #newer: SellerRows;
  readonly #listed: ListedComparison;
  readonly #doubts: readonly Doubt[];

  private constructor(older: SellerRows, newer: SellerRows, listed: ListedComparison) {
    this.#older = older;
    this.#newer = newer;
    this.#listed = listed;
    this.#doubts = doubtsOf(listed);
  }

  static async open(connection: WorkerConnection, listed: ListedComparison): Promise<VersionRowReader> {
    const { olderTapeId, newerTapeId } = listed.tapes;
    return new VersionRowReader(await SellerRows.open(connection, olderTapeId), await SellerRows.open(connection, newerTapeId), listed);
  }

  rows(list: VersionFilter["list"], places: readonly number[]): VersionRow[] {
    const { comparison } = this.#listed;
    if (list === "changed") return this.#changes(places);
    if (list === "doubtful") return this.#doubtful(places);
    if (list === "edits") return this.#edits(places);
    const ids = places.map((at) => comparison[list][at] ?? 0);
    const loans = (list === "added" ? this.#newer : this.#older).loansOf(ids);
    return ids.map((id): VersionRow => ({ kind: list, loan: sizedLine(loans, id) }));
  }

  #changes(places: readonly number[]): VersionRow[] {
    const { changes } = this.#listed.comparison;
    const [older, newer] = [
      this.#older.loansOf(places.map((at) => changes.olderLoan[at] ?? 0)),
      this.#newer.loansOf(places.map((at) => changes.newerLoan[at] ?? 0)),
    ];
    return places.map((at) => {
      const [list, place] = [listAt(changes, at), changes.place[at] ?? wholeRow];
      const [olderLoan, newerLoan] = [changes.olderLoan[at] ?? 0, changes.newerLoan[at] ?? 0];
      const [one, other] = [rowIn(older, list, olderLoan, changes.olderRow[at] ?? 0), rowIn(newer, list, newerLoan, changes.newerRow[at] ?? 0)];
      const part = partName(list, other ?? one);
      const loan = lineOf(newer, newerLoan);
      if (place === wholeRow)
        return { kind: "changed", loan, list, part, field: null, older: one === undefined ? null : part, newer: other === undefined ? null : part };
      return {
        kind: "changed",
        loan,
        list,
        part,
        field: comparedColumns[list][place]?.field ?? null,
        older: one?.[place] ?? null,
        newer: other?.[place] ?? null,
      };
    });
  }

  #doubtful(places: readonly number[]): VersionRow[] {
    const doubts = places.flatMap((at) => this.#doubts[at] ?? []);
    const [older, newer] = [this.#older.loansOf(doubts.map(({ olderId }) => olderId)), this.#newer.loansOf(doubts.map(({ newerId }) => newerId))];
    return doubts.map(({ olderId, newerId, agrees, isOpen, isSame }) => ({
      kind: "doubtful",
      older: sizedLine(older, olderId),
      newer: sizedLine(newer, newerId),
      agrees: [...agrees],
      isSame: isOpen ? null : isSame,
    }));
  }

  #edits(places: readonly number[]): VersionRow[] {
    const edits = places.flatMap((at) => this.#listed.comparison.edits[at] ?? []);
    const older = this.#older.present(edits.map(({ olderLoan }) => olderLoan));
    return edits.map((edit) => {
      const { list, olderRow, olderLoan, deed, seller, desk, newer, outcome, author, why } = edit;
      const part = partName(list, rowIn(older, list, olderLoan, olderRow));
      const takes = this.#listed.choices.get(editKey(edit)) ?? null;
      return {
        kind: "edits",
        loan: lineOf(older, olderLoan),
        list,
        rowId: olderRow,
        part,
        deed,
        field: editField(edit),
        seller,
        desk,
        newer,
        outcome,
        takes,
        author,
        why,
      };
    });
  }
}
