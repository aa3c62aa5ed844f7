import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import { type SheetList, sheetColumns, sheetLists } from "../../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { redo, rowsHash, typeCells, undo } from "./sheet-desk.ts";

/** Sequences of edits; docs/development.md says how to run more. */
const sequences = Number(process.env["AMC_SHEET_SEQUENCES"] ?? 250);
const editsOfSequence = 8;

let desk: TestDesk;
let dealId: number;
beforeAll(async () => {
  desk = openTestDesk();
  // Thousands of commits: what the disk does with them is tested elsewhere.
  desk.db.raw.pragma("synchronous = OFF");
  dealId = await smallPackage();
});
afterAll(() => desk.close());

const typed = (cells: Readonly<Partial<Record<TapeField, string>>>) => Object.entries(cells).map(([field, text]) => ({ field: field as TapeField, text }));

/** Loans with items that they share, guarantors and own estimates, whose making is no step. */
async function smallPackage(): Promise<number> {
  const { id } = await desk.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
  await desk.sheet.startByHand({ dealId: id, cells: typed({ contractNo: "甲-0", principal: "1000" }), unit: "yuan", cutOffDate: null });
  const edit = { dealId: id, unit: "yuan", why: "" } as const;
  const estimate = { estimateMonths: "12", estimateProbability: "80", estimateHaircut: "30" };
  const loans = Array.from({ length: 9 }, (_, at) => ({
    loanId: null,
    cells: typed({
      contractNo: `甲-${at + 1}`,
      principal: String(1000 + at),
      debtorName: `户${at % 4}`,
      court: `法院${at % 3}`,
      ...(at % 3 === 0 ? estimate : {}),
    }),
  }));
  const { rowIds } = await desk.sheet.addRows({ ...edit, list: "loan", rows: loans });
  const parts = rowIds.map((loanId, at) => ({
    loanId,
    cells: typed({ appraisal: String(500 + at), assetNo: `豫(2021)不动产权第000${at % 5}号`, collateralKind: "商铺" }),
  }));
  await desk.sheet.addRows({ ...edit, list: "collateral", rows: parts });
  await desk.sheet.addRows({
    ...edit,
    list: "guarantor",
    rows: rowIds.slice(2, 6).map((loanId, at) => ({ loanId, cells: typed({ guarantors: `保证人${at}` }) })),
  });
  desk.db.raw.exec("DELETE FROM journal_step");
  return id;
}

const texts = ["", "0", "12", "3.5万", "70%", "2024-05-31", "甲-3", "甲-4", "豫(2021)不动产权第0001号", "执行中", "抵押", "王五", "不详", "1"];

/** The rows of a list, of which an edit takes some. */
const idsOf = async (list: SheetList) => (await desk.sheet.rowIds({ dealId, list, view: wholeSheet, offset: 0, limit: 100_000 })).rowIds;
const pick = <T>(all: readonly T[], draw: number): T | undefined => all[draw % Math.max(all.length, 1)];

/** One edit of the kind that is drawn; what the sheet refuses changes nothing. */
async function editAtRandom(kind: number, draws: readonly number[]): Promise<void> {
  const [a = 0, b = 0, c = 0, d = 0] = draws;
  const list = pick(sheetLists, a) ?? "loan";
  const cell = async (at: number) => ({ rowId: pick(await idsOf(list), b + at) ?? 1, field: pick(sheetColumns[list], c + at)?.field ?? "contractNo" });
  const cells = await Promise.all(Array.from({ length: kind === 0 ? 1 : 6 }, (_, at) => cell(at * (1 + (d % 7)))));
  const edits: (() => Promise<unknown>)[] = [
    () =>
      typeCells(
        desk,
        dealId,
        list,
        cells.map((one) => ({ ...one, text: pick(texts, d) ?? "" })),
      ),
    () =>
      typeCells(
        desk,
        dealId,
        list,
        cells.map((one, at) => ({ ...one, text: pick(texts, d + at) ?? "" })),
        { cause: "pasted", skipUnreadable: true },
      ),
    () => desk.sheet.reset({ dealId, list, cells, why: "" }),
    async () => {
      const loanId = list === "loan" ? null : (pick(await idsOf("loan"), b) ?? null);
      const needed = list === "loan" ? typed({ contractNo: `新-${c}`, principal: String(d) }) : list === "guarantor" ? typed({ guarantors: `保${c}` }) : [];
      return desk.sheet.addRows({ dealId, list, rows: [{ loanId, cells: needed }], unit: "yuan", why: "" });
    },
    async () => {
      const ids = await idsOf(list);
      return desk.sheet.removeRows({ dealId, list, rowIds: [...new Set([pick(ids, b) ?? 1, pick(ids, c) ?? 1])], why: "" });
    },
    () => undo(desk, dealId),
    () => redo(desk, dealId),
    () => undo(desk, dealId),
  ];
  // The last loan stays, a contract number is taken: the desk refuses it.
  await edits[kind % edits.length]?.().catch(() => undefined);
}

const undoAll = async (): Promise<number> => {
  let steps = 0;
  while ((await undo(desk, dealId)) !== null) steps += 1;
  return steps;
};

it(`${sequences} sequences of edits, pastes, added and removed rows, undos and redos leave nothing once all is undone`, async () => {
  const before = rowsHash(desk, dealId);
  const draw = fc.tuple(fc.nat(7), fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }));
  const drawn = fc.sample(fc.array(draw, { minLength: editsOfSequence, maxLength: editsOfSequence }), { numRuns: sequences, seed: 20251125 });
  let made = 0;
  for (const [at, sequence] of drawn.entries()) {
    for (const [kind, draws] of sequence) await editAtRandom(kind, draws);
    const reached = rowsHash(desk, dealId);
    const steps = await undoAll();
    made += steps;
    expect(rowsHash(desk, dealId), `sequence ${at}`).toBe(before);
    if (at % 5 > 0) continue;
    for (let step = 0; step < steps; step += 1) await redo(desk, dealId);
    expect(rowsHash(desk, dealId)).toBe(reached);
    await undoAll();
    expect(rowsHash(desk, dealId)).toBe(before);
  }
  // Most of what is drawn is an edit that the sheet takes.
  expect(made).toBeGreaterThan(2 * sequences);
}, 3_600_000);
