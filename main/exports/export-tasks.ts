import type { ExportTable } from "../../shared/domain/export-tables.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import { type ExportPlace, type RowStream, writeRows, writeTables } from "./write-table.ts";

/** Makes the task that writes a list whose rows a worker reads by itself: `rowsOf` opens it. */
export const listTask =
  <Source>(rowsOf: (source: Source, context: TaskContext) => RowStream): Task<{ readonly source: Source; readonly place: ExportPlace }, void> =>
  ({ source, place }, context) =>
    writeRows(rowsOf(source, context), place, context);

const exportTables: Task<{ readonly tables: readonly ExportTable[]; readonly place: ExportPlace }, void> = ({ tables, place }, context) =>
  writeTables(tables, place, context);

export const exportTasks = { exportTables };
