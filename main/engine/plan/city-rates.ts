import type { CityIndexRow } from "../../../shared/domain/city-index.ts";
import { cityNumber } from "../../../shared/domain/city-index.ts";
import { collateralKinds } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { AssumptionsOf } from "./plan-types.ts";

const KINDS = 256;
const ANY_KIND = KINDS - 1;

/** Rates in force of a table, by city × KINDS + kind; kept for the tables in use, since each item asks. */
const inForce = new WeakMap<readonly CityIndexRow[], { readonly cutOffDate: string | null; readonly rates: ReadonlyMap<number, number> }>();

function ratesInForce(rows: readonly CityIndexRow[], cutOffDate: string | null): ReadonlyMap<number, number> {
  const known = inForce.get(rows);
  if (known !== undefined && known.cutOffDate === cutOffDate) return known.rates;
  const rates = new Map<number, number>();
  const byDay = [...rows].sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
  for (const { city, kind, from, annualChange } of byDay) {
    if (cutOffDate !== null && from > cutOffDate) continue;
    rates.set(cityNumber(city) * KINDS + (kind === null ? ANY_KIND : collateralKinds.indexOf(kind)), annualChange);
  }
  inForce.set(rows, { cutOffDate, rates });
  return rates;
}

/**
 * Yearly change of values of an item's city (城市指数): that of its kind, else that of all kinds, of the rows in force at cut-off
 * (without a cut-off date the latest). Null where its place names no city, or none of the table.
 */
export function cityRateOf(columns: PackageColumns, item: number, { assumptions: { collateral } }: AssumptionsOf): number | null {
  const { cityIndex } = collateral;
  const city = columns.city[item];
  if (cityIndex.length === 0 || city === 0) return null;
  const rates = ratesInForce(cityIndex, columns.cutOffDate);
  return rates.get(city * KINDS + columns.collateralKind[item]) ?? rates.get(city * KINDS + ANY_KIND) ?? null;
}
