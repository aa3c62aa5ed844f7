import { completeColumns } from "../engine/checks/complete-columns.ts";
import type { LoanEstimates, OptionalColumns, PackageColumns, StatedColumns } from "../engine/engine-types.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { NamedColumns } from "./column-file.ts";

/** The columns of every run, in the order in which they are hashed. */
const statedColumns = [
  "upb",
  "interest",
  "fees",
  "segment",
  "stage",
  "fillMask",
  "collateralStart",
  "appraisal",
  "collateralKind",
  "lienRank",
  "seniorClaims",
  "securedCap",
] as const;
/** Columns that runs of the first version lack; a new one goes to the end. */
const laterColumns = [
  "debtorIsCompany",
  "failedChecks",
  "court",
  "asset",
  "priorityClaims",
  "collateralHold",
  "rivalClaims",
  "guarantorStart",
  "guarantorCap",
  "guaranteeExpired",
] as const;
const estimateColumns = ["haircut", "realisationProbability", "monthsToCash", "collateralCostRate", "firstMonthRate", "monthlyDecay"] as const;

/** Columns as a run keeps and hashes them. `courts` is null in a run of the first version, which had none. */
export interface StoredColumns {
  readonly columns: NamedColumns;
  readonly courts: readonly string[] | null;
  /** The day on which dated flows start. */
  readonly cutOffDate: string | null;
}

/** The named keys of an object. */
export function pick<T, K extends keyof T>(names: readonly K[], source: T): Pick<T, K> {
  // Exactly the named keys, each with the source's own value.
  return Object.fromEntries(names.map((name) => [name, source[name]])) as Pick<T, K>;
}

const estimateName = (column: keyof LoanEstimates) => `estimates.${column}`;

/** A package as a run keeps it. */
export function storedColumns({ columns, cutOffDate }: Pick<LoadedPackage, "columns" | "cutOffDate">): StoredColumns {
  const { estimates, courts } = columns;
  const named: Record<string, NamedColumns[string]> = pick([...statedColumns, ...laterColumns], columns);
  if (estimates !== null) for (const column of estimateColumns) named[estimateName(column)] = estimates[column];
  return { columns: named, courts, cutOffDate };
}

/** Those of the names that the columns hold. */
function present(names: readonly string[], columns: NamedColumns): NamedColumns {
  return Object.fromEntries(
    names.flatMap((name) => {
      const column = columns[name];
      return column === undefined ? [] : [[name, column]];
    }),
  );
}

function estimatesOf(columns: NamedColumns): LoanEstimates | null {
  const estimates = Object.fromEntries(estimateColumns.map((column) => [column, columns[estimateName(column)]]));
  // Six columns of numbers, or none of them.
  return estimates["haircut"] === undefined ? null : (estimates as unknown as LoanEstimates);
}

/** Columns that a run of the first version lacks get their neutral values. */
export function engineColumnsOf({ columns, courts }: StoredColumns): PackageColumns {
  // The types of the columns are in the bytes, written by freezeRun.
  const stated = present(statedColumns, columns) as unknown as Omit<StatedColumns, "loanCount">;
  const later = present(laterColumns, columns) as unknown as Partial<OptionalColumns>;
  return completeColumns({ ...stated, ...later, loanCount: stated.upb.length, courts: courts ?? [], estimates: estimatesOf(columns) });
}

/** The engine's columns among all that a run holds, in the order in which they are hashed. */
export function columnsOfRun(columns: NamedColumns): NamedColumns {
  return present([...statedColumns, ...laterColumns, ...estimateColumns.map(estimateName)], columns);
}
