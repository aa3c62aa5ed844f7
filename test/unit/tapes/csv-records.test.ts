import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CsvRecord, CsvRecords } from "../../../main/tapes/lists/csv-records.ts";

/** Reads a text in pieces that end anywhere. */
function read(text: string, width: number, pieceLength = text.length + 1, delimiter = ","): CsvRecord[] {
  const reader = new CsvRecords(delimiter, width);
  const records: CsvRecord[] = [];
  for (let at = 0; at < text.length; at += pieceLength) records.push(...reader.push(text.slice(at, at + pieceLength)));
  return [...records, ...reader.end()];
}

const cells = (records: readonly CsvRecord[]) => records.map((record) => record.cells);
const irregular = (records: readonly CsvRecord[]) => records.flatMap((record, at) => (record.isIrregular ? [at] : []));

/** The reference writer: a cell is quoted where it must be, or where it pleases. */
function written(rows: readonly (readonly string[])[], delimiter: string, ends: readonly string[], quotesAll: boolean): string {
  const cell = (text: string) => (quotesAll || /["\r\n,;|\t^]|^\s|^=|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row, at) => row.map(cell).join(delimiter) + ends[at % ends.length]).join("");
}

const lineEnd = fc.constantFrom("\r\n", "\n", "\r");
const plainText = fc.stringMatching(/^[a-z0-9甲乙丙 .-]{0,8}$/).map((text) => text.trim());
const anyText = fc.oneof(plainText, fc.stringMatching(/^[a-z"甲,;\t|^\r\n']{0,10}$/));
const table = (cell: fc.Arbitrary<string>) =>
  fc.integer({ min: 4, max: 9 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));

describe("a text list as a writer should write it", () => {
  it("gives back every cell, whatever the line ends, the delimiter and the pieces it comes in", () => {
    expect(() =>
      fc.assert(
        fc.property(
          table(anyText),
          fc.array(lineEnd, { minLength: 1, maxLength: 3 }),
          fc.constantFrom(",", ";", "\t", "|", "^"),
          fc.boolean(),
          fc.integer({ min: 1, max: 40 }),
          (rows, ends, delimiter, quotesAll, piece) => {
            const width = rows[0]?.length ?? 0;
            // Whole records within a cell look like a stray mark; they have a test of their own.
            fc.pre(!rows.flat().some((text) => /[\r\n]/.test(text) && text.includes(delimiter)));
            const records = read(written(rows, delimiter, ends, quotesAll), width, piece, delimiter);
            expect(cells(records)).toEqual(rows);
            expect(irregular(records)).toEqual([]);
          },
        ),
        { numRuns: 1000 },
      ),
    ).not.toThrow();
  });

  it("reads ends of lines of three kinds in one file, and a last line without any", () => {
    expect(cells(read("a,b\r\nc,d\ne,f\rg,h\r\n\r\ni,j", 2))).toEqual([["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"], [""], ["i", "j"]]);
  });

  it("counts a quoted line break as part of its record", () => {
    expect(cells(read('a,b\n"x\ny",1\n\nz,"1,2"\n', 2))).toEqual([["a", "b"], ["x\ny", "1"], [""], ["z", "1,2"]]);
  });

  it("takes a spreadsheet's text sign off, quoted or not", () => {
    expect(cells(read('="0012",="a,b","=""0013""",=A1+1\n', 4))).toEqual([["0012", "a,b", "0013", "=A1+1"]]);
  });
});

describe("stray quotation marks", () => {
  const row = (contract: string, remark = "") => ["1", "甲", contract, "1000.00", "10.00", remark].join(",");

  it.each(["\r\n", "\n", "\r"])("cost no line, wherever they stand (%j)", (end) => {
    expect(() =>
      fc.assert(
        fc.property(
          fc.array(fc.record({ column: fc.integer({ min: 0, max: 5 }), kind: fc.constantFrom("none", "before", "behind", "within", "quoted", "blank") }), {
            minLength: 2,
            maxLength: 12,
          }),
          fc.integer({ min: 1, max: 60 }),
          (rows, piece) => {
            const lines = rows.map(({ column, kind }, at) => {
              const line = [String(at), "甲公司", `SL-${at}`, "1000.00", "10.00", "失联"];
              const text = line[column] ?? "";
              line[column] = { none: text, before: `"${text}`, behind: `${text}"`, within: `a"${text}`, quoted: `"${text}, 待查"`, blank: '""' }[kind];
              return line.join(",");
            });
            const records = read(lines.join(end) + end, 6, piece);
            expect(records).toHaveLength(rows.length);
            for (const record of records) expect(record.cells).toHaveLength(6);
            const strays = rows.flatMap(({ kind }, at) => (kind === "before" ? [at] : []));
            expect(irregular(records)).toEqual(expect.arrayContaining(strays));
          },
        ),
        { numRuns: 1000 },
      ),
    ).not.toThrow();
  });

  it("are told from the quotation marks of a later cell", () => {
    const records = read([row("A1"), row("A2", '"失联'), row("A3", '"停产, 待查"'), row("A4", '"在营')].join("\n"), 6);
    expect(cells(records).map((record) => record[2])).toEqual(["A1", "A2", "A3", "A4"]);
    expect(cells(records).map((record) => record[5])).toEqual(["", "失联", "停产, 待查", "在营"]);
    expect(irregular(records)).toEqual([1, 3]);
  });

  it("within a quoted cell that nobody doubled stay text", () => {
    const records = read('1,"他说"停产",已核",2,3\n', 4);
    expect(cells(records)).toEqual([["1", '他说"停产",已核', "2", "3"]]);
    expect(irregular(records)).toEqual([0]);
  });

  it("leave an honest line break in a quoted cell alone", () => {
    const records = read(`${row("A1", '"第一行, 甲\n第二行, 乙, 丙"')}\n${row("A2")}\n`, 6);
    expect(cells(records).map((record) => record[5])).toEqual(["第一行, 甲\n第二行, 乙, 丙", ""]);
    expect(irregular(records)).toEqual([]);
  });

  it("leave a quoted cell alone that holds a line with as many commas as the list has columns", () => {
    const records = read(`${row("A1", '"见附件：\n甲, 乙, 丙, 丁, 戊, 己\n完"')}\n${row("A2")}\n`, 6);
    expect(cells(records).map((record) => record.length)).toEqual([6, 6]);
    expect(irregular(records)).toEqual([]);
  });

  it("don't make the reading slow", () => {
    const lines = Array.from({ length: 20_000 }, (_, at) => row(`A${at}`, at % 2 === 0 ? '"失联' : ""));
    const start = performance.now();
    expect(read(lines.join("\n"), 6, 65_536)).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
