import { parentPort } from "node:worker_threads";
import { serveTasks } from "../jobs/task-server.ts";
import { kernelTeams } from "../threads/kernel-threads.ts";
import { deskTasks } from "./desk-tasks.ts";

// Beside this file, built or not.
const isSource = import.meta.url.endsWith(".ts");
const kernelThread = new URL(isSource ? "./kernel-thread.ts" : "./kernel-thread.js", import.meta.url);
const storingThread = new URL(isSource ? "./storing-thread.ts" : "./storing-thread.js", import.meta.url);

if (parentPort) serveTasks(parentPort, deskTasks(kernelTeams(kernelThread), storingThread));
