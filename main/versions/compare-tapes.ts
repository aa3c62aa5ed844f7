import { type SheetList, sheetLists } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { type ChangeColumns, ChangeList, sharedIds } from "./change-table.ts";
import { type DeskEdit, EditFollower } from "./desk-edits.ts";
import type { DecidedPair, DoubtfulPair, LoanMatch } from "./loan-match.ts";
import { readMatchedTapes, type TwoTapes } from "./match-tapes.ts";
import { type MovedLine, movedLines } from "./moved-lines.ts";
import { compareLoan, type LoanChange, type RowPair } from "./rules/compare-loans.ts";
import { type ComparedRow, comparedColumns } from "./rules/compared-cells.ts";
import type { PartList } from "./rules/pair-parts.ts";
import { SellerRows } from "./seller-rows.ts";
import { readDifferent, readLoanOfPart, readPartsOf } from "./seller-rows-queries.ts";

export interface TapesToCompare extends TwoTapes {
  readonly desk: DeskFile;
  readonly decided: readonly DecidedPair[];
  /** Keys under which the desk keeps what it says of debtors. */
  readonly debtorKeys: readonly string[];
}

/** Loans that came or went, with what they owe. */
interface LoanSums {
  readonly loans: number;
  readonly principalFen: number;
  readonly interestFen: number;
  readonly feesFen: number;
}

/** How often a field changed, and by how much in all where it is an amount that both versions state. */
interface FieldCount {
  readonly list: SheetList;
  /** Null: items or guarantors that came or went. */
  readonly field: TapeField | null;
  readonly changes: number;
  readonly deltaFen: number | null;
}

/** Two versions of a tape held against each other. */
export interface Comparison {
  readonly match: { readonly contract: number; readonly spelling: number; readonly facts: number; readonly decided: number };
  readonly doubtful: readonly DoubtfulPair[];
  /** Ids; those of doubtful pairs are none of them yet. */
  readonly dropped: Float64Array;
  readonly added: Float64Array;
  readonly droppedSums: LoanSums;
  readonly addedSums: LoanSums;
  readonly changes: ChangeColumns;
  readonly changedLoans: number;
  readonly fields: readonly FieldCount[];
  readonly edits: readonly DeskEdit[];
  /** Lines of the debtor sheet whose debtor is known otherwise in the newer version. */
  readonly moved: readonly MovedLine[];
}

/** Loans read and compared at once. */
const loansPerSlice = 4000;
/** Rows after which the work says how far it is. */
const rowsPerBeat = 8192;
/** How much of the work is over once loans are matched. */
const matchingShare = 0.45;

const amountFields: readonly TapeField[] = ["principal", "interest", "fees"];
const amountPlaces = amountFields.map((field) => comparedColumns.loan.findIndex((column) => column.field === field));

function beatOf(context: TaskContext, rows: number, from: number, to: number): () => void {
  let done = 0;
  return () => {
    done += 1;
    if (done % rowsPerBeat === 0) context.step(from + (to - from) * Math.min(1, done / rows));
  };
}

/** Counts changes by field. */
class FieldCounts {
  readonly #counts = new Map<string, { list: SheetList; place: number | null; changes: number; delta: number }>();

  add({ list, place }: LoanChange, older: ComparedRow | undefined, newer: ComparedRow | undefined): void {
    const key = `${list}/${place}`;
    const count = this.#counts.get(key) ?? { list, place, changes: 0, delta: 0 };
    count.changes += 1;
    if (place !== null) count.delta += Number(newer?.cells[place] ?? 0) - Number(older?.cells[place] ?? 0);
    this.#counts.set(key, count);
  }

