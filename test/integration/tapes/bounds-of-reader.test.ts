import { describe, expect, it } from "vitest";
import { openWorkbook } from "../../../main/tapes/files/read-workbook.ts";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import { passGate } from "../../../main/tapes/files/tape-gate.ts";
import { TextStore } from "../../../main/tapes/files/text-store.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import { tapeInspectionSchema, tapeMappingSchema } from "../../../shared/domain/tape-mapping.ts";
import * as bombs from "../../unit/tapes/bomb-files.ts";
import { fileWith, workbookParts, zipOf } from "../../unit/tapes/hostile-files.ts";
import { parseTape } from "../../unit/tapes/whole-tape.ts";

/** What an inspection says of a file that it refuses, and the share of its bytes that it had read by then. */
async function refusal(path: string) {
  let share = 0;
  try {
    await inspectTape(
      { path },
      () => false,
      (progress) => ({ share } = progress),
    );
  } catch (error) {
    if (error instanceof TapeError) return { code: error.code, values: error.values, share };
    throw error;
  }
  return { code: "accepted", values: {}, share };
}

async function read(path: string) {
  const { suggestedMapping: mapping, sheets } = await inspectTape({ path });
  const { counts, sums } = await parseTape({ path, mapping }, () => undefined);
  return { loans: counts.loansKept, principalFen: sums.principalFen, interestFen: sums.interestFen, sheets: sheets.length };
}

const tenLoans = { loans: 10, ...bombs.sumsOfLoans, sheets: 1 };

describe("what a workbook may hold", () => {
  it("is refused where parts share bytes, by the directory alone", async () => {
    expect(await refusal(bombs.overlappingParts(1900))).toMatchObject({ code: "overlappingParts", share: 0 });
    expect(await refusal(bombs.overlappingParts(2))).toMatchObject({ code: "overlappingParts", share: 0 });
    // A part that reaches into the directory, as in an archive that holds itself.
    const whole = zipOf(workbookParts("<sheetData/>"));
    const entry = whole.lastIndexOf("PK\u0001\u0002", undefined, "latin1");
    whole.writeUInt32LE(whole.readUInt32LE(entry + 20) + 40, entry + 20);
    expect(await refusal(fileWith(whole, ".xlsx"))).toMatchObject({ code: "overlappingParts", share: 0 });
  });

  it("is up to 2,000 sheets, each of them read", async () => {
    const path = bombs.manySheets(2000);
    const inspection = await inspectTape({ path });
    expect(tapeInspectionSchema.safeParse(inspection).success).toBe(true);
    expect(tapeMappingSchema.safeParse(inspection.suggestedMapping).success).toBe(true);
    expect(await read(path)).toMatchObject({ loans: 2009, principalFen: bombs.sumsOfLoans.principalFen + 1999 * 10_000, sheets: 2000 });
    const more = await refusal(bombs.manySheets(2001));
    expect(more).toMatchObject({ code: "tooManySheets", values: { limit: 2000 }, share: 0 });
  });

  it("is no name of a sheet without its part, and no part under two names", async () => {
    const parts = workbookParts("<sheetData/>");
    const withWorkbook = (change: (xml: string) => string) =>
      fileWith(zipOf(parts.map((part) => (part.name === "xl/workbook.xml" ? { ...part, content: change(String(part.content)) } : part))), ".xlsx");
    expect(await refusal(withWorkbook((xml) => xml.replace('r:id="rId1"', 'r:id="rId7"')))).toMatchObject({ code: "damagedWorkbook" });
    expect(await refusal(withWorkbook((xml) => xml.replace("</sheets>", '<sheet name="B" sheetId="2" r:id="rId1"/></sheets>')))).toMatchObject({
      code: "damagedWorkbook",
    });
  });

  it("is no tag, cell or nesting without end: it is refused before it is gathered", async () => {
    const size = 12_000_000;
    for (const isBehindRows of [false, true]) {
      const { code, values, share } = await refusal(bombs.longAttribute(size, isBehindRows));
      expect([code, values]).toEqual(["tagTooLong", { entry: "xl/worksheets/sheet1.xml", limit: 1_048_576 }]);
      // The look for the layout is half of what is read; of the rows no more than the tag's limit and a piece passed.
      expect(share).toBeLessThan(0.5 + 2_000_000 / (2 * size));
    }
    const cell = await refusal(bombs.longCell(size));
    expect(cell).toMatchObject({ code: "cellTooLong", values: { sheet: "A&B", row: 11, limit: 32_767 } });
    expect(cell.share).toBeLessThan(0.5 + 2_000_000 / (2 * size));
    expect(await refusal(bombs.deepNesting(10_000))).toMatchObject({ code: "nestedTooDeep", values: { entry: "xl/worksheets/sheet1.xml", limit: 64 } });
  });

  it("is no shared text longer than a cell, unless nothing refers to it", async () => {
    expect(await refusal(bombs.longText(2_000_000, true))).toMatchObject({ code: "cellTooLong", values: { row: 12 } });
    expect(await read(bombs.longText(2_000_000, false))).toMatchObject({ ...tenLoans, loans: 10 });
  });

  it("is any number of blank formatted cells, which aren't kept", async () => {
    expect(await read(bombs.blankRows(20_000))).toEqual(tenLoans);
    const { sheets } = await openWorkbook(bombs.blankRows(20_000));
    let rows = 0;
    for await (const block of sheets[0]?.blocks() ?? []) rows += block.length;
    expect(rows).toBe(11);
  });
});

describe("shared texts", () => {
  it("are kept as bytes and found by number, however many there are", () => {
    const store = new TextStore();
    const textOf = (at: number) => (at % 7 === 0 ? "甲".repeat(at % 5000) : `${at}😀`);
    for (let at = 0; at < 20_000; at += 1) store.add(at % 3 === 0 ? null : textOf(at));
    expect(store.count).toBe(20_000);
    for (let at = 0; at < 20_000; at += 1) expect(store.at(at)).toBe(at % 3 === 0 ? undefined : textOf(at));
    expect([store.at(20_000), store.at(-1), store.at(Number.NaN), store.at(1.5)]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("are kept only where a cell refers to them, if they are many", async () => {
    // 128 MB of texts unpacked and more; each cell finds its own all the same.
    const path = bombs.manyTexts(1_800_000);
    await passGate(path);
    expect(await read(path)).toMatchObject({ ...tenLoans, loans: 10 });
    const { sheets } = await openWorkbook(path);
    let last: unknown = null;
    for await (const block of sheets[0]?.blocks() ?? []) last = block.at(-1)?.cells[4];
    expect(last).toContain("浙江省示例市第1799999号");
  });
});

describe("what a text list may hold", () => {
  it("is no line without end, quoted or not", async () => {
    for (const isQuoted of [false, true]) {
      const { code, values, share } = await refusal(bombs.longLine(20_000_000, isQuoted));
      expect([code, values]).toEqual(["rowTooLong", expect.objectContaining({ row: 12, limit: 4_194_304 })]);
      expect(share).toBeLessThan(0.75);
    }
  });

  it("is no more columns than are read, blank ones apart", async () => {
    expect(await refusal(bombs.manyColumns(1_000_000))).toMatchObject({ code: "tooManyColumns", values: { row: 1, limit: 1024 } });
    expect(await read(bombs.manyColumns(1_000_000, ""))).toEqual(tenLoans);
  });
});
