import { parentPort, workerData } from "node:worker_threads";
import { serveStoring } from "../tapes/storing-thread.ts";

// Started by an import, whose data this is.
if (parentPort) serveStoring(parentPort, workerData as Parameters<typeof serveStoring>[1]);
