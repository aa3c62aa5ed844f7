import type { FigureTrace } from "../../shared/domain/figure-trace.ts";
import { explainFigure, type FigureInput } from "../engine/explain/explain-figure.ts";
import type { Task } from "../jobs/task-types.ts";
import { onHeldColumns, type SentColumns } from "../packages/held-columns.ts";
import { runEngine } from "./pricing-tasks.ts";

/** One opened line of the trace of a figure. */
export const figureTask: Task<FigureInput & SentColumns, FigureTrace> = onHeldColumns((input) => runEngine(() => explainFigure(input)));
