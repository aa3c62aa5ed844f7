import type { CaseShifts } from "./assumptions.ts";
import type { GapRanges, GridAxes, TornadoRanges } from "./scenario-results.ts";
import { eachShift } from "./shifts.ts";

/** No shift at all. */
export const unshifted: CaseShifts = eachShift(() => 0);

/** Ranges of the tornado until the desk sets its own (desk judgement). */
export const defaultTornadoRanges: TornadoRanges = {
  collateralValueShift: { low: -0.2, high: 0.2 },
  clearingProbabilityShift: { low: -0.25, high: 0.25 },
  delayMonthsShift: { low: -6, high: 12 },
  cashRecoveryShift: { low: -0.3, high: 0.3 },
  costsShift: { low: -0.2, high: 0.2 },
  hurdleRateShift: { low: -0.02, high: 0.02 },
};

/** The grid that every desk asks for first: value of collateral against delay. */
export const defaultGridAxes: GridAxes = {
  across: { driver: "collateralValueShift", from: -0.3, to: 0.3, count: 7 },
  down: { driver: "delayMonthsShift", from: -6, to: 24, count: 6 },
};

/** Between what missing fields are taken to lie (desk judgement). */
export const defaultGapRanges: GapRanges = {
  interestOfPrincipal: null,
  feesOfPrincipal: null,
  appraisalOfClaim: null,
  seniorFactorLow: 2,
  seniorFactorHigh: 0.5,
};
