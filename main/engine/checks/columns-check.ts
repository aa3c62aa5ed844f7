import { EngineInputError } from "../engine-errors.ts";
import type { PackageColumns } from "../engine-types.ts";
import { dayNumber } from "../numbers/discounting.ts";
import {
  type ColumnArray,
  type ColumnName,
  type ColumnRange,
  columnLengths,
  columnNames,
  columnTable,
  estimateGroups,
  estimateNames,
  estimateTable,
  type LoanEstimates,
  MAX_AMOUNT_YUAN,
  type OwnEstimates,
  ownGroups,
  ownNames,
  ownTable,
} from "../package-columns.ts";

const arrayTypes = { numbers: Float64Array, words: Uint32Array, halfWords: Uint16Array, codes: Uint8Array } as const;

/** A column by its own name; the columns of estimates are one to the reader. */
type RefusedColumn = ColumnName | "estimates" | "ownEstimates";

/**
 * Refuses columns that could make a number meaningless (METHOD §3: missing data is filled before, with a flag), or that do
 * not fit together. What passes may be read by index without a default: starts rise from 0 to the number of items and of
 * guarantors, every column has its entry for each, every code indexes its list. Asset numbers are names: nothing is indexed by them.
 * @throws EngineInputError with the first offending field and index
 */
export function assertColumns(columns: PackageColumns): void {
  const { loanCount, collateralStart, guarantorStart, cutOffDate, estimates, ownEstimates } = columns;
  if (!Number.isInteger(loanCount) || loanCount < 0) throw new EngineInputError("notWhole", "loanCount");
  if (cutOffDate !== null) dayNumber(cutOffDate);
  assertStarts(collateralStart, "collateralStart", loanCount);
  assertStarts(guarantorStart, "guarantorStart", loanCount);
  const lengths = columnLengths({ loans: loanCount, items: lastOf(collateralStart), guarantors: lastOf(guarantorStart) });
  for (const name of columnNames) {
    const { per, range } = columnTable[name];
    assertLength(columns[name], lengths[per], name);
    if (!(columns[name] instanceof arrayTypes[columnTable[name].array])) throw new EngineInputError("notWhole", name);
    if (typeof range === "object") assertRange(columns[name], name, range, columns.courts.length);
  }
  if (estimates !== null) assertEstimates(estimates, loanCount);
  if (ownEstimates !== null) assertOwn(ownEstimates, loanCount);
}

function assertEstimates(estimates: LoanEstimates, loanCount: number): void {
  for (const name of estimateNames) {
    assertLength(estimates[name], loanCount, "estimates");
    assertRange(estimates[name], "estimates", estimateTable[name]);
  }
  for (const [first, ...others] of estimateGroups) for (const other of others) assertTogether(estimates[first], estimates[other], "estimates");
}

function assertOwn(own: OwnEstimates, loanCount: number): void {
  for (const name of ownNames) {
    assertLength(own[name], loanCount, "ownEstimates");
    assertRange(own[name], "ownEstimates", ownTable[name]);
  }
  for (const [first, ...others] of ownGroups) for (const other of others) assertTogether(own[first], own[other], "ownEstimates");
}

/** Two estimates that count only together are both stated for a loan, or neither. */
function assertTogether(one: Float64Array, other: Float64Array, field: RefusedColumn): void {
  for (let loan = 0; loan < one.length; loan++) {
    if (Number.isNaN(one[loan]) !== Number.isNaN(other[loan])) throw new EngineInputError("notANumber", field, loan);
  }
}

/** @param column undefined where whoever built the package left it out past the types */
function assertLength(column: ColumnArray | undefined, length: number, field: RefusedColumn): void {
  if (column?.length !== length) throw new EngineInputError("wrongLength", field);
}

/** Starts of compressed rows: from 0, never falling. */
function assertStarts(starts: Uint32Array, field: RefusedColumn, loanCount: number): void {
  assertLength(starts, loanCount + 1, field);
  if (starts[0] !== 0) throw new EngineInputError("outOfRange", field, 0);
  for (let index = 1; index <= loanCount; index++) {
    if (starts[index] < starts[index - 1]) throw new EngineInputError("outOfRange", field, index);
  }
}

const lastOf = (starts: Uint32Array): number => starts[starts.length - 1];

function assertRange(column: ColumnArray, field: RefusedColumn, range: ColumnRange, courts = 0): void {
  const { least, isWhole } = range;
  const most = range.most === "courts" ? courts : range.most;
  for (let index = 0; index < column.length; index++) {
    const entry = column[index];
    if (entry >= least && entry <= most) {
      if (isWhole && !Number.isInteger(entry)) throw new EngineInputError("notWhole", field, index);
    } else if (!Number.isNaN(entry)) throw new EngineInputError(reasonOf(entry, least, most), field, index);
    else if (!range.hasGaps) throw new EngineInputError("notANumber", field, index);
  }
}

function reasonOf(entry: number, least: number, most: number): "negative" | "notFinite" | "tooLarge" | "outOfRange" {
  if (entry < 0 && least === 0) return "negative";
  if (!Number.isFinite(entry)) return "notFinite";
  return most === MAX_AMOUNT_YUAN && entry > most ? "tooLarge" : "outOfRange";
}
