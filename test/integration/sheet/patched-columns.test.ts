import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { loadPackage } from "../../../main/packages/load-package.ts";
import type { LoadedPackage } from "../../../main/packages/loaded-package.ts";
import { getLoanIds } from "../../../main/tapes/tape-service.ts";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import { type SheetList, sheetColumns, sheetLists } from "../../../shared/domain/sheet-fields.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { dealWithTape, redo, typeCells, undo } from "./sheet-desk.ts";

let desk: TestDesk;
let dealId: number;
beforeAll(async () => {
  desk = openTestDesk();
  desk.db.raw.pragma("synchronous = OFF");
  dealId = await dealWithTape(desk);
});
afterAll(() => desk.close());

const edits = 300;
const texts = [
  "",
  "0",
  "12",
  "3.5万",
  "70%",
  "2024-05-31",
  "2021-03-01",
  "执行中",
  "破产清算",
  "抵押",
  "查封",
  "商铺",
  "是",
  "停产",
  "企业",
  "郑州市",
  "某法院",
  "90",
];
const pick = <T>(all: readonly T[], draw: number): T | undefined => all[draw % Math.max(all.length, 1)];

/** What a package says, without the names of its reading. */
function said({ columns, facts, debtors, hasHolds, ids, debtorCount }: LoadedPackage) {
  const { fiveTierClass, securityKind, litigationStage, region, regions } = facts;
  const { find: _find, ...numbered } = debtors;
  return { columns, facts: { fiveTierClass, securityKind, litigationStage, region, regions: [...regions] }, numbered, hasHolds, ids, debtorCount };
}

it("after any edit and its undo the columns at hand are those that the rows give when they are read again", async () => {
  const ids = new Map<SheetList, number[]>();
  for (const list of sheetLists) ids.set(list, (await desk.sheet.rowIds({ dealId, list, view: wholeSheet, offset: 0, limit: 100_000 })).rowIds);
  let last = await desk.packages.load(dealId);
  let patched = 0;
  const draws = fc.sample(fc.tuple(fc.nat(9), fc.nat(1), fc.nat(1000), fc.nat(1000), fc.nat(1000)), { numRuns: edits, seed: 20251125 });
  for (const [what, which, row, field, text] of draws) {
    const list = which === 0 ? "loan" : "collateral";
    const cells = [0, 1, 2].map((at) => ({
      rowId: pick(ids.get(list) ?? [], row + 7 * at) ?? 1,
      field: pick(sheetColumns[list], field + at)?.field ?? "principal",
      text: pick(texts, text + at) ?? "",
    }));
    if (what < 8) await typeCells(desk, dealId, list, cells, { skipUnreadable: true });
    else await (what === 8 ? undo : redo)(desk, dealId);
    const { tapeId, ...identity } = await desk.packages.identity(dealId);
    const loaded = await desk.packages.load(dealId);
    expect(loaded.revision).toBe(identity.revision);
    const fresh = await loadPackage(desk.db.kysely, { tapeId, ...identity, ids: await getLoanIds(desk.db.kysely, tapeId) });
    expect(said(loaded)).toEqual(said(fresh));
    if (loaded !== last && loaded.debtors === last.debtors) patched += 1;
    last = loaded;
  }
  // Most edits need no more than their loans.
  expect(patched).toBeGreaterThan(edits / 3);
});
