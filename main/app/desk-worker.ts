import { parentPort } from "node:worker_threads";
import { serveTasks } from "../jobs/task-server.ts";
import { figureTask } from "../pricing/figure-task.ts";
import { explainTask, priceTaskWith } from "../pricing/pricing-tasks.ts";
import { scenarioTasks } from "../scenarios/scenario-tasks.ts";
import { simulationTasks } from "../simulations/simulation-tasks.ts";
import { inspectTapeTask, parseTapeTask } from "../tapes/tape-tasks.ts";
import { kernelTeams } from "../threads/kernel-threads.ts";

// Beside this file, built or not.
const kernelThread = import.meta.url.endsWith(".ts") ? "./kernel-thread.ts" : "./kernel-thread.js";
const priceTask = priceTaskWith(kernelTeams(new URL(kernelThread, import.meta.url)));

const tasks = { inspectTape: inspectTapeTask, parseTape: parseTapeTask, priceTask, explainTask, figureTask, ...scenarioTasks, ...simulationTasks };
export type DeskTasks = typeof tasks;

if (parentPort) serveTasks(parentPort, tasks);
