import type { GivenColumns, PackageColumns } from "../engine-types.ts";
import { type ColumnArray, type ColumnArrays, type ColumnRecord, columnLengths, mapColumns } from "../package-columns.ts";

const makeArray: { readonly [Kind in keyof ColumnArrays]: (length: number) => ColumnArrays[Kind] } = {
  numbers: (length) => new Float64Array(length),
  words: (length) => new Uint32Array(length),
  halfWords: (length) => new Uint16Array(length),
  codes: (length) => new Uint8Array(length),
};

function neutralColumn({ array, neutral }: ColumnRecord, length: number): ColumnArray {
  const column = makeArray[array](length);
  return neutral === "own" ? column.map((_, entry) => entry) : column.fill(neutral ?? 0);
}

/**
 * A package with neutral values where a column was left out: company debtors, no failed check, no court, every loan a
 * debtor and every item an asset of its own held by mortgage, no priority or rival claims, no guarantors, no estimates.
 */
export function completeColumns(given: GivenColumns): PackageColumns {
  const { loanCount, appraisal, guarantorCap, courts = [], cutOffDate = null, estimates = null, ownEstimates = null } = given;
  const lengths = columnLengths({ loans: loanCount, items: appraisal.length, guarantors: guarantorCap?.length ?? 0 });
  const columns = mapColumns((record, name) => given[name] ?? neutralColumn(record, lengths[record.per]));
  return { ...columns, loanCount, courts, cutOffDate, estimates, ownEstimates };
}
