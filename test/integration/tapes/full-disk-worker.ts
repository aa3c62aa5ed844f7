import { parentPort } from "node:worker_threads";
import { serveTasks } from "../../../main/jobs/task-server.ts";
import { kernelTeams } from "../../../main/threads/kernel-threads.ts";
import { deskTasks } from "../../../main/worker/desk-tasks.ts";

/** The desk's worker, whose storing thread finds a full disk once its database has as many pages as the file AMC_FULL_AT says. */
const kernelThread = new URL("../../../main/worker/kernel-thread.ts", import.meta.url);
const storingThread = new URL("./full-disk-thread.ts", import.meta.url);

if (parentPort) serveTasks(parentPort, deskTasks(kernelTeams(kernelThread), storingThread));
