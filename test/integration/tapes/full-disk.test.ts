import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobEvent } from "../../../shared/contract/job-events.ts";
import { corporateTape, openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { longListRows, writeLongList } from "./long-list.ts";

const worker = new URL("./full-disk-worker.ts", import.meta.url);
const unlimited = 1_073_741_823;

let desk: TestDesk;
let limitFile: string;
beforeEach(() => {
  limitFile = join(mkdtempSync(join(tmpdir(), "full-disk-")), "pages");
  process.env["AMC_FULL_AT"] = limitFile;
  desk = openTestDesk(undefined, undefined, worker);
});
afterEach(async () => {
  delete process.env["AMC_FULL_AT"];
  await desk.close();
  rmSync(dirname(limitFile), { recursive: true });
});

const fullAt = (pages: number) => writeFileSync(limitFile, String(pages));
const pageCount = () => Number(desk.db.raw.pragma("page_count", { simple: true }));

async function importCorporate() {
  const { id } = await desk.deals.create(testDeal);
  const fileToken = desk.admit(corporateTape);
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  return desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, ...statedByUser } });
}

describe("a disk that is full while the rows of an import are stored", () => {
  it.each([
    ["as the first of them are", 8],
    ["half-way", 400],
  ] as const)("%s ends the import with its sentence, costs nothing that was there, and the next import works", async (_when, furtherPages) => {
    fullAt(unlimited);
    const before = await importCorporate();
    const rows = ["loan", "guarantor", "collateral", "tape_finding"].map((table) => desk.countRows(table));
    const { id: dealId } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
    const fileToken = desk.admit(writeLongList(desk.copyOf(retailTape, "long.csv")));
    const states: JobEvent["state"][] = [];
    desk.onJob(({ kind, state }) => {
      if (kind === "importTape" && states.at(-1) !== state) states.push(state);
    });

    fullAt(pageCount() + furtherPages);
    await expect(desk.tapes.importAsProposed(dealId, fileToken)).rejects.toMatchObject({ code: "db.full" });
    expect(states).toEqual(["running", "failed"]);
    expect(await desk.tapes.list(dealId)).toEqual([]);
    await desk.tapes.sweep();
    expect(["loan", "guarantor", "collateral", "tape_finding"].map((table) => desk.countRows(table))).toEqual(rows);
    expect(await desk.tapes.list(before.dealId)).toEqual([before]);
    expect(desk.db.raw.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(desk.db.raw.pragma("foreign_key_check")).toEqual([]);
    // Another write works at once: the disk has room for it.
    await desk.deals.create({ ...testDeal, name: "另一包" });

    fullAt(unlimited);
    expect((await desk.tapes.importAsProposed(dealId, fileToken)).report.counts.loansKept).toBe(longListRows);
    expect(desk.countRows("loan")).toBe((rows[0] ?? 0) + longListRows);
  });
});
