import type { ExceptionRow } from "../../shared/contract/quality-channels.ts";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn, ExportTable } from "../../shared/domain/export-tables.ts";
import type { PrintedReport } from "../../shared/domain/printed-report.ts";
import { type QualityField, type QualityKind, qualityKind, qualityScore, soundShare, weightOf } from "../../shared/domain/quality.ts";
import { sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord } from "../../shared/domain/tape-fields.ts";
import { formatDate, formatMoneyWithUnit, formatNumber, formatRate, noValue } from "../../shared/format.ts";
import { flatTexts, isTextKey, type TextKey } from "../../shared/locales/texts.ts";
import { WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import type { KindExceptions } from "./exception-log.ts";
import { exceptionRow } from "./exception-row.ts";
import { readDoubtful } from "./quality-queries.ts";
import { type QualityScan, type QualityScanInput, scanTape } from "./scan-tape.ts";

/** A report on a tape for its seller: what is missing, and a question for each row in doubt. */
export interface SellerReportInput extends QualityScanInput {
  readonly language: Language;
  readonly unit: MoneyUnit;
  /** Numbers that may be a person's own are shown by their ends alone. */
  readonly isMasked: boolean;
  readonly dealName: string;
  readonly seller: string;
  readonly printedAt: string;
  /** Rows asked about at most. */
  readonly mostRows: number;
}

interface Part {
  readonly notes: readonly string[];
  readonly table: ExportTable;
  /** Of the columns of a page, in percent; a column of no width is left out there. */
  readonly widths: readonly number[];
}

export interface SellerReport {
  readonly title: string;
  readonly lines: readonly string[];
  readonly parts: readonly Part[];
}

type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string;

const sayer =
  (language: Language): Say =>
  (key, values = {}) =>
    (flatTexts[language][key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? noValue));

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function fieldsPart(fields: readonly QualityField[], say: Say): Part {
  const stated = fields.filter((one) => one.rows > 0 && (one.present > 0 || weightOf(one) > 0));
  const head = (key: TextKey, kind: ExportColumn["kind"]): ExportColumn => ({ head: say(key), kind });
  const columns = [
    head("quality.list", "text"),
    head("quality.field", "text"),
    head("quality.rows", "number"),
    head("quality.present", "rate"),
    head("quality.valid", "rate"),
    head("quality.consistent", "rate"),
    head("quality.sound", "rate"),
    head("quality.unread", "number"),
  ];
  const rows = stated.map((one): ExportCell[] => {
    const { list, field, rows: all, present, invalid, inconsistent, unread } = one;
    const shares = [share(present, all), share(present - invalid, present), share(present - inconsistent, present), soundShare(one)];
    return [say(`tapeSheet.list.${list}`), say(`tape.field.${field}`), all, ...shares, unread];
  });
  return { notes: [say("quality.formula")], table: { name: say("quality.fields"), columns, rows }, widths: [12, 22, 11, 11, 11, 11, 11, 11] };
}

function countsPart({ kinds }: QualityScan, say: Say): Part {
  const columns: ExportColumn[] = [
    { head: say("quality.kind"), kind: "text" },
    { head: say("quality.field"), kind: "text" },
    { head: say("quality.count"), kind: "number" },
    { head: say("quality.question"), kind: "text" },
  ];
  const rows = kinds.map(({ kind, rowIds }): ExportCell[] => [
    say(`quality.is.${kind}`),
    say(`tape.field.${qualityKind(kind).field}`),
    rowIds.length,
    say(`quality.ask.${kind}`),
  ]);
  return { notes: kinds.length === 0 ? [say("quality.captionNone")] : [], table: { name: say("quality.byKind"), columns, rows }, widths: [28, 16, 10, 46] };
}

/** Values of a row in words, as the seller knows them. */
function statedText(row: ExceptionRow, { language, unit }: SellerReportInput, say: Say): string {
  const texts = row.values.map(({ field, value }) => {
    const { kind } = fieldRecord(field);
    const key = `code.${field}.${value}`;
    const text =
      value === null
        ? noValue
        : typeof value === "number"
          ? kind === "amount"
            ? formatMoneyWithUnit(value, unit, language)
            : formatNumber(value, kind === "area" ? 2 : 0)
          : kind === "code" && isTextKey(key)
            ? say(key)
            : value;
    return `${say(`tape.field.${field}`)} ${text}`;
  });
  const ratio = row.ratio === null ? [] : [`${say("quality.ratio")} ${formatNumber(row.ratio, 3)}`];
  return [...texts, ...ratio].join(say("pricing.loans.listSeparator"));
}

/** Rows read at once. */
const rowsPerRead = 2000;

async function questionRows(
  input: SellerReportInput,
  connection: WorkerConnection,
  { kind, rowIds }: KindExceptions,
  most: number,
  say: Say,
): Promise<ExportCell[][]> {
  const { list, shows } = qualityKind(kind);
  const columns = shows.flatMap((field) => sheetColumn(list, field)?.column ?? []);
  const rows: ExportCell[][] = [];
  for (let from = 0; from < Math.min(most, rowIds.length); from += rowsPerRead) {
    const ids = Array.from(rowIds.subarray(from, Math.min(from + rowsPerRead, most)));
    const stored = new Map((await readDoubtful(connection.kysely, list, ids, columns)).map((row) => [row.id, row]));
    for (const id of ids) {
      const read = stored.get(id);
      if (read === undefined) continue;
      const row = exceptionRow(kind, read, true, input.isMasked);
      rows.push([row.contractNo, row.debtorName, row.sheet, row.row, statedText(row, input, say), questionOf(kind, say), null]);
    }
  }
  return rows;
}

const questionOf = (kind: QualityKind, say: Say): string => say(`quality.ask.${kind}`);

async function questionsPart(input: SellerReportInput, scan: QualityScan, context: TaskContext, say: Say): Promise<Part> {
  const connection = new WorkerConnection(input.desk);
  const all = scan.kinds.reduce((sum, { rowIds }) => sum + rowIds.length, 0);
  const rows: ExportCell[][] = [];
  try {
    for (const exceptions of scan.kinds) {
      context.step(all === 0 ? null : rows.length / all);
      rows.push(...(await questionRows(input, connection, exceptions, input.mostRows - rows.length, say)));
    }
  } finally {
    connection.close();
  }
  const columns: ExportColumn[] = [
    { head: say("quality.contractNo"), kind: "identifier" },
    { head: say("quality.debtor"), kind: "text" },
    { head: say("pricing.tape.sheet"), kind: "text" },
    { head: say("pricing.tape.row"), kind: "number" },
    { head: say("quality.values"), kind: "text" },
    { head: say("quality.question"), kind: "text" },
    { head: say("quality.answer"), kind: "text" },
  ];
  const rest = all - rows.length;
  const notes = [...(input.isMasked ? [say("quality.maskedNote")] : []), ...(rest > 0 ? [say("quality.moreRows", { count: formatNumber(rest) })] : [])];
  return { notes, table: { name: say("quality.questions"), columns, rows }, widths: [16, 15, 0, 7, 32, 30, 0] };
}

/** Looks at a tape and words what its seller is asked. */
export async function sellerReport(input: SellerReportInput, context: TaskContext): Promise<SellerReport> {
  const say = sayer(input.language);
  const scan = await scanTape(input, context);
  const score = qualityScore(scan.fields);
  const { dealName, seller, cutOffDate, printedAt } = input;
  const lines = [
    say("quality.reportOf", { deal: dealName, seller: seller === "" ? noValue : seller }),
    say("quality.reportDays", { cutOff: cutOffDate ?? noValue, day: formatDate(printedAt) }),
    score === null ? say("quality.noScore") : say("quality.score", { score: formatNumber(score, 1) }),
  ];
  return {
    title: say("quality.reportTitle"),
    lines,
    parts: [countsPart(scan, say), fieldsPart(scan.fields, say), await questionsPart(input, scan, context, say)],
  };
}

function printedCell(cell: ExportCell, { kind }: ExportColumn): string {
  const value = typeof cell === "object" && cell !== null ? cell.value : cell;
  if (value === null) return "";
  if (typeof value === "string") return value;
  return kind === "rate" ? formatRate(value, 1) : formatNumber(value);
}

/** The same on pages. */
export function printedReport({ title, lines, parts }: SellerReport, { language, dealName, printedAt }: SellerReportInput): PrintedReport {
  const say = sayer(language);
  return {
    kind: "report",
    language,
    head: dealName,
    mark: say("quality.reportMark"),
    title,
    lines: [...lines],
    printedAt,
    pageOf: flatTexts[language]["quality.pageOf"] ?? "",
    parts: parts.map(({ notes, table: { name, columns, rows }, widths }) => {
      const shown = columns.flatMap((column, at) => ((widths[at] ?? 0) > 0 ? [{ column, at }] : []));
      return {
        caption: name,
        notes: [...notes],
        columns: shown.map(({ column, at }) => ({ label: column.head, width: widths[at] ?? 0, numeric: column.kind === "number" || column.kind === "rate" })),
        rows: rows.map((row) => shown.map(({ column, at }) => printedCell(row[at] ?? null, column))),
      };
    }),
  };
}

/** The same as tables of a workbook: what it is about, then its parts. */
export function reportTables({ title, lines, parts }: SellerReport): ExportTable[] {
  const about: ExportTable = {
    name: title,
    columns: [{ head: title, kind: "text" }],
    rows: [...lines, ...parts.flatMap(({ notes }) => notes)].map((line) => [line]),
  };
  return [about, ...parts.map(({ table }) => table)];
}
