import type { OptionalColumns, PackageColumns, StatedColumns } from "../engine-types.ts";

/** Every asset secures one loan only: item k is asset k. */
function ownAssets(itemCount: number): Uint32Array {
  return new Uint32Array(itemCount).map((_, item) => item);
}

/**
 * A package with neutral values where a column was left out: company debtors, no failed check, no court, every item an
 * asset of its own held by mortgage, no priority or rival claims, no guarantors, no estimates.
 */
export function completeColumns(columns: StatedColumns & Partial<OptionalColumns>): PackageColumns {
  const { loanCount } = columns;
  const itemCount = columns.appraisal.length;
  const guarantorCount = columns.guarantorCap?.length ?? 0;
  return {
    debtorIsCompany: new Uint8Array(loanCount).fill(1),
    failedChecks: new Uint8Array(loanCount),
    court: new Uint16Array(loanCount),
    courts: [],
    asset: ownAssets(itemCount),
    priorityClaims: new Float64Array(itemCount),
    collateralHold: new Uint8Array(itemCount),
    rivalClaims: new Float64Array(itemCount),
    guarantorStart: new Uint32Array(loanCount + 1),
    guarantorCap: new Float64Array(0),
    guaranteeExpired: new Uint8Array(guarantorCount),
    estimates: null,
    ...columns,
  };
}
