import { DeskError } from "../../shared/result.ts";
import { EngineInputError } from "../engine/engine-errors.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import { onHeldColumns, type SentColumns } from "./held-columns.ts";

/** The engine's refusal as an error with a sentence. */
export function runEngine<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof EngineInputError)) throw error;
    throw new DeskError("pricing.badInput", { field: error.field, reason: error.code, index: error.index }, { cause: error });
  }
}

/** A task that runs the engine on a package's columns, the same object for the same reading. */
export function engineTask<In extends SentColumns, Out>(work: (input: In, context: TaskContext) => Out): Task<In, Out> {
  return onHeldColumns((input, context) => runEngine(() => work(input, context)));
}
