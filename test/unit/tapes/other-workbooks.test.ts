import { readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { openOldWorkbook } from "../../../main/tapes/files/old-workbook.ts";
import { openDocument } from "../../../main/tapes/files/open-document.ts";
import type { RawCell, SheetSource, TapeSource } from "../../../main/tapes/files/raw-sheet.ts";
import { unwatched } from "../../../main/tapes/files/read-meter.ts";
import { openWorkbook } from "../../../main/tapes/files/read-workbook.ts";
import { passGate } from "../../../main/tapes/files/tape-gate.ts";
import { fileWith, zipOf } from "./hostile-files.ts";

/** Cases of today's workbooks that another program saved in its formats. */
const saved = resolve(import.meta.dirname, "../../fixtures/workbooks");
const cases = resolve(import.meta.dirname, "../../fixtures/cases");

/** What matters of a cell to the tape: its value, and what its format says of it. */
function told(cell: RawCell): unknown {
  if (cell instanceof Date) return cell.toISOString();
  // The program that saved it worked formulas out again, whose links are not there.
  if (typeof cell === "string" && /^#[A-Z/0!?]+$/.test(cell)) return "an error";
  if (typeof cell !== "object" || cell === null || !("look" in cell)) return cell;
  const { unit, currency, isPercent, scale } = cell.look;
  return unit === null && currency === null && !isPercent && scale === 0 ? cell.value : { value: cell.value, unit, currency, isPercent, scale };
}

async function contentOf({ sheets }: TapeSource) {
  const read = async ({ name, hidden, merges, hiddenColumns, blocks }: SheetSource) => {
    const rows: unknown[] = [];
    for await (const block of blocks()) {
      for (const { rowNumber, cells, isHidden } of block) {
        const values = cells.map(told);
        while (values.at(-1) === null) values.pop();
        rows.push({ rowNumber, isHidden: isHidden === true, values });
      }
    }
    return {
      name,
      hidden,
      hiddenColumns: [...hiddenColumns],
      merges: merges.toSorted((one, other) => one.startRow - other.startRow || one.startColumn - other.startColumn),
      rows,
    };
  };
  return Promise.all(sheets.map(read));
}

const open = async (path: string): Promise<TapeSource> => {
  const { format } = await passGate(path);
  if (format === "xls") return openOldWorkbook(path, unwatched);
  return format === "ods" ? openDocument(path, unwatched) : openWorkbook(path);
};

describe.each(readdirSync(saved))("%s", (file) => {
  it("holds what the workbook holds that it was saved from", async () => {
    const name = basename(file).replace(/\.\w+$/, "");
    const [other, original] = [await contentOf(await open(join(saved, file))), await contentOf(await open(join(cases, `${name}.xlsx`)))];
    expect(other).toEqual(original);
  });
});

const document = (body: string, styles = "") =>
  `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
const odsOf = (content: string, more: readonly { readonly name: string; readonly content: string }[] = []) =>
  fileWith(zipOf([{ name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" }, { name: "content.xml", content }, ...more]), ".ods");
const cellsOf = async (row: string, styles = "") => {
  const { sheets } = await openDocument(
    odsOf(document(`<table:table table:name="A"><table:table-row>${row}</table:table-row></table:table>`, styles)),
    unwatched,
  );
  const [sheet] = await contentOf({ sheets } as TapeSource);
  return sheet?.rows.flatMap((one) => (one as { values: unknown[] }).values) ?? [];
};

describe("an OpenDocument sheet", () => {
  const styled = (style: string) => `<table:table-cell table:style-name="c" office:value-type="float" office:value="1234567"/>${style}`;
  const cell = '<style:style style:name="c" style:family="table-cell" style:data-style-name="N1"/>';

  it.each([
    [
      "a unit behind the number",
      '<number:number number:min-integer-digits="1"/><number:text>万元</number:text>',
      { value: 1_234_567, unit: "wanYuan", scale: 0 },
    ],
    [
      "a point within the digits",
      '<number:number number:min-integer-digits="5"><number:embedded-text number:position="4">.</number:embedded-text></number:number><number:text>万元</number:text>',
      { value: 1_234_567, unit: "wanYuan", scale: 4 },
    ],
    ["thousands", '<number:number number:min-integer-digits="1" number:display-factor="1000"/>', { value: 1_234_567, unit: null, scale: 3 }],
    ["a currency", "<number:currency-symbol>USD</number:currency-symbol><number:number/>", { value: 1_234_567, currency: "USD" }],
    ["nothing", '<number:number number:decimal-places="2" number:grouping="true"/>', 1_234_567],
  ])("tells by its format %s", async (_name, format, expected) => {
    const [found] = await cellsOf(styled(""), `<number:number-style style:name="N1">${format}</number:number-style>${cell}`);
    expect({ found }).toMatchObject({ found: expected });
  });

  it("repeats cells, keeps breaks, leaves notes out and marks a formula without a result", async () => {
    const note = "<office:annotation><text:p>私人备注</text:p></office:annotation>";
    const row = `<table:table-cell table:number-columns-repeated="2" office:value-type="string">${note}<text:p>甲<text:s text:c="2"/>乙</text:p><text:p>丙</text:p></table:table-cell><table:table-cell table:formula="of:=1"/><table:table-cell table:number-columns-repeated="16000"/>`;
    expect(await cellsOf(row)).toEqual(["甲  乙\n丙", "甲  乙\n丙", { uncachedFormula: true }]);
  });

  it("is refused where it is protected, damaged, or would fill a memory", async () => {
    const refused = (file: string) =>
      openDocument(file, unwatched).then(
        () => "read",
        (error: { code?: string }) => error.code,
      );
    const row = (repeated: number) =>
      `<table:table-row table:number-rows-repeated="${repeated}"><table:table-cell table:number-columns-repeated="1024" office:value-type="float" office:value="1"/></table:table-row>`;
    expect(await refused(odsOf(document(`<table:table table:name="A">${row(1_000_000)}</table:table>`)))).toBe("tooManyCells");
    expect(await refused(odsOf(document('<table:table table:name="A"><table:table-row table:number-rows-repeated="-1"/></table:table>')))).toBe(
      "damagedWorkbook",
    );
    expect(await refused(odsOf(document("")))).toBe("damagedWorkbook");
    const manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    expect(await refused(odsOf("secret", [{ name: "META-INF/manifest.xml", content: manifest }]))).toBe("encryptedDocument");
  });
});

describe("an old workbook", () => {
  it("is refused where it is damaged", async () => {
    const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000)]);
    await expect(openOldWorkbook(fileWith(ole, ".xls"), unwatched)).rejects.toMatchObject({ code: "damagedWorkbook" });
  });
});
