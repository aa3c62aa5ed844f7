import { collateralKinds, fillRules, litigationStages, segments } from "../../../shared/domain/codes.ts";
import type { EngineField } from "../../../shared/domain/engine-fields.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { PackageColumns } from "../engine-types.ts";
import { assertRouteColumns } from "./route-columns-check.ts";

/** Largest amount accepted in one cell, yuan: ten trillion, far above any loan and safely below 2^53 fen. */
export const MAX_AMOUNT_YUAN = 1e13;

type NumberColumn = Float64Array | Uint8Array | Uint16Array | Uint32Array;

function assertLength(column: NumberColumn, length: number, field: EngineField): void {
  if (column.length !== length) throw new EngineInputError("wrongLength", field);
}

function assertMoney(column: Float64Array, field: EngineField, isGapAllowed: boolean): void {
  for (let index = 0; index < column.length; index++) {
    const yuan = column[index] ?? Number.NaN;
    if (Number.isNaN(yuan)) {
      if (isGapAllowed) continue;
      throw new EngineInputError("notANumber", field, index);
    }
    if (yuan < 0) throw new EngineInputError("negative", field, index);
    if (yuan === Number.POSITIVE_INFINITY) throw new EngineInputError("notFinite", field, index);
    if (yuan > MAX_AMOUNT_YUAN) throw new EngineInputError("tooLarge", field, index);
  }
}

function assertCodes(column: NumberColumn, field: EngineField, least: number, end: number): void {
  for (let index = 0; index < column.length; index++) {
    const code = column[index] ?? -1;
    if (code < least || code >= end) throw new EngineInputError("outOfRange", field, index);
  }
}

function assertRows(columns: PackageColumns): void {
  const { collateralStart, loanCount } = columns;
  assertLength(collateralStart, loanCount + 1, "collateralStart");
  if (collateralStart[0] !== 0) throw new EngineInputError("outOfRange", "collateralStart", 0);
  for (let index = 0; index < loanCount; index++) {
    if ((collateralStart[index + 1] ?? 0) < (collateralStart[index] ?? 0)) {
      throw new EngineInputError("outOfRange", "collateralStart", index + 1);
    }
  }
}

/**
 * Refuses columns that could make a number meaningless (METHOD §3: missing data is filled before, with a flag).
 *
 * Money must be finite and not negative, in yuan; only `seniorClaims` and `securedCap` may be NaN, which means "none
 * stated". Codes must index their lists, lien rank starts at 1.
 * @throws EngineInputError with the first offending field and index
 */
export function assertColumns(columns: PackageColumns): void {
  const { loanCount } = columns;
  if (!Number.isInteger(loanCount) || loanCount < 0) throw new EngineInputError("notWhole", "loanCount");
  for (const field of ["upb", "interest", "fees"] as const) {
    assertLength(columns[field], loanCount, field);
    assertMoney(columns[field], field, false);
  }
  for (const field of ["segment", "stage", "fillMask"] as const) assertLength(columns[field], loanCount, field);
  assertCodes(columns.segment, "segment", 0, segments.length);
  assertCodes(columns.stage, "stage", 0, litigationStages.length);
  assertCodes(columns.fillMask, "fillMask", 0, 2 ** fillRules.length);
  assertRows(columns);
  const itemCount = columns.collateralStart[loanCount] ?? 0;
  for (const field of ["appraisal", "seniorClaims", "securedCap"] as const) {
    assertLength(columns[field], itemCount, field);
    assertMoney(columns[field], field, field !== "appraisal");
  }
  for (const field of ["collateralKind", "lienRank"] as const) assertLength(columns[field], itemCount, field);
  assertCodes(columns.collateralKind, "collateralKind", 0, collateralKinds.length);
  assertCodes(columns.lienRank, "lienRank", 1, 256);
  assertRouteColumns(columns, itemCount);
}
