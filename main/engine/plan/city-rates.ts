import type { CityIndexRow } from "../../../shared/domain/city-index.ts";
import { cityNumber } from "../../../shared/domain/city-index.ts";
import { collateralKinds } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { AssumptionsOf } from "./plan-types.ts";

const KINDS = 256;
const ANY_KIND = KINDS - 1;

/** Rows in force of a table, by city × KINDS + kind; kept for the tables in use, since each item asks. */
const inForce = new WeakMap<readonly CityIndexRow[], { readonly cutOffDate: string | null; readonly byCity: ReadonlyMap<number, CityIndexRow> }>();

function rowsInForce(rows: readonly CityIndexRow[], cutOffDate: string | null): ReadonlyMap<number, CityIndexRow> {
  const known = inForce.get(rows);
  if (known !== undefined && known.cutOffDate === cutOffDate) return known.byCity;
  const byCity = new Map<number, CityIndexRow>();
  const byDay = [...rows].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  for (const row of byDay) {
    const { city, kind, from } = row;
    if (cutOffDate !== null && from > cutOffDate) continue;
    byCity.set(cityNumber(city) * KINDS + (kind === null ? ANY_KIND : collateralKinds.indexOf(kind)), row);
  }
  inForce.set(rows, { cutOffDate, byCity });
  return byCity;
}

/**
 * Row of the index that an item's city has (城市指数): that of its kind, else that of all kinds, of the rows in force at cut-off
 * (without a cut-off date the latest). Null where its place names no city, or none of the table.
 */
export function cityIndexOf(columns: PackageColumns, item: number, { assumptions: { collateral } }: AssumptionsOf): CityIndexRow | null {
  const { cityIndex } = collateral;
  const city = columns.city[item];
  if (cityIndex.length === 0 || city === 0) return null;
  const rows = rowsInForce(cityIndex, columns.cutOffDate);
  return rows.get(city * KINDS + columns.collateralKind[item]) ?? rows.get(city * KINDS + ANY_KIND) ?? null;
}
