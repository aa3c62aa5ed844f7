import { collateralKinds, type FillRule, fillRules } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { claimOf } from "../recovery/claim-validity.ts";

/** What the package itself says about fields that some of its loans miss; null where no loan states the field. */
export interface PackageMedians {
  /** Interest, and advanced costs, as a share of principal, over the loans that state them. */
  readonly interestOfPrincipal: number | null;
  readonly feesOfPrincipal: number | null;
  /** Appraisal of an item as a share of its loan's claim: over all items, and by code of the item's kind. */
  readonly appraisalOfClaim: number | null;
  readonly appraisalOfClaimByKind: readonly (number | null)[];
}

/** True where the loan carries the rule. */
export function carriesRule(columns: PackageColumns, loan: number, rule: FillRule): boolean {
  return (columns.fillMask[loan] & (1 << fillRules.indexOf(rule))) !== 0;
}

/** Medians of the stated values (中位数); the middle of an even number is the mean of the two. */
export function packageMedians(columns: PackageColumns): PackageMedians {
  const interest: number[] = [];
  const fees: number[] = [];
  const byKind: number[][] = collateralKinds.map(() => []);
  for (let loan = 0; loan < columns.loanCount; loan++) {
    const principal = columns.upb[loan];
    const isInterestStated = !carriesRule(columns, loan, "interestAsZero") && !carriesRule(columns, loan, "interestFromClaimTotal");
    if (principal > 0 && isInterestStated) interest.push(columns.interest[loan] / principal);
    if (principal > 0 && !carriesRule(columns, loan, "feesAsZero")) fees.push(columns.fees[loan] / principal);
    const claim = claimOf(columns, loan);
    const end = columns.collateralStart[loan + 1];
    for (let item = columns.collateralStart[loan]; item < end; item++) {
      const appraisal = columns.appraisal[item];
      if (claim > 0 && appraisal > 0) byKind[columns.collateralKind[item]].push(appraisal / claim);
    }
  }
  return {
    interestOfPrincipal: medianOf(interest),
    feesOfPrincipal: medianOf(fees),
    appraisalOfClaim: medianOf(byKind.flat()),
    appraisalOfClaimByKind: byKind.map(medianOf),
  };
}

function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const ordered = Float64Array.from(numbers).sort();
  const middle = ordered.length >> 1;
  const upper = ordered[middle];
  return ordered.length % 2 === 1 ? upper : (ordered[middle - 1] + upper) / 2;
}
