import { type DebtorFiguresInput, type DiligenceFigures, debtorFigures } from "../engine/diligence/debtor-figures.ts";
import type { Task } from "../jobs/task-types.ts";
import { engineTask } from "../packages/engine-task.ts";
import type { SentColumns } from "../packages/held-columns.ts";

/** Prices the package once for each end of each gap, so it takes as long as the gap price tag. */
const diligenceFiguresTask: Task<DebtorFiguresInput & SentColumns, DiligenceFigures> = engineTask((input, { step }) => debtorFigures(input, step));

export const diligenceTasks = { diligenceFigures: diligenceFiguresTask };
export type DiligenceTasks = typeof diligenceTasks;
