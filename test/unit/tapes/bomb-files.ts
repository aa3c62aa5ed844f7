import { closeSync, openSync, writeSync } from "node:fs";
import { constants, crc32, deflateRawSync } from "node:zlib";
import { fileWith, type PackedPart, workbookParts, type ZipPart, zipOf } from "./hostile-files.ts";

/*
 * Files at and beyond the bounds of the reader, made when they are needed. Each holds the ten loans of `loanRows`, so that
 * one that is read has sums that are known.
 */

/** Sums of the ten loans in fen. */
export const sumsOfLoans = { principalFen: 5_500_000, interestFen: 55_000 } as const;

const header = ["合同编号", "债务人名称", "本金余额（元）", "利息余额（元）"];
const loans = Array.from({ length: 10 }, (_, at) => [`HT-${1001 + at}`, `示例债务人${at}`, String(1000 * (at + 1)), String(10 * (at + 1))]);

const letters = (column: number): string => (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));
const textCell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;

function rowXml(number: number, cells: readonly string[], tail = ""): string {
  const xml = cells.map((text, column) => {
    const at = `${letters(column)}${number}`;
    return /^\d+$/.test(text) ? `<c r="${at}"><v>${text}</v></c>` : textCell(at, text);
  });
  return `<row r="${number}">${xml.join("")}${tail}</row>`;
}

/** Header and ten loans as rows 1 to 11; `tail` stands behind the cells of the last. */
const loanRows = (tail = "") => [header, ...loans].map((cells, at) => rowXml(at + 1, cells, at === loans.length ? tail : "")).join("");

const headXml = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';
const sheetName = "xl/worksheets/sheet1.xml";

/** Packs a part piece by piece, so that it need not be in memory as a whole. */
function packPieces(name: string, pieces: Iterable<string>): PackedPart {
  const packed: Buffer[] = [];
  let size = 0;
  let checksum = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece, "utf8");
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    packed.push(deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_FULL_FLUSH }));
  }
  packed.push(deflateRawSync(Buffer.alloc(0)));
  return { name, packed: Buffer.concat(packed), size, checksum };
}

/** Text that packs no better than an honest one. */
function* filler(characters: number): Generator<string> {
  let word = 12_345;
  for (let left = characters; left > 0; ) {
    let piece = "";
    while (piece.length < Math.min(left, 1_000_000)) {
      word = (Math.imul(word, 1_103_515_245) + 12_345) >>> 1;
      piece += `${word.toString(36)}甲 `;
    }
    yield piece.slice(0, left);
    left -= Math.min(left, piece.length);
  }
}

const workbook = (replaced: readonly (ZipPart | PackedPart)[], more: readonly (ZipPart | PackedPart)[] = []) =>
  fileWith(zipOf([...workbookParts("").map((part) => replaced.find(({ name }) => name === part.name) ?? part), ...more]), ".xlsx");

const withSheet = (pieces: Iterable<string>, more: readonly (ZipPart | PackedPart)[] = [], relations = "") =>
  workbook(
    [
      packPieces(sheetName, pieces),
      ...workbookParts("").flatMap((part) =>
        part.name.endsWith("workbook.xml.rels") ? [{ ...part, content: String(part.content).replace("</Relationships>", `${relations}</Relationships>`) }] : [],
      ),
    ],
    more,
  );

function* wrapped(rows: Iterable<string>, behind = ""): Generator<string> {
  yield `${headXml}<sheetData>`;
  yield* rows;
  yield `</sheetData>${behind}</worksheet>`;
}

const stringsRelation = '<Relationship Id="rId9" Type="x/sharedStrings" Target="sharedStrings.xml"/>';

/** Ten loans that refer to some of so many texts. */
export function manyTexts(count: number, areUsed = false): string {
  function* texts(): Generator<string> {
    yield `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;
    for (let from = 0; from < count; from += 10_000) {
      let piece = "";
      for (let at = from; at < Math.min(count, from + 10_000); at += 1) piece += `<si><t>浙江省示例市第${at}号房产及附属设施说明${(at * 7919) % 9973}</t></si>`;
      yield piece;
    }
    yield "</sst>";
  }
  function* rows(): Generator<string> {
    yield loanRows();
    if (!areUsed) return yield rowXml(12, [], `<c r="E12" t="s"><v>${count - 1}</v></c>`);
    const columns = 12;
    for (let first = 0, row = 12; first < count; first += columns, row += 1) {
      let cells = "";
      for (let at = first; at < Math.min(count, first + columns); at += 1) cells += `<c r="${letters(5 + at - first)}${row}" t="s"><v>${at}</v></c>`;
      yield `<row r="${row}">${textCell(`A${row}`, `HT-9${row}`)}<c r="C${row}"><v>1</v></c><c r="D${row}"><v>0</v></c>${cells}</row>`;
    }
  }
  return withSheet(wrapped(rows()), [packPieces("xl/sharedStrings.xml", texts())], stringsRelation);
}

/** Directory entries that share one packed part. */
export function overlappingParts(count: number): string {
  const shared = packPieces("xl/worksheets/o0.xml", wrapped([loanRows(), ...filler(200_000)]));
  const names = Array.from({ length: count }, (_, at) => `xl/worksheets/o${at}.xml`);
  return fileWith(zipOf([...workbookParts(`<sheetData>${loanRows()}</sheetData>`), { ...shared, aliases: names }]), ".xlsx");
}

export const longAttribute = (characters: number, isBehindRows = false) =>
  withSheet(
    isBehindRows
      ? wrapped([loanRows()], ['<mergeCells count="', ...filler(characters), '"><mergeCell ref="A1:B1"/></mergeCells>'].join(""))
      : wrapped(
          (function* () {
            yield `${loanRows().slice(0, -"</row>".length)}<c r="E11" x="`;
            yield* filler(characters);
            yield '"><v>1</v></c></row>';
          })(),
        ),
  );

