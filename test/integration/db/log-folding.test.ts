import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type FoldingData, LogFolding } from "../../../main/db/log-folding.ts";
import { WorkerConnection } from "../../../main/db/worker-connection.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

const thread = new URL("../../../main/worker/storing-thread.ts", import.meta.url);
/** More than a log may have beside the thread that folds it. */
const longLog = 9000;
const pageBytes = 4096;

let desk: TestDesk;
let connection: WorkerConnection;
let folding: LogFolding;
let folder: Worker;
beforeEach(() => {
  desk = openTestDesk();
  connection = new WorkerConnection(desk.db.forWorkers);
  connection.raw.exec("CREATE TABLE page (id INTEGER PRIMARY KEY, bytes BLOB)");
  connection.foldElsewhere(true);
  folding = new LogFolding();
});
afterEach(async () => {
  connection.close();
  await desk.close();
});

const startFolder = () => {
  const workerData: FoldingData = { desk: desk.db.forWorkers, folding: folding.shared };
  folder = new Worker(thread, { workerData });
};
const stopFolder = async () => {
  const exit = once(folder, "exit");
  folding.stop();
  expect(await exit).toEqual([0]);
};
const pages = (count: number) => connection.write(() => connection.raw.prepare("INSERT INTO page (bytes) VALUES (zeroblob(?))").run(count * pageBytes));

it("a writer whose log is long waits until another thread has folded all of it, and the log begins anew", async () => {
  pages(longLog);
  startFolder();
  let length = longLog;
  while (length >= longLog) {
    await pause(5);
    folding.waitForRoom();
    pages(1);
    length = connection.foldSome();
  }
  expect(length).toBeLessThan(longLog / 2);
  await stopFolder();
  expect(folding.isRunning).toBe(false);
  // Nobody folds any more: a writer goes on all the same.
  pages(longLog);
  folding.waitForRoom();
  connection.foldLog();
  expect(connection.raw.pragma("integrity_check", { simple: true })).toBe("ok");
});
