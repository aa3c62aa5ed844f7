import { parentPort } from "node:worker_threads";
import { serveTasks } from "../jobs/task-server.ts";
import { figureTask } from "../pricing/figure-task.ts";
import { explainTask, priceTask } from "../pricing/pricing-tasks.ts";
import { scenarioTasks } from "../scenarios/scenario-tasks.ts";
import { simulationTasks } from "../scenarios/simulation-tasks.ts";
import { inspectTapeTask, parseTapeTask } from "../tapes/tape-tasks.ts";

const tasks = { inspectTape: inspectTapeTask, parseTape: parseTapeTask, priceTask, explainTask, figureTask, ...scenarioTasks, ...simulationTasks };
export type DeskTasks = typeof tasks;

if (parentPort) serveTasks(parentPort, tasks);
