import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { streamXlsxRows } from "hucre/xlsx";
import { openWorkbook } from "../../main/tapes/files/read-workbook.ts";
import { openTestDesk, testDeal } from "../integration/pricing/test-desk.ts";

/** One measured part of import-bench.ts, in a process of its own: `import LIST`, `importAlone LIST`, `readWorkbook FILE` or `hucre FILE`. Says its figures in milliseconds. */
const [, , what = "", path = ""] = process.argv;

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number; readonly cpuMs: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, cpuMs: (user + system) / 1000 };
}

function summary(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `${sorted.length}: median ${at(0.5)}, 99 % ${at(0.99)}, most ${at(1)}`;
}

/** Imports a list while an assumption of another deal is saved and read over and over, prices it, orders it, searches it, undoes it. */
async function importList(): Promise<Readonly<Record<string, number | string>>> {
  const desk = openTestDesk();
  const [deal, other] = [await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" }), await desk.deals.create(testDeal)];
  const fileToken = desk.admit(path);
  const inspection = await timed(() => desk.tapes.inspect(fileToken));
  const mapping = { ...inspection.value.suggestedMapping, cutOffDate: "2025-09-30" };
  const model = await desk.assumptions.model(other.id);
  const [writes, reads]: [number[], number[]] = [[], []];
  let [isOver, importPeak] = [false, 0];
  const editing = (async () => {
    for (let price = 1; !isOver; price += 1) {
      writes.push((await timed(() => desk.assumptions.saveModel(other.id, { ...model, bidPriceFen: price }))).ms);
      reads.push((await timed(() => desk.deals.list(false))).ms);
      importPeak = Math.max(importPeak, process.memoryUsage.rss());
      await pause(20);
    }
  })();
  const imported = await timed(() => desk.tapes.import({ dealId: deal.id, fileToken, encoding: null, mapping }));
  isOver = true;
  await editing;
  const priced = await timed(async () => desk.pricing.price(deal.id, await desk.assumptions.model(deal.id)));
  const page = { caseName: "base", offset: 0, limit: 100, sortBy: "upbFen", descending: true, search: "" } as const;
  const byNumber = await timed(() => desk.pricing.loans(deal.id, page));
  const firstByText = await timed(() => desk.pricing.loans(deal.id, { ...page, sortBy: "debtorName" }));
  const byText = await timed(() => desk.pricing.loans(deal.id, { ...page, sortBy: "contractNo" }));
  const found = await timed(() => desk.pricing.loans(deal.id, { ...page, search: "实业" }));
  const undone = await timed(() => desk.tapes.undo(imported.value.id));
  const removed = await timed(() => desk.tapes.sweep());
  await desk.close();
  return {
    loans: imported.value.report.counts.loansKept,
    inspect: inspection.ms,
    import: imported.ms,
    importCpu: imported.cpuMs,
    importPeakMebibytes: importPeak / 2 ** 20,
    writesMeanwhile: summary(writes),
    readsMeanwhile: summary(reads),
    priced: priced.ms,
    byNumber: byNumber.ms,
    keysAndByText: firstByText.ms,
    byText: byText.ms,
    found: found.ms,
    undone: undone.ms,
    removed: removed.ms,
  };
}

/** Imports a list while nothing else is done. */
async function importAlone(): Promise<Readonly<Record<string, number | string>>> {
  const desk = openTestDesk();
  const deal = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
  const fileToken = desk.admit(path);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  const mapping = { ...suggestedMapping, cutOffDate: "2025-09-30" };
  const imported = await timed(() => desk.tapes.import({ dealId: deal.id, fileToken, encoding: null, mapping }));
  await desk.close();
  return { loans: imported.value.report.counts.loansKept, import: imported.ms, importCpu: imported.cpuMs };
}

async function readWorkbook(): Promise<Readonly<Record<string, number>>> {
  let cells = 0;
  const { ms } = await timed(async () => {
    for (const sheet of (await openWorkbook(path)).sheets) for await (const rows of sheet.blocks()) for (const row of rows) cells += row.cells.length;
  });
  return { cells, ms };
}

async function readByHucre(): Promise<Readonly<Record<string, number>>> {
  let cells = 0;
  const { ms } = await timed(async () => {
    for await (const row of streamXlsxRows(readFileSync(path))) cells += row.values.length;
  });
  return { cells, ms };
}

const parts: Readonly<Record<string, () => Promise<Readonly<Record<string, number | string>>>>> = {
  import: importList,
  importAlone,
  readWorkbook,
  hucre: readByHucre,
};
process.stdout.write(JSON.stringify(await (parts[what] ?? importList)()));
