import { type Kysely, sql } from "kysely";
import type { CellValue, SheetRefusal, TypedCell } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { type SheetList, sheetColumn } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskSchema } from "../db/schema.ts";
import { type CellChange, idsIn } from "./batch-queries.ts";
import { readTypedCell } from "./read-typed-cell.ts";
import { numberAssets, type TypedItem } from "./shared-assets.ts";
import { readRows, type StoredRow } from "./sheet-queries.ts";

/** A cell with the value that it is to take. */
export interface WantedCell {
  readonly rowId: number;
  readonly field: TapeField;
  readonly value: CellValue;
}

/** A change of a cell of any list. */
interface ListedChange extends CellChange {
  readonly list: SheetList;
}

export interface CellPlan {
  readonly changes: readonly ListedChange[];
  /** Cells that were asked for and differ. */
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly SheetRefusal[];
}

/** The column of a field; a field that the list doesn't have is refused. */
export function placeOf(list: SheetList, field: TapeField): string {
  const column = sheetColumn(list, field)?.column;
  if (column === undefined) throw new DeskError("sheet.noField", { field });
  return column;
}

export const refusal = ({ rowId, field }: Pick<WantedCell, "rowId" | "field">, code: TextKey, word = ""): SheetRefusal => ({ rowId, field, code, word });

/** What typed texts stand for; of a cell named twice the last counts. */
export function readTyped(list: SheetList, cells: readonly TypedCell[], unit: MoneyUnit): { readonly wanted: WantedCell[]; readonly refused: SheetRefusal[] } {
  const wanted: WantedCell[] = [];
  const refused: SheetRefusal[] = [];
  for (const cell of new Map(cells.map((one) => [`${one.rowId}/${one.field}`, one])).values()) {
    placeOf(list, cell.field);
    const read = readTypedCell(list, cell.field, cell.text, unit);
    if (read.kind === "refused") refused.push(refusal(cell, read.code, read.word));
    else wanted.push({ rowId: cell.rowId, field: cell.field, value: read.value });
  }
  return { wanted, refused };
}

interface Planned {
  readonly changes: ListedChange[];
  readonly refused: SheetRefusal[];
}

/** What has to change in the rows of a tape so that cells take their values; those that can't are refused. */
export async function planCells(trx: Kysely<DeskSchema>, tapeId: number, list: SheetList, wanted: readonly WantedCell[]): Promise<CellPlan> {
  const places = [...new Set(wanted.map(({ field }) => placeOf(list, field)))];
  const ids = [...new Set(wanted.map(({ rowId }) => rowId))];
  const extra = list === "collateral" ? ["contract_no", "link", "asset_key", ...certificatePlaces] : [];
  const rows = new Map((await readRows(trx, tapeId, list, ids, [...new Set([...places, ...extra])])).map((row) => [row.id, row]));
  const planned: Planned = { changes: [], refused: [] };
  const contracts: { readonly cell: WantedCell; readonly row: StoredRow }[] = [];
  let unchanged = 0;
  for (const cell of wanted) {
    const row = rows.get(cell.rowId);
    const place = placeOf(list, cell.field);
    const old = row?.[place] ?? null;
    if (row === undefined) planned.refused.push(refusal(cell, "sheet.refusal.rowGone"));
    else if (old === cell.value) unchanged += 1;
    else if (place === "contract_no") contracts.push({ cell, row });
    else planned.changes.push({ list, rowId: cell.rowId, place, old, next: cell.value });
  }
  if (contracts.length > 0) await (list === "loan" ? renameLoans(trx, tapeId, contracts, planned) : moveItems(trx, tapeId, contracts, planned));
  if (list === "collateral") await renumberAssets(trx, tapeId, rows, planned);
  const changed = wanted.length - unchanged - planned.refused.length;
  return { changes: planned.changes, changed, unchanged, refused: planned.refused };
}

/** Places by which a certificate tells an asset. */
const certificatePlaces = ["asset_no", "collateral_kind", "area_sqm"] as const;

