import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { ChannelInput } from "../../shared/contract/contract.ts";
import type { CellValue, SheetRefusal } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { RowTable } from "../../shared/domain/field-values.ts";
import { isNeeded, type SheetList, sheetColumn, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { CellChange } from "./batch-queries.ts";
import { loansByContract, placeOf, refusal } from "./plan-cells.ts";
import { readTypedCell } from "./read-typed-cell.ts";
import type { Content } from "./row-changes-queries.ts";
import { numberAssets, type TypedItem } from "./shared-assets.ts";
import { readNames } from "./sheet-queries.ts";

export type NewRow = ChannelInput<"sheet.addRows">["rows"][number];

/** A new row by table: a loan may have its own estimate beside it. */
export interface RowContents {
  readonly loanId: number | null;
  readonly byTable: ReadonlyMap<RowTable, ReadonlyMap<string, CellValue>>;
}

/** What is typed for one new row; a cell that it needs and nobody typed is refused like one that was emptied. */
function readRow(list: SheetList, at: number, { loanId, cells }: NewRow, unit: MoneyUnit, refused: SheetRefusal[]): RowContents {
  const byTable = new Map<RowTable, Map<string, CellValue>>();
  const typed = new Map(cells.map(({ field, text }) => [field, text]));
  const isOwn = (column: string) => list === "collateral" && column === "contract_no"; // that of its loan
  for (const { field } of cells) placeOf(list, field);
  for (const { field, table, column } of sheetColumns[list]) {
    const text = typed.get(field);
    if (isOwn(column) || (text === undefined && !isNeeded(list, field))) continue;
    const read = readTypedCell(list, field, text ?? "", unit);
    if (read.kind === "refused") refused.push(refusal({ rowId: at, field }, read.code, read.word));
    else if (read.value !== null) byTable.set(table, (byTable.get(table) ?? new Map()).set(column, read.value));
  }
  return { loanId, byTable };
}

/** Reads new rows; contract numbers of loans must be new to the tape and among themselves. */
export async function readNewRows(
  trx: Kysely<DeskSchema>,
  tapeId: number | null,
  list: SheetList,
  rows: readonly NewRow[],
  unit: MoneyUnit,
): Promise<{ readonly contents: RowContents[]; readonly refused: SheetRefusal[] }> {
  const refused: SheetRefusal[] = [];
  const contents = rows.map((row, at) => readRow(list, at, row, unit, refused));
  if (list === "loan") {
    const names = contents.map(({ byTable }) => String(byTable.get("loan")?.get("contract_no") ?? ""));
    const taken = new Set(tapeId === null ? [] : (await loansByContract(trx, tapeId, names)).keys());
    for (const [at, name] of names.entries()) {
      if (name !== "" && taken.has(name)) refused.push(refusal({ rowId: at, field: "contractNo" }, "sheet.refusal.contractTaken", name));
      taken.add(name);
    }
  }
  return { contents, refused };
}

/** The id that the table would give its next row, which is never one that was given before. */
async function nextId(trx: Kysely<DeskSchema>, table: "collateral" | "guarantor"): Promise<number> {
  const { rows } = await sql<{ seq: number }>`SELECT seq FROM sqlite_sequence WHERE name = ${table}`.execute(trx);
  return (rows[0]?.seq ?? 0) + 1;
}

/** Added by hand, a row stands at no place of a file; the table wants one. */
const noPlace = { sheet: "", row_number: 1 };

/** The rows of loans under their new ids. */
export function loanContents(tapeId: number, contents: readonly RowContents[], firstId: number): ReadonlyMap<RowTable, Content[]> {
  const loans: Content[] = [];
  const estimates: Content[] = [];
  for (const [at, { byTable }] of contents.entries()) {
    const id = firstId + at;
    loans.push({ id, tape_id: tapeId, ...noPlace, ...Object.fromEntries(byTable.get("loan") ?? []) });
    const estimate = byTable.get("loan_estimate");
    if (estimate !== undefined) estimates.push({ loan_id: id, tape_id: tapeId, ...Object.fromEntries(estimate) });
  }
  return new Map([
    ["loan", loans],
    ["loan_estimate", estimates],
  ]);
}

/** The rows of items or guarantors under their new ids, each with its loan, which must be of the tape; and items that share an asset with one of them from now on. */
export async function partContents(
  trx: Kysely<DeskSchema>,
  tapeId: number,
  list: "collateral" | "guarantor",
  contents: readonly RowContents[],
): Promise<{ readonly rows: readonly Content[]; readonly shared: readonly CellChange[] }> {
  const names = await readNames(
    trx,
    contents.flatMap(({ loanId }) => (loanId === null ? [] : [loanId])),
  );
  const first = await nextId(trx, list);
  const rows = contents.map(({ loanId, byTable }, at): Content => {
    const loan = loanId === null ? undefined : names.get(loanId);
    if (loan === undefined || loan.tape_id !== tapeId) throw new DeskError("sheet.noLoan", { loanId: loanId ?? 0 });
    const own = { id: first + at, tape_id: tapeId, loan_id: loan.id, ...Object.fromEntries(byTable.get(list) ?? []) };
    return list === "guarantor" ? own : { ...own, ...noPlace, link: "joined", contract_no: loan.contract_no };
  });
  if (list === "guarantor") return { rows, shared: [] };
  const numbers = await numberAssets(trx, tapeId, rows.flatMap(typedItem));
  const added = new Set(rows.map(({ id }) => Number(id)));
  return {
    rows: rows.map((row) => ({ ...row, asset_key: numbers.get(Number(row["id"])) ?? null })),
    shared: [...numbers].flatMap(([rowId, next]) => (added.has(rowId) ? [] : [{ rowId, place: "asset_key", old: null, next }])),
  };
}

/** A new item by its certificate; none where it has none. */
function typedItem({ id, loan_id, asset_no, collateral_kind, area_sqm }: Content): TypedItem[] {
  if (typeof asset_no !== "string") return [];
  const areaSqm = typeof area_sqm === "number" ? area_sqm : null;
  return [
    { rowId: Number(id), loanId: Number(loan_id), assetNo: asset_no, collateralKind: typeof collateral_kind === "string" ? collateral_kind : null, areaSqm },
  ];
}

/** Sums of a tape that begins with these loans. */
export function rowsSumOf(contents: readonly RowContents[], field: "principal" | "interest" | "fees"): number {
  const column = sheetColumn("loan", field)?.column ?? "";
  return contents.reduce((sum, { byTable }) => sum + Number(byTable.get("loan")?.get(column) ?? 0), 0);
}
