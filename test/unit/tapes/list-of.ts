import type { RawCell, RawMerge, RawRow, RawSheet } from "../../../main/tapes/files/raw-sheet.ts";
import { inspectSheet, suggestMapping } from "../../../main/tapes/header/propose-mapping.ts";
import type { SheetInspection, SheetMapping } from "../../../shared/domain/tape-mapping.ts";
import { buildTape, type ParsedTape } from "./whole-tape.ts";

interface ListParts {
  readonly name?: string;
  readonly merges?: readonly RawMerge[];
  readonly hidden?: boolean;
  readonly hiddenColumns?: readonly number[];
  /** A text list, with the cells that most records have. */
  readonly recordWidth?: number;
  readonly change?: (row: RawRow) => RawRow;
}

export function listOf(
  rows: readonly (readonly RawCell[])[],
  { name = "L", merges = [], hidden = false, hiddenColumns = [], recordWidth, change = (row) => row }: ListParts = {},
): RawSheet {
  return {
    name,
    hidden,
    merges,
    hiddenColumns: new Set(hiddenColumns),
    records: recordWidth === undefined ? null : { width: recordWidth, sign: "," },
    rows: rows.map((cells, at) => change({ rowNumber: at + 1, cells })),
  };
}

export function inspected(sheet: RawSheet): SheetInspection {
  return inspectSheet(sheet, { all: sheet.rows.length, hidden: sheet.rows.filter(({ isHidden }) => isHidden).length }, { tail: sheet.rows.slice(-12) });
}

/** Reads lists under the mapping that is proposed for them; amounts without a stated unit are in yuan. */
export function readLists(
  sheets: readonly RawSheet[],
  change: (sheet: SheetMapping) => SheetMapping = (sheet) => sheet,
  cutOffDate: string | null = null,
): ParsedTape {
  const { sheets: mappings } = suggestMapping(sheets.map(inspected));
  return buildTape(sheets, { sheets: mappings.map((sheet) => change({ ...sheet, unit: sheet.unit ?? "yuan" })), cutOffDate }, "1900");
}

/** The code with which a list is refused; "read" if it isn't. */
export function refusalOfLists(sheets: readonly RawSheet[], change?: (sheet: SheetMapping) => SheetMapping): string {
  try {
    readLists(sheets, change);
    return "read";
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

export const findingsOf = ({ rejections, warnings }: ParsedTape) => [...rejections, ...warnings].map(({ row, field, code }) => [row, field, code]);
