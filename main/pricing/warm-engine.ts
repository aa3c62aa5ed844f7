import type { Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../shared/domain/codes.ts";
import { completeColumns } from "../engine/checks/complete-columns.ts";
import { pricePackage } from "../engine/price-package.ts";
import { priceScenarios } from "../engine/sensitivity/price-scenarios.ts";

/** Enough that the code which runs once for a loan is compiled, and the kernels for good: both are by how often they ran. */
const loanCount = 4096;
const rounds = 8;

export interface WarmTerms {
  readonly assumptions: Assumptions;
  readonly cases: Cases;
}

/** Prices an invented package of every segment, stage and kind of collateral a few times: afterwards the engine's code is compiled. */
export function warmEngine({ assumptions, cases }: WarmTerms): void {
  const codes = (count: number, entries: number) => Uint8Array.from({ length: entries }, (_, entry) => entry % count);
  // Every third loan, with an item or without, has the desk's own estimates.
  const ofSome = (value: number) => Float64Array.from({ length: loanCount }, (_, loan) => (loan % 3 === 0 ? value : Number.NaN));
  const columns = completeColumns({
    loanCount,
    upb: Float64Array.from({ length: loanCount }, (_, loan) => 1e6 + loan),
    interest: new Float64Array(loanCount).fill(1e5),
    fees: new Float64Array(loanCount),
    segment: codes(segments.length, loanCount),
    stage: codes(litigationStages.length, loanCount),
    fillMask: new Uint32Array(loanCount),
    // Every other loan has one item.
    collateralStart: Uint32Array.from({ length: loanCount + 1 }, (_, loan) => Math.floor(loan / 2)),
    appraisal: new Float64Array(loanCount / 2).fill(1.5e6),
    collateralKind: codes(collateralKinds.length, loanCount / 2),
    lienRank: new Uint8Array(loanCount / 2).fill(1),
    seniorClaims: Float64Array.from({ length: loanCount / 2 }, (_, item) => (item % 5 === 0 ? 2e5 : 0)),
    securedCap: new Float64Array(loanCount / 2).fill(Number.NaN),
    estimates: {
      haircut: ofSome(0.3),
      realisationProbability: ofSome(0.6),
      monthsToCash: ofSome(24),
      collateralCostRate: ofSome(0.08),
      firstMonthRate: ofSome(0.005),
      monthlyDecay: ofSome(0.98),
    },
  });
  for (let round = 0; round < rounds; round++) {
    // Another hurdle each time, so that nothing is taken from the pricing before.
    const hurdled = { ...assumptions, hurdleRate: assumptions.hurdleRate + round / 1000 };
    pricePackage({ columns, assumptions: hurdled, cases, bidPriceFen: null, debtorCount: loanCount });
    priceScenarios(
      columns,
      hurdled,
      Array.from({ length: 9 }, (_, step) => ({ ...cases.base, collateralValueShift: step / 100, delayMonthsShift: step % 3 })),
    );
  }
}
