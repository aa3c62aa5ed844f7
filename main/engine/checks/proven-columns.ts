import type { PackageColumns } from "../engine-types.ts";
import { assertColumns } from "./columns-check.ts";

const proven = new WeakSet<PackageColumns>();

/**
 * Proves once that every code and every index of a package's columns is in range: after that the engine reads them by
 * index without a default, and a column that is off cannot be read as no money.
 * @param columns never changed afterwards
 * @throws EngineInputError with the first offending field and index
 */
export function proveColumns(columns: PackageColumns): void {
  if (proven.has(columns)) return;
  assertColumns(columns);
  proven.add(columns);
}
