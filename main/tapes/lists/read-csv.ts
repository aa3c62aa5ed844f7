import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { delimiterSigns, type TapeDelimiter } from "../../../shared/domain/tape-mapping.ts";
import type { SheetSource, TapeSource } from "../files/raw-sheet.ts";
import { readLimits } from "../files/read-limits.ts";
import { ReadMeter, type ReadWatch, unwatched } from "../files/read-meter.ts";
import { type CountFields, findDialect } from "./csv-dialect.ts";
import { detectEncoding, type KnownEncoding, pieceDecoder, piecesOf, type TextReading } from "./detect-encoding.ts";
import { groupsOfList, ListCutter, rowsOfList } from "./list-cutter.ts";

/** Characters in which delimiter and width are looked for. */
const headCharacters = 65_536;
const lineEnd = /[\r\n]/;

/** The user's choices for a text list; what is left out is detected. */
export interface CsvChoice extends KnownEncoding {
  readonly delimiter?: TapeDelimiter | undefined;
}

/** A text list as one sheet. Rows are counted as records with the header as 1, as a spreadsheet shows them. */
export async function openCsv(path: string, sheetName: string, choice: CsvChoice, countFields: CountFields, watch: ReadWatch = unwatched): Promise<TapeSource> {
  const meter = new ReadMeter(watch);
  meter.expect((await stat(path)).size);
  const reading = await detectEncoding(path, choice);
  const head = await readHead(path, reading);
  const dialect = findDialect(head.text, head.isWhole, countFields, choice.delimiter);
  let sha256: string | null = null;
  const sheet: SheetSource = {
    name: sheetName,
    hidden: false,
    merges: [],
    hiddenColumns: new Set(),
    records: { width: dialect.width, sign: delimiterSigns[dialect.delimiter] },
    blocks: async function* () {
      const hash = createHash("sha256");
      yield* rowsOfList(piecesOf(path, { meter, hash }), new ListCutter(reading, dialect, sheetName));
      sha256 = hash.digest("hex");
    },
    groups: async function* (areLinesWanted) {
      const hash = createHash("sha256");
      yield* groupsOfList(piecesOf(path, { meter, hash }), new ListCutter(reading, dialect, sheetName), areLinesWanted);
      sha256 = hash.digest("hex");
    },
  };
  const { encoding } = reading;
  return { format: "csv", encoding, delimiter: dialect.delimiter, dateSystem: "1900", sheets: [sheet], sha256: () => sha256 };
}

async function readHead(path: string, reading: TextReading): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  const decode = pieceDecoder(reading);
  let text = "";
  for await (const piece of piecesOf(path)) {
    text += decode(piece);
    const isLong = text.length > headCharacters;
    // Blank cells may stretch the first line beyond.
    if (isLong && lineEnd.test(text.slice(0, headCharacters))) return { text: text.slice(0, headCharacters), isWhole: false };
    if (text.length > readLimits.rowCharacters) return { text, isWhole: false };
  }
  return { text: text + decode(), isWhole: true };
}