  all(): FieldCount[] {
    const order = (one: { list: SheetList; place: number | null }) => sheetLists.indexOf(one.list) * 1000 + (one.place ?? 999);
    return [...this.#counts.values()]
      .sort((a, b) => order(a) - order(b))
      .map(({ list, place, changes, delta }) => {
        const field = place === null ? null : (comparedColumns[list][place]?.field ?? null);
        return { list, field, changes, deltaFen: field !== null && fieldRecord(field).kind === "amount" ? delta : null };
      });
  }
}

interface Compared {
  readonly changes: ChangeColumns;
  readonly changedLoans: number;
  readonly fields: readonly FieldCount[];
}

/** Loans of both versions; of those whose rows are the same to the letter only items and guarantors, which are all that can differ. */
function readPairs(connection: WorkerConnection, older: SellerRows, newer: SellerRows, olderIds: readonly number[], newerIds: readonly number[]) {
  const pairs = olderIds.map((id, at) => [id, newerIds[at] ?? 0] as const);
  const different = readDifferent(connection, comparedColumns.loan, pairs);
  const isWhole = ([one, other]: (typeof pairs)[number]) => different.has(one) || older.isOfDesk(one) || newer.isOfDesk(other);
  const [whole, same] = [pairs.filter(isWhole), pairs.filter((pair) => !isWhole(pair))];
  const read = (rows: SellerRows, side: 0 | 1) => {
    const parts = rows.partsOf(same.map((pair) => pair[side]));
    const loans = rows.loansOf(whole.map((pair) => pair[side]));
    return (id: number) => loans.get(id) ?? parts.get(id);
  };
  return [read(older, 0), read(newer, 1)] as const;
}

function compareAll(
  connection: WorkerConnection,
  older: SellerRows,
  newer: SellerRows,
  match: LoanMatch,
  follower: EditFollower,
  step: (share: number) => void,
): Compared {
  const [list, counts] = [new ChangeList(), new FieldCounts()];
  let changedLoans = 0;
  for (let from = 0; from < match.older.length; from += loansPerSlice) {
    step(from / match.older.length);
    const [olderIds, newerIds] = [[...match.older.subarray(from, from + loansPerSlice)], [...match.newer.subarray(from, from + loansPerSlice)]];
    const [olderLoan, newerLoan] = readPairs(connection, older, newer, olderIds, newerIds);
    for (const [at, olderId] of olderIds.entries()) {
      const newerId = newerIds[at] ?? 0;
      const [one, other] = [olderLoan(olderId), newerLoan(newerId)];
      // Loans that the desk added are compared with nothing of the seller's.
      if (one === undefined || other === undefined) continue;
      const { changes, pairs } = compareLoan(one, other);
      follower.meet(olderId, newerId, pairs);
      if (changes.length > 0) changedLoans += 1;
      for (const change of changes) {
        list.add(olderId, newerId, change);
        counts.add(change, rowOf(pairs, change, 1), rowOf(pairs, change, 2));
      }
    }
  }
  return { changes: list.table(), changedLoans, fields: counts.all() };
}

const rowOf = (pairs: readonly RowPair[], { list, olderRow, newerRow }: LoanChange, side: 1 | 2): ComparedRow | undefined =>
  pairs.find(([of, one, other]) => of === list && one.id === olderRow && other.id === newerRow)?.[side];

/** The seller's loans among these, with what they owe. */
function sumsOf(rows: SellerRows, ids: Float64Array, step: () => void): { readonly ids: Float64Array; readonly sums: LoanSums } {
  const known: number[] = [];
  const sums = [0, 0, 0];
  for (let from = 0; from < ids.length; from += loansPerSlice) {
    step();
    const slice = [...ids.subarray(from, from + loansPerSlice)];
    const loans = rows.loansOf(slice);
    for (const id of slice) {
      const loan = loans.get(id);
      if (loan === undefined) continue;
      known.push(id);
      for (const [at, place] of amountPlaces.entries()) sums[at] = (sums[at] ?? 0) + Number(loan.cells[place] ?? 0);
    }
  }
  const [principalFen = 0, interestFen = 0, feesFen = 0] = sums;
  return { ids: sharedIds(known), sums: { loans: known.length, principalFen, interestFen, feesFen } };
}

function deskEditsOf(connection: WorkerConnection, follower: EditFollower): DeskEdit[] {
  const parts = (list: PartList, ids: readonly number[]) =>
    readPartsOf(
      connection,
      list,
      comparedColumns[list].map(({ column }) => column),
      "id",
      ids,
    ).map(([id, loanId, ...cells]) => ({ id: Number(id), loanId: Number(loanId), cells }));
  return follower.finish(parts, (list, row) => (list === "loan" ? row : readLoanOfPart(connection, list, row)));
}

function without(ids: Float64Array, doubtful: Iterable<number>): Float64Array {
  const away = new Set(doubtful);
  return away.size === 0 ? ids : ids.filter((id) => !away.has(id));
}

/** Holds two versions of a tape against each other as their files stated them, and follows the desk's edits of the older one. For a worker. */
export async function compareTapes({ desk, decided, debtorKeys, ...tapes }: TapesToCompare, context: TaskContext): Promise<Comparison> {
  const connection = new WorkerConnection(desk);
  try {
    const rows = connection.raw
      .prepare<[number, number], number>("SELECT sum(loan_count) FROM tape WHERE id IN (?, ?)")
      .pluck()
      .get(tapes.olderTapeId, tapes.newerTapeId);
    const { all, match } = await readMatchedTapes(connection, tapes, decided, beatOf(context, 2 * Math.max(1, rows ?? 0), 0, matchingShare));
    const [older, newer] = [await SellerRows.open(connection, tapes.olderTapeId), await SellerRows.open(connection, tapes.newerTapeId)];
    const follower = new EditFollower(older, newer, match);
    const step = (share: number) => context.step(matchingShare + (1 - matchingShare) * share);
    const compared = compareAll(connection, older, newer, match, follower, step);
    const olderIds = without(
      match.dropped,
      match.doubtful.map(({ olderId }) => olderId),
    );
    const newerIds = without(
      match.added,
      match.doubtful.map(({ newerId }) => newerId),
    );
    const [dropped, added] = [sumsOf(older, olderIds, () => context.throwIfCancelled()), sumsOf(newer, newerIds, () => context.throwIfCancelled())];
    const count = (ground: number) => match.grounds.reduce((sum, one) => sum + (one === ground ? 1 : 0), 0);
    return {
      match: { contract: count(0), spelling: count(1), facts: count(2), decided: count(3) },
      doubtful: match.doubtful,
      dropped: dropped.ids,
      added: added.ids,
      droppedSums: dropped.sums,
      addedSums: added.sums,
      ...compared,
      edits: older.isTouched ? deskEditsOf(connection, follower) : [],
      moved: debtorKeys.length === 0 ? [] : movedLines(all, match, debtorKeys),
    };
  } finally {
    connection.close();
  }
}
