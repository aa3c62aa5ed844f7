import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../main/db/open-database.ts";
import { migrations } from "../../main/db/schema.ts";
import type { DataKey } from "../../main/db/sqlite-file.ts";
import { newDataKey } from "../../main/keys/key-file.ts";
import { setup as buildWorkers } from "../integration/built-workers.ts";
import { writeLoanList } from "./loan-list.ts";

/*
 * encryption-bench.ts [LOANS] [ROUNDS]: importing a list, reading and pricing the package, a backup, and opening its file again
 * with all pages looked over, of a desk in clear and of an encrypted one in turn. Ratios are of the two of one round.
 */
const [loans = 100_000, rounds = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "encryption-bench-"));
const parts = ["import", "readAndPrice", "backup", "openAndLookOver"] as const;
type Times = Record<(typeof parts)[number], number>;

/** Processor milliseconds of the process with its workers: what else the machine does counts less than in wall time. */
async function timed(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function measure(list: string, key: DataKey): Promise<Times> {
  // After the workers are built: their place is read when the module loads.
  const { openTestDesk, testDeal } = await import("../integration/pricing/test-desk.ts");
  const desk = openTestDesk(undefined, undefined, undefined, key);
  try {
    const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
    const fileToken = desk.admit(list);
    const { suggestedMapping } = await desk.tapes.inspect(fileToken);
    const mapping = { ...suggestedMapping, cutOffDate: "2025-09-30" };
    const imported = await timed(() => desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping }));
    const priced = await timed(async () => desk.pricing.price(id, await desk.assumptions.model(id)));
    const backedUp = await timed(() => desk.backups.make("now"));
    await desk.shut();
    const opened = await timed(async () => {
      const again = openDatabase(desk.db.file, { migrations, now: () => new Date().toISOString(), key });
      again.raw.pragma("quick_check");
      await again.close();
    });
    return { import: imported, readAndPrice: priced, backup: backedUp, openAndLookOver: opened };
  } finally {
    await desk.close();
  }
}

const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

const stop = await buildWorkers();
try {
  const list = join(folder, "list.csv");
  await writeLoanList(list, loans);
  const pairs: { readonly clear: Times; readonly encrypted: Times }[] = [];
  await measure(list, null);
  for (let round = 0; round < rounds; round += 1) {
    const first = round % 2 === 0 ? null : newDataKey();
    const one = await measure(list, first);
    const other = await measure(list, first === null ? newDataKey() : null);
    pairs.push(first === null ? { clear: one, encrypted: other } : { clear: other, encrypted: one });
  }
  process.stdout.write(`${cpus()[0]?.model ?? ""}, Node ${process.version}, ${loans} loans, ${rounds} rounds; median processor ms and ratio\n`);
  for (const part of parts) {
    const ratios = pairs.map(({ clear, encrypted }) => encrypted[part] / clear[part]);
    const [clear, encrypted] = [median(pairs.map((pair) => pair.clear[part])), median(pairs.map((pair) => pair.encrypted[part]))];
    const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
    process.stdout.write(`${part}: clear ${clear.toFixed(0)}, encrypted ${encrypted.toFixed(0)}, ratio ${median(ratios).toFixed(2)} (${spread})\n`);
  }
} finally {
  stop();
  rmSync(folder, { recursive: true, force: true });
}
