import { claimValidityChecks, collateralHolds } from "../../../shared/domain/codes.ts";
import type { EngineField } from "../../../shared/domain/engine-fields.ts";
import { EngineInputError } from "../engine-errors.ts";
import type { LoanEstimates, OptionalColumns } from "../engine-types.ts";

type NumberColumn = Float64Array | Uint8Array | Uint16Array | Uint32Array;
interface Range {
  readonly least: number;
  readonly most: number;
  /** Whether NaN stands for "none stated". */
  readonly hasGaps: boolean;
}

/** Largest amount accepted in one cell, yuan, as of the columns that every package states. */
const money: Range = { least: 0, most: 1e13, hasGaps: false };
const flag: Range = { least: 0, most: 1, hasGaps: false };
const share: Range = { least: 0, most: 1, hasGaps: true };
/** Half a century: no desk waits longer, and a price class has room for it. */
const mostMonths = 600;

const estimateRanges: Readonly<Record<keyof LoanEstimates, Range>> = {
  // A negative haircut is a value above the appraisal.
  haircut: { least: -10, most: 1, hasGaps: true },
  realisationProbability: share,
  monthsToCash: { least: 0, most: mostMonths, hasGaps: true },
  collateralCostRate: share,
  firstMonthRate: share,
  monthlyDecay: share,
};

/**
 * Refuses columns of the further routes (guarantors, shared assets, seizures, validity checks, own estimates) that do not
 * fit the package or could make a number meaningless.
 * @throws EngineInputError with the first offending field and index
 */
export function assertRouteColumns(columns: OptionalColumns & { readonly loanCount: number }, itemCount: number): void {
  const { loanCount } = columns;
  assertColumn(columns.debtorIsCompany, "debtorIsCompany", loanCount, flag);
  assertColumn(columns.failedChecks, "failedChecks", loanCount, { ...flag, most: 2 ** claimValidityChecks.length - 1 });
  assertColumn(columns.court, "court", loanCount, { ...flag, most: columns.courts.length });
  assertLength(columns.asset, "asset", itemCount);
  assertColumn(columns.priorityClaims, "priorityClaims", itemCount, money);
  assertColumn(columns.collateralHold, "collateralHold", itemCount, { ...flag, most: collateralHolds.length - 1 });
  assertColumn(columns.rivalClaims, "rivalClaims", itemCount, money);
  assertStarts(columns.guarantorStart, "guarantorStart", loanCount);
  const guarantorCount = columns.guarantorStart[loanCount] ?? 0;
  assertColumn(columns.guarantorCap, "guarantorCap", guarantorCount, { ...money, hasGaps: true });
  assertColumn(columns.guaranteeExpired, "guaranteeExpired", guarantorCount, flag);
  const { estimates } = columns;
  if (estimates === null) return;
  for (const [name, range] of Object.entries(estimateRanges)) assertColumn(estimates[name as keyof LoanEstimates], "estimates", loanCount, range); // its own keys
  assertTogether(estimates, ["haircut", "realisationProbability", "monthsToCash"]);
  assertTogether(estimates, ["firstMonthRate", "monthlyDecay"]);
  estimates.monthsToCash.forEach((months, loan) => {
    if (!Number.isNaN(months) && !Number.isInteger(months)) throw new EngineInputError("notWhole", "estimates", loan);
  });
}

/** Estimates that count only together are all stated or all left out. */
function assertTogether(estimates: LoanEstimates, fields: readonly (keyof LoanEstimates)[]): void {
  estimates.haircut.forEach((_, loan) => {
    const missing = fields.filter((field) => Number.isNaN(estimates[field][loan] ?? Number.NaN)).length;
    if (missing > 0 && missing < fields.length) throw new EngineInputError("notANumber", "estimates", loan);
  });
}

function assertLength(column: NumberColumn, field: EngineField, length: number): void {
  if (column.length !== length) throw new EngineInputError("wrongLength", field);
}

function assertColumn(column: NumberColumn, field: EngineField, length: number, { least, most, hasGaps }: Range): void {
  assertLength(column, field, length);
  for (let index = 0; index < length; index++) {
    const entry = column[index] ?? Number.NaN;
    if (entry >= least && entry <= most) continue;
    if (!Number.isNaN(entry)) throw new EngineInputError(entry < 0 && least === 0 ? "negative" : "outOfRange", field, index);
    if (!hasGaps) throw new EngineInputError("notANumber", field, index);
  }
}

/** Starts of compressed rows: from 0, never falling. */
function assertStarts(starts: Uint32Array, field: EngineField, loanCount: number): void {
  assertLength(starts, field, loanCount + 1);
  if (starts[0] !== 0) throw new EngineInputError("outOfRange", field, 0);
  for (let index = 1; index <= loanCount; index++) {
    if ((starts[index] ?? 0) < (starts[index - 1] ?? 0)) throw new EngineInputError("outOfRange", field, index);
  }
}
