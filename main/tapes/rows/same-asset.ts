import type { ParsedCollateral } from "../../../shared/domain/parsed-tape.ts";
import { TextTable } from "../bytes/text-table.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import { KeyedPlaces } from "../known/keyed-places.ts";

/** Shorter numbers, such as "1" or "A-2", count rows of one list rather than name an asset. */
const leastNumberLength = 6;

function certificateKey(assetNo: string | null): string | null {
  const key = assetNo === null ? "" : identifierKey(assetNo);
  return key.length >= leastNumberLength && /\d/.test(key) ? key : null;
}

/** What tells an asset by its certificate; null where none is stated that can name one. */
export function certificateText({
  assetNo,
  collateralKind,
  areaSqm,
}: {
  assetNo: string | null;
  collateralKind: string | null;
  areaSqm: number | null;
}): string | null {
  const certificate = certificateKey(assetNo);
  return certificate === null ? null : JSON.stringify([certificate, collateralKind, areaSqm]);
}

/**
 * What tells one asset from another; null where a row isn't joined or says too little. A certificate may cover land and
 * buildings, or several units, each a row: so kind and area count too. Without a certificate only rows that agree in
 * kind, place, appraisal, its date and area are one asset, since an address such as a county fits many.
 */
function assetText({ link, collateralKind, address, appraisalFen, appraisalDate, areaSqm, assetNo }: ParsedCollateral): string | null {
  if (link !== "joined") return null;
  const certificate = certificateText({ assetNo, collateralKind, areaSqm });
  if (certificate !== null) return certificate;
  if (assetNo !== null || collateralKind === null || address === null || appraisalDate === null || areaSqm === null) return null;
  if (appraisalFen === null || appraisalFen <= 0) return null;
  return JSON.stringify([collateralKind, identifierKey(address), appraisalFen, appraisalDate, areaSqm]);
}

function isSameRow(row: ParsedCollateral, other: ParsedCollateral | undefined): boolean {
  return other !== undefined && row.rowNumber === other.rowNumber && row.sheet === other.sheet;
}

/** What tells the row of the file at a place where it stands for several loans, one behind the other, whatever it says of its asset. */
function copiedText(collateral: readonly ParsedCollateral[], place: number): string | null {
  const row = collateral[place];
  if (row === undefined || !(isSameRow(row, collateral[place - 1]) || isSameRow(row, collateral[place + 1]))) return null;
  return JSON.stringify([row.sheet, row.rowNumber]);
}

export interface SharedRow {
  readonly row: ParsedCollateral;
  /** Contract of the row that names the asset first. */
  readonly first: string;
}

interface NumberedRow {
  readonly place: number;
  /** Place of the row that names the asset first. */
  readonly first: number;
  /** Whether its own contract named the asset before. */
  readonly isAgain: boolean;
}

/** Numbers of the assets that rows at these places name; equal rows of one contract stay apart. */
function numberRows(collateral: readonly ParsedCollateral[], places: readonly number[]): NumberedRow[] {
  const firstPlaces: number[] = [];
  const timesOfContract = new Map<string, number>();
  return places.map((place) => {
    const contractNo = collateral[place]?.contractNo ?? "";
    const times = timesOfContract.get(contractNo) ?? 0;
    timesOfContract.set(contractNo, times + 1);
    firstPlaces[times] ??= place;
    return { place, first: firstPlaces[times], isAgain: times > 0 };
  });
}

/**
 * Gives rows of several contracts that name one asset the same number. The second of two equal rows of one contract
 * pairs with the second of another contract, so no loan holds an asset twice.
 */
export function joinSharedAssets(collateral: readonly ParsedCollateral[]): {
  readonly collateral: readonly ParsedCollateral[];
  readonly shared: readonly SharedRow[];
  /** Rows that say the same of their asset as one before them of the same contract; each counts. */
  readonly again: readonly ParsedCollateral[];
} {
  const texts = new TextTable();
  const placesOf = new KeyedPlaces(texts);
  for (const [place, row] of collateral.entries()) {
    const text = assetText(row) ?? copiedText(collateral, place);
    if (text !== null) placesOf.add(texts.add(text), place);
  }
  const assetKeys = new Map<number, number>();
  const again: ParsedCollateral[] = [];
  for (const places of placesOf.repeated()) {
    for (const { place, first, isAgain } of numberRows(collateral, places)) {
      if (place !== first) assetKeys.set(first, first).set(place, first);
      const row = collateral[place];
      // A row that stands for several loans is said of once.
      if (isAgain && row !== undefined && !isSameRow(row, collateral[place - 1])) again.push(row);
    }
  }
  if (assetKeys.size === 0) return { collateral, shared: [], again };
  const rows = collateral.map((row, place) => ({ ...row, assetKey: assetKeys.get(place) ?? null }));
  const shared = rows.flatMap((row, place) => {
    const first = row.assetKey === null || row.assetKey === place ? undefined : rows[row.assetKey];
    // That one row secures several loans was said of it already.
    return first === undefined || isSameRow(first, row) ? [] : [{ row, first: first.contractNo }];
  });
  return { collateral: rows, shared, again };
}
