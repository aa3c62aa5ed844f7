import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import { isOwnIn } from "../plan/own-case.ts";
import { solveMaxBid } from "../pool/price-measures.ts";
import { type PricedCase, priceCase } from "../price-package.ts";
import { claimOf } from "../recovery/claim-validity.ts";
import type { GapInput } from "../sensitivity/gap-price-tag.ts";
import type { Tick } from "../sensitivity/scenario-prices.ts";
import { gapVariance } from "./gap-variance.ts";

/** What a plan of diligence is worked out from, by debtor; yuan at cut-off. */
export interface DiligenceFigures {
  /** [debtor] variance that the list's gaps leave (`gapVariance`), yuan². */
  readonly gapVariance: Float64Array;
  /** [debtor] value of the high case less that of the low one; 0 for debtors that rest on an own estimate. */
  readonly spanYuan: Float64Array;
  /** [debtor] value of the base case by the model alone, and as it is priced. */
  readonly modelYuan: Float64Array;
  readonly pricedYuan: Float64Array;
  /** [debtor] 1: its base case is the desk's own. */
  readonly isOwn: Uint8Array;
  /** [debtor] segment of the loan with the greatest claim, by which debtors are sampled. */
  readonly segment: Uint8Array;
  /** What a yuan more of present value adds to the highest bid. */
  readonly bidPerYuan: number;
}

export interface DebtorFiguresInput extends Omit<GapInput, "own" | "shifts"> {
  readonly debtors: number;
  readonly cases: Readonly<Record<"low" | "base" | "high", CaseShifts>>;
}

/** Far above any package, so that fixed deal costs leave a bid. */
const LARGE_YUAN = 1e12;
const MILLION_YUAN = 1e6;

/**
 * Figures by debtor for planner and sample (CAPABILITIES (g)), worked out by `priceCase`.
 * @throws EngineInputError for columns that the engine refuses
 */
export function debtorFigures({ columns, debtors, assumptions, cases, ranges }: DebtorFiguresInput, tick: Tick): DiligenceFigures {
  const { debtor, loanCount } = columns;
  const byDebtor = ({ loans }: PricedCase): Float64Array => {
    const sums = new Float64Array(debtors);
    for (let loan = 0; loan < loanCount; loan++) sums[debtor[loan]] += loans.presentValue[loan];
    return sums;
  };
  const price = (caseName: "low" | "base" | "high", priced = columns): PricedCase =>
    priceCase(priced, assumptions, cases[caseName], undefined, { caseName, shifts: cases[caseName] });
  const [low, base, high] = [byDebtor(price("low")), price("base"), byDebtor(price("high"))];
  const pricedYuan = byDebtor(base);
  const isOwn = new Uint8Array(debtors);
  const segment = new Uint8Array(debtors);
  const greatest = new Float64Array(debtors).fill(-1);
  for (let loan = 0; loan < loanCount; loan++) {
    const at = debtor[loan];
    if (isOwnIn(columns, loan, "base")) isOwn[at] = 1;
    if (claimOf(columns, loan) <= greatest[at]) continue;
    greatest[at] = claimOf(columns, loan);
    segment[at] = columns.segment[loan];
  }
  return {
    gapVariance: gapVariance({ columns, assumptions, shifts: cases.base, ranges }, debtor, debtors, tick),
    spanYuan: high.map((value, at) => (isOwn[at] === 1 ? 0 : value - low[at])),
    modelYuan: columns.ownEstimates === null ? pricedYuan : byDebtor(price("base", { ...columns, ownEstimates: null })),
    pricedYuan,
    isOwn,
    segment,
    bidPerYuan: (solveMaxBid(LARGE_YUAN + MILLION_YUAN, base.plan) - solveMaxBid(LARGE_YUAN, base.plan)) / MILLION_YUAN,
  };
}

/** A low and a high case stand this many standard deviations apart where they are read as the tenth and the ninetieth percentile of a normal distribution. */
const DEVIATIONS_APART = 2 * 1.2815515655446004;

/**
 * What chance leaves uncertain of each debtor whatever its file says (standard deviation, yuan): the simulated variance of the
 * package, parted by the square of what lies between each debtor's low and high case; without a simulation those two are read
 * as its P10 and P90.
 * @param simulatedYuan standard deviation of the package's present value over simulated paths; null where nothing was simulated
 */
export function chanceSpreads(spanYuan: Float64Array, simulatedYuan: number | null): Float64Array {
  if (simulatedYuan === null) return spanYuan.map((span) => Math.abs(span) / DEVIATIONS_APART);
  const squares = spanYuan.reduce((sum, span) => sum + span * span, 0);
  return spanYuan.map((span) => (squares === 0 ? 0 : (simulatedYuan * Math.abs(span)) / Math.sqrt(squares)));
}
