import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { guaranteeChecks, type ValiditySwitch, validitySwitches } from "../../../shared/domain/codes.ts";
import type { FailedCheck } from "../../../shared/domain/pricing-results.ts";
import type { PackageColumns } from "../engine-types.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { CompensatedSums } from "../numbers/summation.ts";
import { claimOf } from "./claim-validity.ts";

/** [check] loans that fail it, and what they claim, yuan. */
interface Failures {
  readonly loans: Float64Array;
  readonly claims: CompensatedSums;
}

const known = new WeakMap<PackageColumns, Failures>();

/**
 * Loans that fail each check of validity (债权效力审查) and what they claim, whether the assumptions count the check or not;
 * checks that no loan fails are left out. A loan may fail several.
 */
export function countFailedChecks(columns: PackageColumns, { validity }: Assumptions): FailedCheck[] {
  const { loans, claims } = failuresOf(columns);
  return validitySwitches
    .map((check, index) => ({ check, loans: loans[index], claimFen: resultFen(claims.total(index), "claim"), isCounted: validity[check] }))
    .filter((count) => count.loans > 0);
}

/** Counted once: no assumption moves them. */
function failuresOf(columns: PackageColumns): Failures {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const claims = new CompensatedSums(validitySwitches.length);
  const loans = new Float64Array(validitySwitches.length);
  for (let loan = 0; loan < columns.loanCount; loan++) {
    validitySwitches.forEach((check, index) => {
      if (!fails(columns, loan, check, index)) return;
      loans[index] += 1;
      claims.add(index, claimOf(columns, loan));
    });
  }
  const failures = { loans, claims };
  known.set(columns, failures);
  return failures;
}

/** The switches after those of the claim are not in the loan's mask. */
function fails(columns: PackageColumns, loan: number, check: ValiditySwitch, bit: number): boolean {
  const ofGuarantor = guaranteeChecks.findIndex((one) => one === check);
  if (ofGuarantor < 0) return (columns.failedChecks[loan] & (1 << bit)) !== 0;
  const end = columns.guarantorStart[loan + 1];
  for (let at = columns.guarantorStart[loan]; at < end; at++) if ((columns.guaranteeExpired[at] & (1 << ofGuarantor)) !== 0) return true;
  return false;
}
