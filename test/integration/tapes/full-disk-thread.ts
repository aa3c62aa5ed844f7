import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { WorkerConnection } from "../../../main/db/worker-connection.ts";
import { serveStoring } from "../../../main/tapes/storing-thread.ts";

// The limit is a connection's own, so it is set before each write of the thread: SQLite takes it as it takes a full disk.
const limitFile = process.env["AMC_FULL_AT"] ?? "";
const { write } = WorkerConnection.prototype;
WorkerConnection.prototype.write = function limited<T>(this: WorkerConnection, work: () => T): T {
  this.raw.pragma(`max_page_count = ${readFileSync(limitFile, "utf8")}`);
  return write.call(this, work) as T;
};

if (parentPort) serveStoring(parentPort, workerData as Parameters<typeof serveStoring>[1]);
