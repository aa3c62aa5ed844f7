import { mapOwn, type OwnEstimates } from "../engine/package-columns.ts";
import { type LoadedPackage, sharedColumn } from "./loaded-package.ts";

/** Who keeps the desk's own estimates by debtor (户表), as a loaded package takes them. */
export interface OwnEstimateSource {
  /** A text that changes whenever an estimate of the deal does; null where it has none. */
  revision(dealId: number): Promise<string | null>;
  /** The estimates parted over the loans of the package, yuan; null where no debtor of this package has one. */
  estimates(dealId: number, loaded: LoadedPackage): Promise<OwnEstimates | null>;
}

/** A package's own estimates before any is written: none for each loan, in memory that the engine's workers read without a copy. */
export function emptyOwnEstimates(loanCount: number): OwnEstimates {
  return mapOwn(() => sharedColumn.numbers(loanCount).fill(Number.NaN));
}
