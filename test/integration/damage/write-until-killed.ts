import { writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeCheckedBackup } from "../../../main/backups/write-backup.ts";
import { openDatabase } from "../../../main/db/open-database.ts";
import { migrations } from "../../../main/db/schema.ts";
import { WorkerConnection } from "../../../main/db/worker-connection.ts";

/*
 * write-until-killed.ts FILE
 *
 * Opens a desk, writes, folds, backs up and closes it, again and again. Each deal is told once it is committed.
 */
const [, , file = ""] = process.argv;
const now = () => new Date().toISOString();
const writesEach = 12;

for (;;) {
  const desk = openDatabase(file, { migrations, now, keepsSums: true });
  for (let write = 0; write < writesEach; write += 1) {
    const name = `包 ${process.hrtime.bigint()}`;
    const row = { name, seller: "行", kind: "other", process: "negotiated", stage: "screening", status: "active", owner: "", notes: "注".repeat(200) } as const;
    const { id } = await desk.kysely.transaction().execute((trx) =>
      trx
        .insertInto("deal")
        .values({ ...row, created_at: now(), updated_at: now() })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    // At once, and not by the queue of a stream: what was said must be in the pipe when the process ends.
    writeSync(1, `${id} ${name}\n`);
    if (write % 5 === 4) {
      const worker = new WorkerConnection(desk.forWorkers);
      worker.foldLog();
      worker.close();
    }
  }
  const worker = new WorkerConnection(desk.forWorkers);
  await writeCheckedBackup(worker.raw, {
    databaseFile: file,
    folder: join(dirname(file), "backups"),
    kind: "scheduled",
    now: now(),
    nativeBinding: null,
    key: null,
  });
  worker.close();
  await desk.close();
}
