import { delimiterSigns, type TapeDelimiter } from "../../../shared/domain/tape-mapping.ts";
import { readLimits } from "../files/read-limits.ts";
import { CsvRecords, type QuoteSign } from "./csv-records.ts";

const anySign = "[,;\\t|^~，、]";
const enclosedLine = new RegExp(`^'[^']*'\\s*${anySign}\\s*'.*'\\s*$`);

export interface CsvDialect {
  readonly delimiter: TapeDelimiter;
  /** Cells that most records have. */
  readonly width: number;
  /** The mark around cells. */
  readonly quote: QuoteSign;
}

/** How many fields of a list the first records name. */
export type CountFields = (records: readonly (readonly string[])[]) => number;

const sampledRecords = 400;

/**
 * The delimiter under which the first records name most fields of a list, and where that doesn't tell, the one under
 * which most records have the same number of cells: a remark may hold many of another sign.
 */
export function findDialect(head: string, isWhole: boolean, countFields: CountFields, chosen?: TapeDelimiter): CsvDialect {
  const text = withoutHint(head);
  const quote = quoteOf(text);
  const hinted = delimiterHint(head);
  const names = chosen === undefined ? (Object.keys(delimiterSigns) as TapeDelimiter[]) : [chosen]; // the keys are the names
  const tried = names.map((delimiter) => {
    const sign = delimiterSigns[delimiter];
    const { width } = commonWidth(sample(text, isWhole, { sign, width: 0, quote }));
    // Once the width is known, a stray mark no longer hides records.
    const records = sample(text, isWhole, { sign, width, quote });
    const { width: common, share } = commonWidth(records);
    return { delimiter, quote, width: common, fields: countFields(records), share: common > 1 ? share : 0 };
  });
  const hintedDialect = tried.find(({ delimiter }) => delimiterSigns[delimiter] === hinted);
  if (hintedDialect !== undefined) return hintedDialect;
  const [best] = tried.sort((a, b) => b.fields - a.fields || b.share - a.share || b.width - a.width);
  return best ?? { delimiter: "comma", width: 1, quote };
}

/** "sep=;" in the first line tells a spreadsheet the delimiter and isn't shown. */
const hint = /^sep=(.)(?:\r\n|\n|\r)/i;

function delimiterHint(head: string): string | null {
  return hint.exec(head)?.[1] ?? null;
}

export function withoutHint(head: string): string {
  return head.replace(hint, "");
}

/** Single marks around nearly all cells of nearly all lines hold cells together as double ones do. */
function quoteOf(text: string): QuoteSign {
  const lines = text.split(/\r\n|\n|\r/, sampledRecords).filter((line) => line.trim() !== "");
  const enclosed = lines.filter((line) => enclosedLine.test(line)).length;
  return !text.includes('"') && lines.length > 1 && enclosed >= 0.8 * (lines.length - 1) ? "'" : '"';
}

interface TriedDialect {
  readonly sign: string;
  readonly width: number;
  readonly quote: QuoteSign;
}

function sample(text: string, isWhole: boolean, { sign, width, quote }: TriedDialect): string[][] {
  const reader = new CsvRecords(sign, width, quote);
  const records = reader.push(text);
  if (isWhole) records.push(...reader.end());
  return records.slice(0, sampledRecords).flatMap(({ cells }) => (cells.some((cell) => cell.trim() !== "") ? [cells.slice(0, readLimits.columns)] : []));
}

function commonWidth(records: readonly (readonly string[])[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [best] = [...counts].sort(([widthA, a], [widthB, b]) => b - a || widthB - widthA);
  return best === undefined ? { width: 1, share: 0 } : { width: best[0], share: best[1] / records.length };
}
