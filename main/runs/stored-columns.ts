import { completeColumns } from "../engine/checks/complete-columns.ts";
import type { GivenColumns, PackageColumns } from "../engine/engine-types.ts";
import { columnNames, type EstimateName, estimateNames, mapEstimates, mapOwn, type OwnName, ownNames } from "../engine/package-columns.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import type { NamedColumns } from "./column-file.ts";

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

const storedEstimate = (name: EstimateName) => `estimates.${name}`;
const storedOwn = (name: OwnName) => `ownEstimates.${name}`;

/** A package as a run keeps it. */
export function storedColumns({ columns, cutOffDate }: Pick<LoadedPackage, "columns" | "cutOffDate">): StoredColumns {
  const { estimates, ownEstimates, courts } = columns;
  const named: Record<string, NamedColumns[string]> = pick(columnNames, columns);
  if (estimates !== null) for (const name of estimateNames) named[storedEstimate(name)] = estimates[name];
  if (ownEstimates !== null) for (const name of ownNames) named[storedOwn(name)] = ownEstimates[name];
  return { columns: named, courts, cutOffDate };
}

/** Columns that a run of an earlier version lacks get their neutral values. */
export function engineColumnsOf({ columns, courts, cutOffDate }: StoredColumns): PackageColumns {
  // The types of the columns are in the bytes, written by freezeRun; all columns of estimates of a kind, or none of them.
  const given = columns as unknown as GivenColumns;
  const numbers = columns as Readonly<Record<string, Float64Array>>;
  const estimates = columns[storedEstimate("haircut")] === undefined ? null : mapEstimates((name) => numbers[storedEstimate(name)] ?? missingColumn(name));
  const ownEstimates = columns[storedOwn("lowGross")] === undefined ? null : mapOwn((name) => numbers[storedOwn(name)] ?? missingColumn(name));
  return completeColumns({ ...given, loanCount: given.upb.length, courts: courts ?? [], cutOffDate, estimates, ownEstimates });
}

/** The columns of a run without the desk's own estimates of debtors. */
export function withoutOwn(columns: NamedColumns): NamedColumns {
  const own = new Set<string>(ownNames.map(storedOwn));
  return Object.fromEntries(Object.entries(columns).filter(([name]) => !own.has(name)));
}

function missingColumn(name: string): never {
  throw new Error(`the run has no column ${name}`);
}

/** The engine's columns among all that a run holds, in the order in which they are hashed. */
export function columnsOfRun(columns: NamedColumns): NamedColumns {
  return Object.fromEntries(
    [...columnNames, ...estimateNames.map(storedEstimate), ...ownNames.map(storedOwn)].flatMap((name) => {
      const column = columns[name];
      return column === undefined ? [] : [[name, column]];
    }),
  );
}
