import type { Stratum } from "../../../shared/domain/memo.ts";

const sum = (strata: readonly Stratum[], part: (stratum: Stratum) => number) => strata.reduce((total, stratum) => total + part(stratum), 0);

/** One line for several: amounts are added, the recovery rate is weighted by claim. */
export function sumStrata(strata: readonly Stratum[]): Stratum {
  const rated = strata.filter((stratum) => stratum.recoveryRate !== null);
  const ratedClaim = sum(rated, (stratum) => stratum.claimFen);
  return {
    key: null,
    loans: sum(strata, (stratum) => stratum.loans),
    upbFen: sum(strata, (stratum) => stratum.upbFen),
    claimFen: sum(strata, (stratum) => stratum.claimFen),
    upbShare: sum(strata, (stratum) => stratum.upbShare),
    recoveryRate: ratedClaim === 0 ? null : sum(rated, (stratum) => (stratum.recoveryRate ?? 0) * stratum.claimFen) / ratedClaim,
    allocatedFen: sum(strata, (stratum) => stratum.allocatedFen),
  };
}

/** The largest groups by principal and one line for the rest; a rest of one group is shown as itself. */
export function foldStrata(strata: readonly Stratum[], limit: number): { shown: Stratum[]; folded: Stratum | null; foldedGroups: number } {
  if (strata.length <= limit + 1) return { shown: [...strata], folded: null, foldedGroups: 0 };
  const largest = [...strata].sort((a, b) => b.upbFen - a.upbFen);
  const rest = largest.slice(limit);
  return { shown: largest.slice(0, limit), folded: sumStrata(rest), foldedGroups: rest.length };
}
