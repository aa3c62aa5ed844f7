import type { CompanyRecord } from "../../shared/contract/company-channels.ts";
import { companyFigures, companyQuarterSchema, exposureSchema, instrumentSchema } from "../../shared/domain/company.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import { DeskError } from "../../shared/result.ts";
import { displayCell, textOrNull } from "../tapes/cells/cell-text.ts";
import { parseAmount } from "../tapes/cells/parse-amount.ts";
import { parseShare } from "../tapes/cells/parse-cells.ts";
import { parseDate } from "../tapes/cells/parse-date.ts";
import { type DateSystem, nextTurn, type RawCell, type RawRow, rowsPerTurn, type SheetSource } from "../tapes/files/raw-sheet.ts";
import { headerKey } from "../tapes/header/header-key.ts";
import { readTitle, unitOfColumn } from "../tapes/header/unit-statement.ts";
import type { OpenFiles } from "../tapes/sources/file-set.ts";
import { type CompanyColumn, companyColumns } from "./company-columns.ts";

type Kind = CompanyRecord["kind"];

interface FoundColumn {
  readonly column: CompanyColumn;
  readonly index: number;
  readonly header: string;
  /** Of its amounts; null: neither the header nor the title says it. */
  readonly unit: TapeUnit | null;
}

/** What a table came to: records, and rows that were not read with the column that stood against it. */
export interface ReadTable {
  readonly entries: readonly CompanyRecord[];
  readonly refused: readonly { readonly row: number; readonly column: string }[];
}

const headRows = 40;
const leastColumns = 2;

const kindWords: readonly (readonly [string, RegExp])[] = [
  ["shareholderLoan", /股东|shareholder/i],
  ["bond", /债|票据|中票|bond|note/i],
  ["capital", /增资|资本|capital/i],
  ["bank", /银行|贷款|授信|bank|loan/i],
];

const blanks: Readonly<Record<Kind, object>> = {
  quarter: { ...Object.fromEntries(companyFigures.map((figure) => [figure, null])), isConfirmed: false, source: "" },
  instrument: { limitFen: null, rate: null, startsOn: null, maturesOn: null, covenants: "" },
  exposure: { identifier: "", groupName: "", isRelated: false },
};
const schemas = { quarter: companyQuarterSchema, instrument: instrumentSchema, exposure: exposureSchema } as const;

function findColumns({ cells }: RawRow, kind: Kind, unitOfTitle: TapeUnit | null): FoundColumn[] {
  const keyed = cells.map((cell, index) => {
    const header = typeof cell === "string" ? displayCell(cell) : "";
    return { index, header, key: headerKey(header) };
  });
  return companyColumns[kind].flatMap((column) => {
    const found = keyed.find(({ key }) => column.words.includes(key));
    if (found === undefined) return [];
    return [{ column, index: found.index, header: found.header, unit: unitOfColumn(found.header, null).unit ?? unitOfTitle }];
  });
}

/** Undefined where it is neither: what isn't understood is no "no". */
function yesOrNo(text: string): boolean | undefined {
  if (/^(是|有|关联方|y|yes|true|1)$/i.test(text)) return true;
  return /^(否|无|非关联方|n|no|false|0|[-–—/]+)?$/i.test(text) ? false : undefined;
}

/** The value of a cell, null where it is empty; undefined where it can't be read, as an amount whose unit nobody states. */
function valueOf({ column, unit, header }: FoundColumn, cell: RawCell | undefined, dates: DateSystem): unknown {
  switch (column.cell) {
    case "amount": {
      if (textOrNull(cell) === null) return null;
      // A dash or "not known" is nothing in any unit.
      const amount = parseAmount(cell ?? null, unit ?? "yuan");
      if (amount.kind === "missing") return null;
      return amount.kind === "amount" && unit !== null ? amount.fen : undefined;
    }
    case "rate": {
      const share = parseShare(cell, header.includes("%") || header.includes("％"));
      if (share.kind === "missing") return null;
      return share.kind === "number" ? share.value : undefined;
    }
    case "date": {
      const date = parseDate(cell, dates);
      if (date.kind === "missing") return null;
      return date.kind === "date" ? date.date : undefined;
    }
    case "instrumentKind":
      return kindWords.find(([, pattern]) => pattern.test(textOrNull(cell) ?? ""))?.[0];
    case "yes":
      return yesOrNo(textOrNull(cell) ?? "");
    case "text":
      return textOrNull(cell) ?? "";
  }
}

/** A row as a record, or the header of the column that stands against it. */
function recordOf(row: RawRow, columns: readonly FoundColumn[], kind: Kind, dates: DateSystem): CompanyRecord | string {
  const values: Record<string, unknown> = {};
  for (const found of columns) {
    const value = valueOf(found, row.cells[found.index], dates);
    if (value === undefined) return found.header;
    values[found.column.field] = value;
  }
  const parsed = schemas[kind].safeParse({ ...blanks[kind], ...values });
  if (parsed.success) return { kind, record: parsed.data } as CompanyRecord; // the schema is that of the kind
  const field = String(parsed.error.issues[0]?.path[0] ?? "");
  return columns.find(({ column }) => column.field === field)?.header ?? field;
}

/** Null: the sheet has no header of the kind. */
async function readSheet(sheet: SheetSource, kind: Kind, dates: DateSystem, isCancelled: () => boolean): Promise<ReadTable | null> {
  let columns: readonly FoundColumn[] = [];
  const head: RawRow[] = [];
  const entries: CompanyRecord[] = [];
  const refused: { row: number; column: string }[] = [];
  let steps = 0;
  for await (const block of sheet.blocks())
    for (const row of block) {
      steps += 1;
      if (steps % rowsPerTurn === 0) await nextTurn(isCancelled);
      if (columns.length === 0) {
        const here = findColumns(row, kind, readTitle(head, sheet.name).unit);
        if (here.length >= leastColumns) columns = here;
        else if (head.length < headRows) head.push(row);
      } else if (row.cells.some((cell) => textOrNull(cell) !== null)) {
        const read = recordOf(row, columns, kind, dates);
        if (typeof read === "string") refused.push({ row: row.rowNumber, column: read });
        else entries.push(read);
      }
    }
  return columns.length === 0 ? null : { entries, refused };
}

/** Reads the first sheet that has a header of the kind (公司数据导入). */
export async function readCompanyTable(source: OpenFiles, kind: Kind, isCancelled: () => boolean): Promise<ReadTable> {
  for (const sheet of source.sheets) {
    const read = await readSheet(sheet, kind, source.dateSystem, isCancelled);
    if (read !== null) return read;
  }
  throw new DeskError("company.noHeader");
}
