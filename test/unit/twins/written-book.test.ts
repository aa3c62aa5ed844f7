import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TwinBook } from "../../../main/twins/workbook/twin-book.ts";
import { writeBook } from "../../../main/twins/workbook/write-book.ts";
import { cellsOf, illFormed, partsOf } from "../../integration/twins/workbook-parts.ts";
import { hostileText } from "../exports/hostile-texts.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "written-book-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function written(book: TwinBook): Promise<string> {
  book.evaluate(() => undefined);
  const file = join(folder, "book.xlsx");
  await writeBook(file, book, () => undefined);
  return file;
}

describe("a workbook of formulas", () => {
  it("holds ten thousand hostile texts as texts: none is a formula, and its parts close as they open", async () => {
    const texts = fc.sample(hostileText, { numRuns: 10_000, seed: 13 });
    const book = new TwinBook();
    const sheet = book.sheet("表", ["=1+1", "\t=2+2"]);
    const table = book.addTable(sheet, "Texts", "=HYPERLINK(1)", texts.length);
    table.texts("text", "@head", texts);
    table.calculate([{ key: "one", head: "+1", style: "number", formula: "1" }]);
    const file = await written(book);
    const parts = partsOf(file);
    for (const [name, part] of parts) expect([name, illFormed(part)]).toEqual([name, null]);
    const cells = Array.from(cellsOf(parts.get("xl/worksheets/sheet1.xml") ?? ""));
    expect(cells.filter(({ isFormula, address }) => isFormula && !address.startsWith("B"))).toEqual([]);
    const [read] = (await readXlsx(readFileSync(file))).sheets;
    const kept = (text: string) => text.replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\ufffd");
    const found = (read?.rows ?? []).slice(-texts.length).map(([text]) => text);
    expect(found.filter((text, row) => text !== kept(texts[row] ?? ""))).toEqual([]);
  });

  it("works formulas out as it writes them, in rows that go on from one another and over whole columns", async () => {
    const book = new TwinBook();
    const table = book.addTable(book.sheet("Sums"), "Sums", null, 4);
    table.facts({ key: "a", head: "a", style: "number" }, [1, 2, 2, Number.NaN]);
    table.calculate([{ key: "sum", head: "sum", style: "number", formula: "[a]" }], 0, 1);
    table.calculate([{ key: "sum", head: "sum", style: "number", formula: '[sum^]+IF([a]="",10,[a])' }], 1);
    table.calculate([
      { key: "same", head: "same", style: "number", formula: "SUMIFS({Sums.sum},{Sums.a},[a])" },
      { key: "power", head: "power", style: "number", formula: "-2^2+SUMPRODUCT(({Sums.sum}>2)*{Sums.sum})" },
      { key: "third", head: "third", style: "number", formula: "SMALL(INDEX({Sums.sum},2):INDEX({Sums.sum},4),3)" },
    ]);
    book.evaluate(() => undefined);
    const of = (key: string) => Array.from(table.column(key).values);
    expect([of("sum"), of("same"), of("power"), of("third")]).toEqual([
      [1, 3, 5, 15],
      [1, 8, 8, 0],
      [27, 27, 27, 27],
      [15, 15, 15, 15],
    ]);
    const xml = partsOf(await written(book)).get("xl/worksheets/sheet1.xml") ?? "";
    expect(xml).toContain('<c r="B3" s="10"><f t="shared" ref="B3:B5" si="1">B2+IF(A3="",10,A3)</f><v>3</v></c>'.replaceAll('""', "&quot;&quot;"));
    expect(xml).toContain('<f t="shared" si="1"/><v>15</v>');
  });
});
