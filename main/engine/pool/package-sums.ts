import type { PackageColumns } from "../engine-types.ts";
import { sumOf } from "../numbers/summation.ts";

/** What a package adds up to, yuan. */
export interface PackageSums {
  readonly upbYuan: number;
  readonly interestYuan: number;
  readonly feesYuan: number;
  readonly appraisalYuan: number;
}

const known = new WeakMap<PackageColumns, PackageSums>();

/** Compensated sums over the loans and items of a package, added up once: no assumption moves them. */
export function packageSums(columns: PackageColumns): PackageSums {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const sums = {
    upbYuan: sumOf(columns.upb),
    interestYuan: sumOf(columns.interest),
    feesYuan: sumOf(columns.fees),
    appraisalYuan: sumOf(columns.appraisal),
  };
  known.set(columns, sums);
  return sums;
}
