import type { Task } from "../jobs/task-types.ts";
import { type FieldFigure, type FindInput, type FoundCell, findCells, type SheetFiguresInput, sheetFigures } from "./sheet-scan.ts";
import { type ViewInput, viewIds } from "./sheet-view.ts";

/** Ids of the rows that a view of a list shows. */
const sheetViewTask: Task<ViewInput, Float64Array> = (input, context) => viewIds(input, context);
const sheetFiguresTask: Task<SheetFiguresInput, FieldFigure[]> = (input, context) => sheetFigures(input, context);
const findCellsTask: Task<FindInput, FoundCell[]> = (input, context) => findCells(input, context);

export const sheetTasks = { sheetView: sheetViewTask, sheetFigures: sheetFiguresTask, findCells: findCellsTask };
