import { type Kysely, sql } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import { certificateText } from "../tapes/rows/same-asset.ts";

/** An item as it is typed, with the loan that it secures. */
export interface TypedItem {
  readonly rowId: number;
  readonly loanId: number;
  readonly assetNo: string | null;
  readonly collateralKind: string | null;
  readonly areaSqm: number | null;
}

interface StoredItem {
  readonly id: number;
  readonly loan_id: number;
  readonly asset_no: string | null;
  readonly collateral_kind: string | null;
  readonly area_sqm: number | null;
  readonly asset_key: number | null;
}

const textOf = ({ asset_no, collateral_kind, area_sqm }: StoredItem) =>
  certificateText({ assetNo: asset_no, collateralKind: collateral_kind, areaSqm: area_sqm });

/**
 * The numbers of the assets of items whose certificate was typed: rows of several loans with one certificate, kind and
 * area are one asset, as the reader of tapes has it, and no loan holds an asset twice. By row; one that was an asset of its
 * own may get a number too, since it is shared now.
 */
export async function numberAssets(trx: Kysely<DeskSchema>, tapeId: number, typed: readonly TypedItem[]): Promise<ReadonlyMap<number, number | null>> {
  const numbers = new Map<number, number | null>();
  if (typed.length === 0) return numbers;
  const { rows } = await sql<StoredItem>`SELECT id, loan_id, asset_no, collateral_kind, area_sqm, asset_key FROM collateral
    WHERE tape_id = ${tapeId} AND loan_id IS NOT NULL AND (asset_no IS NOT NULL OR asset_key IS NOT NULL) ORDER BY id`.execute(trx);
  const typedIds = new Set(typed.map(({ rowId }) => rowId));
  // A paste types thousands of certificates.
  const byText = new Map<string, StoredItem[]>();
  const byLoan = new Map<number, StoredItem[]>();
  const meet = (item: StoredItem) => {
    const text = textOf(item);
    if (text !== null) addTo(byText, text, item);
    addTo(byLoan, item.loan_id, item);
  };
  for (const item of rows) if (!typedIds.has(item.id)) meet(item);
  const numberOf = ({ id, asset_key }: StoredItem) => numbers.get(id) ?? asset_key;
  let free = rows.reduce((most, { asset_key }) => Math.max(most, asset_key ?? 0), 0) + 1;
  for (const { rowId, loanId, assetNo, collateralKind, areaSqm } of typed) {
    const item: StoredItem = { id: rowId, loan_id: loanId, asset_no: assetNo, collateral_kind: collateralKind, area_sqm: areaSqm, asset_key: null };
    const text = textOf(item);
    const other = text === null ? undefined : byText.get(text)?.find((one) => one.loan_id !== loanId);
    const known = other === undefined ? null : (numberOf(other) ?? free++);
    const isHeld = known !== null && (byLoan.get(loanId) ?? []).some((one) => numberOf(one) === known);
    numbers.set(rowId, isHeld ? null : known);
    if (other !== undefined && !isHeld && numberOf(other) === null) numbers.set(other.id, known);
    meet(item);
  }
  return numbers;
}

function addTo<K>(lists: Map<K, StoredItem[]>, key: K, item: StoredItem): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