/** Items whose certificate was typed are the asset that it names. */
async function renumberAssets(trx: Kysely<DeskSchema>, tapeId: number, rows: ReadonlyMap<number, StoredRow>, { changes }: Planned): Promise<void> {
  const typed = new Map<number, Record<string, CellValue>>();
  for (const { rowId, place, next } of changes) typed.set(rowId, { ...typed.get(rowId), [place]: next });
  const items = [...typed].flatMap(([rowId, next]): TypedItem[] => {
    const row = rows.get(rowId);
    const at = (place: string): CellValue => (place in next ? (next[place] ?? null) : (row?.[place] ?? null));
    const loanId = at("loan_id");
    const isTyped = "asset_no" in next || (at("asset_no") !== null && ("collateral_kind" in next || "area_sqm" in next));
    if (!isTyped || loanId === null) return [];
    const [assetNo, collateralKind, areaSqm] = certificatePlaces.map(at);
    return [
      { rowId, loanId: Number(loanId), assetNo: assetNo as string | null, collateralKind: collateralKind as string | null, areaSqm: areaSqm as number | null },
    ]; // as their columns hold them
  });
  for (const [rowId, number] of await numberAssets(trx, tapeId, items)) {
    const old = rows.get(rowId)?.["asset_key"] ?? null;
    const known = changes.findIndex((change) => change.rowId === rowId && change.place === "asset_key");
    if (known >= 0) changes.splice(known, 1);
    // A row that wasn't typed into has its number from `numberAssets` alone, and had none before.
    if (old !== number) changes.push({ list: "collateral", rowId, place: "asset_key", old: rows.has(rowId) ? old : null, next: number });
  }
}

type ContractCells = readonly { readonly cell: WantedCell; readonly row: StoredRow }[];

/** Loans under new contract numbers, which no other loan of the tape may have; their items follow. */
async function renameLoans(trx: Kysely<DeskSchema>, tapeId: number, contracts: ContractCells, { changes, refused }: Planned): Promise<void> {
  const nameOf = ({ cell }: ContractCells[number]) => String(cell.value);
  const holders = await loansByContract(trx, tapeId, contracts.map(nameOf));
  const next = new Map(contracts.map((contract) => [contract.row.id, nameOf(contract)]));
  const firstOf = new Map(contracts.toReversed().map((contract) => [nameOf(contract), contract.row.id]));
  const isTaken = (contract: ContractCells[number]) => {
    const holder = holders.get(nameOf(contract));
    return firstOf.get(nameOf(contract)) !== contract.row.id || (holder !== undefined && !next.has(holder));
  };
  // One that is refused keeps its number, which another may have wanted.
  for (let taken = contracts.filter(isTaken); taken.length > 0; taken = contracts.filter((contract) => next.has(contract.row.id) && isTaken(contract))) {
    for (const contract of taken) {
      next.delete(contract.row.id);
      refused.push(refusal(contract.cell, "sheet.refusal.contractTaken", nameOf(contract)));
    }
  }
  for (const { row } of contracts) {
    const name = next.get(row.id);
    if (name !== undefined) changes.push({ list: "loan", rowId: row.id, place: "contract_no", old: row["contract_no"] ?? null, next: name });
  }
  const items = await sql<{ id: number; loan_id: number; contract_no: string }>`
    SELECT id, loan_id, contract_no FROM collateral WHERE loan_id IN ${idsIn([...next.keys()])}`.execute(trx);
  for (const { id, loan_id, contract_no } of items.rows)
    changes.push({ list: "collateral", rowId: id, place: "contract_no", old: contract_no, next: next.get(loan_id) ?? contract_no });
}

/** Loans of a tape by contract number. */
export async function loansByContract(trx: Kysely<DeskSchema>, tapeId: number, names: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; contract_no: string }>`SELECT id, contract_no FROM loan
    WHERE tape_id = ${tapeId} AND contract_no IN (SELECT value FROM json_each(${JSON.stringify(names)}))`.execute(trx);
  return new Map(rows.map(({ id, contract_no }) => [contract_no, id]));
}

/** Items that secure another loan from now on; one that joined none joins it. */
async function moveItems(trx: Kysely<DeskSchema>, tapeId: number, contracts: ContractCells, { changes, refused }: Planned): Promise<void> {
  const holders = await loansByContract(
    trx,
    tapeId,
    contracts.map(({ cell }) => String(cell.value)),
  );
  for (const { cell, row } of contracts) {
    const loanId = holders.get(String(cell.value));
    if (loanId === undefined) {
      refused.push(refusal(cell, "sheet.refusal.noSuchContract", String(cell.value)));
      continue;
    }
    const change = (place: string, next: CellValue) => changes.push({ list: "collateral", rowId: row.id, place, old: row[place] ?? null, next });
    change("contract_no", cell.value);
    change("loan_id", loanId);
    change("link", "joined");
    if (row["asset_key"] !== null && (await holdsAsset(trx, loanId, Number(row["asset_key"])))) change("asset_key", null);
  }
}

/** Whether a loan has an item of an asset: no loan holds one twice. */
async function holdsAsset(trx: Kysely<DeskSchema>, loanId: number, assetKey: number): Promise<boolean> {
  const row = await trx.selectFrom("collateral").select("id").where("loan_id", "=", loanId).where("asset_key", "=", assetKey).executeTakeFirst();
  return row !== undefined;
}
