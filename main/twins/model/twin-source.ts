import type { Language } from "../../../shared/domain/codes.ts";
import type { PackageInput, PricedPackage } from "../../engine/price-package.ts";

/** A priced package with the names that its workbook shows. */
export interface TwinSource extends PackageInput {
  readonly output: PricedPackage;
  readonly language: Language;
  readonly dealName: string;
  /** What it is the twin of, in words: a run and its hash, or the pricing as it stands. */
  readonly origin: string;
  /** By loan. */
  readonly contractNos: readonly string[];
  readonly debtorNames: readonly (string | null)[];
}

/** Loans up to which every loan has its formulas; of more the loans are values. */
export const MOST_LIVE_LOANS = 5000;

/** An entry of a list that is as long as its package says. */
export function at(list: ArrayLike<number>, index: number): number {
  const value = list[index];
  if (value === undefined) throw new Error(`no entry ${index} of ${list.length}`);
  return value;
}

/** A list made number by number. */
export const listOf = (length: number, entry: (index: number) => number): number[] => Array.from({ length }, (_, index) => entry(index));