export const longCell = (characters: number) =>
  withSheet(
    wrapped(
      (function* () {
        yield `${loanRows().slice(0, -"</row>".length)}<c r="E11" t="inlineStr"><is><t>`;
        yield* filler(characters);
        yield "</t></is></c></row>";
      })(),
    ),
  );

/** One text of the shared ones that is too long; a cell refers to it, or none does. */
export const longText = (characters: number, isUsed: boolean) =>
  withSheet(
    wrapped([loanRows(), rowXml(12, [], `<c r="E12" t="s"><v>${isUsed ? 1 : 0}</v></c>`)]),
    [
      packPieces(
        "xl/sharedStrings.xml",
        (function* () {
          yield "<sst><si><t>甲</t></si><si><t>";
          yield* filler(characters);
          yield "</t></si></sst>";
        })(),
      ),
    ],
    stringsRelation,
  );

/** Rows that hold formatted cells only. */
export const blankRows = (count: number, width = 16) =>
  withSheet(
    wrapped(
      (function* () {
        yield loanRows();
        for (let from = 12; from < 12 + count; from += 1000) {
          let piece = "";
          for (let row = from; row < Math.min(12 + count, from + 1000); row += 1) {
            piece += `<row r="${row}" spans="1:${width}" s="3" customFormat="1" ht="14.25" customHeight="1">`;
            for (let column = 0; column < width; column += 1) piece += `<c r="${letters(column)}${row}" s="${column % 7}"/>`;
            piece += "</row>";
          }
          yield piece;
        }
      })(),
    ),
  );

/** A workbook of so many sheets; the loans are on the first, and one on each of the others. */
export function manySheets(count: number): string {
  const names = Array.from({ length: count }, (_, at) => at + 1);
  const sheets = names.map((at) => `<sheet name="清单${at}" sheetId="${at}" r:id="rId${at}"/>`).join("");
  const relations = names.map((at) => `<Relationship Id="rId${at}" Type="x/worksheet" Target="worksheets/sheet${at}.xml"/>`).join("");
  const parts = workbookParts(`<sheetData>${loanRows()}</sheetData>`).map((part) => {
    const content = String(part.content);
    if (part.name === "xl/workbook.xml") return { ...part, content: content.replace(/<sheets>.*<\/sheets>/, `<sheets>${sheets}</sheets>`) };
    return part.name.endsWith("workbook.xml.rels") ? { ...part, content: content.replace(/<Relationship .*\/>/, relations) } : part;
  });
  const others = names.slice(1).map((at) => ({
    name: `xl/worksheets/sheet${at}.xml`,
    content: `${headXml}<sheetData>${rowXml(1, header)}${rowXml(2, [`HT-X${at}`, `债务人${at}`, "100", "1"])}</sheetData></worksheet>`,
  }));
  return fileWith(zipOf([...parts, ...others]), ".xlsx");
}

export const deepNesting = (depth: number) => withSheet(wrapped([loanRows()], `<extLst>${"<a>".repeat(depth)}${"</a>".repeat(depth)}</extLst>`));

/** A list that an honest seller may send: rows of loans with a dozen columns of text. */
function* honestRows(count: number): Generator<readonly string[]> {
  for (let at = 1; at <= count; at += 1) {
    const own = ["浙江省示例市示例路", "抵押加保证", "已诉未判", "示例支行", "流动资金贷款", "制造业", "次级"].map(
      (text, column) => `${text}${(at * (column + 3)) % 9973}`,
    );
    yield [`HT-2021-${String(at).padStart(7, "0")}`, `示例债务人${at}有限公司`, String(100_000 + (at % 900_000)), String(1000 + (at % 9000)), ...own];
  }
}

const honestHeader = [...header, "地址", "担保方式", "诉讼阶段", "支行", "业务品种", "行业", "分类备注"];

export function honestWorkbook(count: number): string {
  return withSheet(
    wrapped(
      (function* () {
        yield rowXml(1, honestHeader);
        let row = 1;
        let piece = "";
        for (const cells of honestRows(count)) {
          piece += rowXml((row += 1), cells);
          if (row % 1000 === 0) {
            yield piece;
            piece = "";
          }
        }
        yield piece;
      })(),
    ),
  );
}

function csvOf(lines: Iterable<string>): string {
  const path = fileWith("", ".csv");
  const file = openSync(path, "a");
  for (const line of lines) writeSync(file, line);
  closeSync(file);
  return path;
}

export const honestCsv = (count: number) =>
  csvOf(
    (function* () {
      yield `${honestHeader.join(",")}\n`;
      let piece = "";
      for (const cells of honestRows(count)) {
        piece += `${cells.join(",")}\n`;
        if (piece.length > 1_000_000) {
          yield piece;
          piece = "";
        }
      }
      yield piece;
    })(),
  );

const csvLoans = [header, ...loans].map((cells) => `${cells.join(",")}\n`).join("");

/** A list whose last line never ends. */
export const longLine = (characters: number, isQuoted = false) =>
  csvOf(
    (function* () {
      yield `${csvLoans}HT-2000,${isQuoted ? '"' : ""}`;
      yield* filler(characters);
    })(),
  );

export const manyColumns = (count: number, cell = "1") => csvOf([header.join(","), `,${cell}`.repeat(count), "\n", csvLoans.slice(csvLoans.indexOf("\n") + 1)]);
