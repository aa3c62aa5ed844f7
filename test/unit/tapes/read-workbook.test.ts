import { describe, expect, it } from "vitest";
import { type RawRow, type SheetSource, uncachedFormula } from "../../../main/tapes/files/raw-sheet.ts";
import { openWorkbook } from "../../../main/tapes/files/read-workbook.ts";
import { fileWith, workbookParts, zipOf } from "./hostile-files.ts";

const open = (sheetXml: string, workbookPr = "") => openWorkbook(fileWith(zipOf(workbookParts(sheetXml, workbookPr)), ".xlsx"));

async function collect(sheet: SheetSource | undefined): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  if (sheet !== undefined) for await (const row of sheet.rows()) rows.push(row);
  return rows;
}

describe("openWorkbook", () => {
  it("reads two far cells without the area between them", async () => {
    const far =
      '<dimension ref="A1:ALH1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="ALH1048576"><v>2</v></c></row></sheetData>';
    const before = process.memoryUsage().rss;
    const { sheets } = await open(far);
    const rows = await collect(sheets[0]);
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 1_048_576]);
    expect(rows[1]?.cells[995]).toBe(2);
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it("keeps true row numbers over gaps and decodes the sheet's name", async () => {
    const { sheets } = await open('<sheetData><row r="3"><c r="B3"><v>7</v></c></row><row r="9"><c r="A9"><v>8</v></c></row></sheetData>');
    expect(sheets[0]?.name).toBe("A&B");
    expect(await collect(sheets[0])).toEqual([
      { rowNumber: 3, cells: [null, 7] },
      { rowNumber: 9, cells: [8] },
    ]);
  });

  it("takes stored results of formulas and marks those without one", async () => {
    const cells =
      '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>1+1</f></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f t="shared" si="0"/><v></v></c><c r="E1"><v>5</v></c>';
    const { sheets } = await open(`<sheetData><row r="1">${cells}</row></sheetData>`);
    expect((await collect(sheets[0]))[0]?.cells).toEqual([2, uncachedFormula, "", uncachedFormula, 5]);
  });

  it("finds formulas without a result and merges across chunks of a large sheet", async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => {
      const number = at + 1;
      return `<row r="${number}"><c r="A${number}"><v>${(at * 7919) % 10_007}</v></c><c r="B${number}"><f>A${number}*${at}</f>${at % 1000 === 0 ? "" : `<v>${at}</v>`}</c></row>`;
    });
    const merges = '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="AA3:AB4"/></mergeCells>';
    const { sheets } = await open(`<sheetData>${rows.join("")}</sheetData>${merges}`);
    const marked = (await collect(sheets[0])).filter(({ cells }) => cells[1] === uncachedFormula);
    expect(marked.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: 20 }, (_, at) => at * 1000 + 1));
    expect(sheets[0]?.merges).toEqual([
      { startRow: 0, startColumn: 0, endRow: 0, endColumn: 1 },
      { startRow: 2, startColumn: 26, endRow: 3, endColumn: 27 },
    ]);
  });

  it("reads sheets whose element names carry a prefix", async () => {
    const xml =
      '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1</x:f></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells>';
    const parts = workbookParts("").slice(0, 4);
    const sheet = {
      name: "xl/worksheets/sheet1.xml",
      content: `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</x:worksheet>`,
    };
    const { sheets } = await openWorkbook(fileWith(zipOf([...parts, sheet]), ".xlsx"));
    expect((await collect(sheets[0]))[0]?.cells).toEqual([1, uncachedFormula]);
    expect(sheets[0]?.merges).toHaveLength(1);
  });

  it("knows the date system", async () => {
    expect((await open("<sheetData/>")).dateSystem).toBe("1900");
    expect((await open("<sheetData/>", '<workbookPr date1904="1"/>')).dateSystem).toBe("1904");
  });
});
