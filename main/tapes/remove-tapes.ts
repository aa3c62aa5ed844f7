import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { UnwantedTape } from "./staged-tape.ts";

/** Tables with rows of a tape, children before the loans that they point to. */
const rowTables = ["guarantor", "loan_estimate", "collateral", "tape_finding", "loan"] as const;
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
      const removeSome = (from: number, count: number) => {
        const some = rows.slice(from, from + count);
        if (count === rowsPerStatement) many.run(some);
        else for (const row of some) one.run(row);
      };
      connection.writeSteps(rows.length, rowsPerStatement, removeSome, onBatch);
    }
  }
}
