import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { UnwantedTape } from "./staged-tape.ts";

/** Tables with rows of a tape, children before what they point to. */
const rowTables = [
  "quality_print",
  "quality_confirmation",
  "version_match",
  "version_choice",
  "sheet_cell",
  "sheet_row",
  "sheet_batch",
  "guarantor",
  "loan_estimate",
  "collateral",
  "repayment",
  "claim_part",
  "tape_finding",
  "loan",
] as const;
const rowsRead = 10_000;
const rowsPerStatement = 32;

/** Takes rows away in short transactions; what a killed process leaves of them is taken at the next start. */
export function removeTapes(desk: DeskFile, tapes: readonly UnwantedTape[], onBatch: () => void): void {
  const connection = new WorkerConnection(desk);
  try {
    for (const tape of tapes) removeTape(connection, tape, onBatch);
    // Deleted content stays readable in the log until it is folded in.
    connection.foldLog();
  } finally {
    connection.close();
  }
}

function removeTape(connection: WorkerConnection, { tapeId, keepsRecord }: UnwantedTape, onBatch: () => void): void {
  removeRows(connection, tapeId, onBatch);
  const end = keepsRecord ? "UPDATE tape SET row_state = 'removed' WHERE id = ?" : "DELETE FROM tape WHERE id = ?";
  connection.write(() => connection.raw.prepare(end).run(tapeId));
}

/** Takes all rows of a tape away; its record stays. */
export function removeRows(connection: WorkerConnection, tapeId: number, onBatch: () => void): void {
  const { raw } = connection;
  for (const table of rowTables) {
    const find = raw.prepare<[number, number], number>(`SELECT rowid FROM ${table} WHERE tape_id = ? LIMIT ?`).pluck();
    const remove = (count: number) => raw.prepare(`DELETE FROM ${table} WHERE rowid IN (${Array.from({ length: count }, () => "?").join()})`);
    const [many, one] = [remove(rowsPerStatement), remove(1)];
    for (let rows = find.all(tapeId, rowsRead); rows.length > 0; rows = find.all(tapeId, rowsRead)) {
      rows.sort((a, b) => a - b);
      const removing = function* () {
        for (let at = 0; at < rows.length; yield) {
          const some = rows.slice(at, at + (rows.length - at < rowsPerStatement ? 1 : rowsPerStatement));
          (some.length === 1 ? one : many).run(some);
          at += some.length;
        }
      };
      connection.writeSteps(removing(), onBatch);
    }
  }
}
