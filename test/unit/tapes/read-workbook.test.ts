import { describe, expect, it } from "vitest";
import { type RawRow, type SheetSource, uncachedFormula } from "../../../main/tapes/files/raw-sheet.ts";
import { openWorkbook } from "../../../main/tapes/files/read-workbook.ts";
import { fileWith, workbookParts, zipOf } from "./hostile-files.ts";

const open = (sheetXml: string, workbookPr = "") => openWorkbook(fileWith(zipOf(workbookParts(sheetXml, workbookPr)), ".xlsx"));

async function collect(sheet: SheetSource | undefined): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  if (sheet !== undefined) for await (const block of sheet.blocks()) rows.push(...block);
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
    expect((await collect(sheets[0]))[0]?.cells).toEqual([2, uncachedFormula, null, uncachedFormula, 5]);
  });

  it("marks a formula without a result in whatever order its attributes stand", async () => {
    const cells = '<c s="0" r="A1"><f>1+1</f></c><c t="n" s="0" r="B1"><f>1</f><v/></c><c r=\'C1\' s="0" ><f ca="1">1</f><v></v></c>';
    const { sheets } = await open(`<sheetData><row spans="1:3" r="1">${cells}</row></sheetData>`);
    expect((await collect(sheets[0]))[0]?.cells).toEqual([uncachedFormula, uncachedFormula, uncachedFormula]);
  });

  it("takes no result of 0 from a writer that left its formulas to be worked out", async () => {
    const cells = '<row r="1"><c r="A1"><f>1+1</f><v>0</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><v>0</v></c></row>';
    const rows = await collect((await open(`<sheetData>${cells}</sheetData>`, '<calcPr calcId="1" fullCalcOnLoad="1"/>')).sheets[0]);
    expect(rows[0]?.cells).toEqual([uncachedFormula, 2, 0]);
    expect((await collect((await open(`<sheetData>${cells}</sheetData>`)).sheets[0]))[0]?.cells).toEqual([0, 2, 0]);
  });

  it("leaves out cells that are only formatted, however far they reach", async () => {
    const far = '<c r="B1" s="1"/><c r="ALZ1" s="1"/><c r="XFD1" s="1"/>';
    const { sheets } = await open(`<sheetData><row r="1"><c r="A1"><v>1</v></c>${far}</row><row r="2">${far.replaceAll('1"', '2"')}</row></sheetData>`);
    expect(await collect(sheets[0])).toEqual([{ rowNumber: 1, cells: [1] }]);
  });

  it("tells rows, columns and sheets that aren't shown", async () => {
    const columns = '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="0" customWidth="1"/></cols>';
    const cell = (row: number) => `<c r="A${row}"><v>1</v></c>`;
    const rows = `<row r="1">${cell(1)}</row><row r="2" hidden="1">${cell(2)}</row><row r="3" ht="0" customHeight="1">${cell(3)}</row>`;
    const { sheets } = await open(`${columns}<sheetData>${rows}</sheetData>`);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([1, 2, 4]);
    expect((await collect(sheets[0])).map(({ isHidden }) => isHidden)).toEqual([undefined, true, true]);
  });

  it("gives the number a cell holds together with what its format shows of it", async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0!.0000&quot;万元&quot;"/><numFmt formatCode="yyyy\\-mm\\-dd" numFmtId="165"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>';
    const cells = ["0", "1", "2", "3"].map((style, at) => `<c r="${"ABCD"[at]}1" s="${style}"><v>45292</v></c>`).join("");
    const parts = workbookParts(`<sheetData><row r="1">${cells}</row></sheetData>`);
    const relations = parts.map((part) =>
      part.name.endsWith("workbook.xml.rels")
        ? {
            ...part,
            content: String(part.content).replace("</Relationships>", '<Relationship Id="rId9" Type="x/styles" Target="Styles.xml"/></Relationships>'),
          }
        : part,
    );
    const { sheets } = await openWorkbook(fileWith(zipOf([...relations, { name: "xl/styles.xml", content: styles }]), ".xlsx"));
    const day = new Date("2024-01-01T00:00:00Z");
    expect((await collect(sheets[0]))[0]?.cells).toMatchObject([45_292, { value: 45_292, look: { scale: 4, unit: "wanYuan" } }, day, day]);
  });

  it("reads texts as they are shown: without readings, with their signs", async () => {
    const strings =
      '<sst><si><r><t>示例</t></r><r><t xml:space="preserve">甲 </t></r><rPh sb="0" eb="2"><t>ジツレイ</t></rPh></si><si><t>A_x000D_&amp;&#x4e00;<![CDATA[<b>]]></t></si></sst>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>x</t></r><r><t>y</t></r></is></c><c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="d"><v>2024-01-01</v></c><c r="F1" t="b"><v>1</v></c>';
    const parts = workbookParts(`<sheetData><row r="1">${cells}</row></sheetData>`).map((part) =>
      part.name.endsWith("workbook.xml.rels")
        ? {
            ...part,
            content: String(part.content).replace(
              "</Relationships>",
              '<Relationship Id="rId9" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>',
            ),
          }
        : part,
    );
    const { sheets } = await openWorkbook(fileWith(zipOf([...parts, { name: "xl/SharedStrings.xml", content: strings }]), ".xlsx"));
    expect((await collect(sheets[0]))[0]?.cells).toEqual(["示例甲 ", "A\r&一<b>", "xy", "#N/A", "2024-01-01", true]);
  });

  it("counts on where rows and cells have no references", async () => {
    const { sheets } = await open("<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>");
    expect(await collect(sheets[0])).toEqual([
      { rowNumber: 1, cells: [1, null, 3] },
      { rowNumber: 2, cells: [4] },
    ]);
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
