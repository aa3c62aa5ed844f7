import type { Assumptions, Cases } from "../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../shared/domain/codes.ts";
import { completeColumns } from "../engine/checks/complete-columns.ts";
import { pricePackage } from "../engine/price-package.ts";
import { priceScenarios } from "../engine/sensitivity/price-scenarios.ts";

/** Enough that the code which runs once for a loan is compiled. */
const loanCount = 256;
const rounds = 4;

export interface WarmTerms {
  readonly assumptions: Assumptions;
  readonly cases: Cases;
}

/** Prices an invented package of every segment, stage and kind of collateral a few times: afterwards the engine's code is compiled. */
export function warmEngine({ assumptions, cases }: WarmTerms): void {
  const codes = (count: number, entries: number) => Uint8Array.from({ length: entries }, (_, entry) => entry % count);
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
    seniorClaims: new Float64Array(loanCount / 2),
    securedCap: new Float64Array(loanCount / 2).fill(Number.NaN),
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
