import { calibrateRates, segmentsOf } from "./calibrate-rates.ts";
import { type LoanExperience, monthsKnown, receivedWithin } from "./loan-experience.ts";

/** Receipts foretold for loans that were held back, beside those that came, yuan. */
interface BackTestLine {
  readonly loans: number;
  readonly predictedYuan: number;
  readonly realisedYuan: number;
}

export interface BackTest {
  /** One line for each part that was held back. */
  readonly folds: readonly BackTestLine[];
  /** The same loans by segment of the file. */
  readonly segments: readonly (BackTestLine & { readonly segment: string })[];
  readonly total: BackTestLine;
}

/**
 * Parts that are held back by turns (折): loans of a segment in the order of a hash of their keys, dealt out like cards from one
 * segment to the next. Each loan is in one part, parts differ by one loan at most, in all and within a segment, and neither a
 * loan's place in the file nor a sorted file moves it.
 * @returns the part (0 … count − 1) of each loan
 */
export function foldsOf(loans: readonly LoanExperience[], count: number): Uint8Array {
  const places = new Map(loans.map((loan, place) => [loan, place]));
  const folds = new Uint8Array(loans.length);
  let dealt = 0;
  for (const [, its] of segmentsOf(loans)) {
    const inOrder = its.map((loan) => ({ loan, order: hashOf(loan.key) })).sort((a, b) => a.order - b.order || (a.loan.key < b.loan.key ? -1 : 1));
    for (const { loan } of inOrder) folds[places.get(loan) as number] = dealt++ % count; // every loan has its place
  }
  return folds;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/**
 * Foretells each part from the others: rates by segment calibrated without the part, on the balance of its loans over the months for
 * which each was watched, beside what came in within the same months. A segment that the others lack is foretold by their pool.
 * @param count parts; 5 by default
 * @param onFold told of each part that is done, as a share of all; may throw to leave
 * @returns null with fewer loans than parts
 */
export function backTest(loans: readonly LoanExperience[], count = 5, onFold: (share: number) => void = () => undefined): BackTest | null {
  if (loans.length < count) return null;
  const months = monthsKnown(loans);
  const folds = foldsOf(loans, count);
  const predicted = new Float64Array(loans.length);
  for (let fold = 0; fold < count; fold++) {
    const calibration = calibrateRates(
      loans.filter((_, at) => folds[at] !== fold),
      months,
    );
    const bySegment = new Map(calibration.segments.map(({ segment, shrunkShares }) => [segment, runningSums(shrunkShares)]));
    const pool = runningSums(calibration.pool.shares);
    loans.forEach(({ segment, balanceYuan, observedMonths }, at) => {
      if (folds[at] === fold) predicted[at] = balanceYuan * (bySegment.get(segment) ?? pool)[Math.min(months, observedMonths)];
    });
    onFold((fold + 1) / count);
  }
  const lineOf = (belongs: (loan: LoanExperience, at: number) => boolean): BackTestLine => {
    let [counted, predictedYuan, realisedYuan] = [0, 0, 0];
    loans.forEach((loan, at) => {
      if (!belongs(loan, at)) return;
      counted += 1;
      predictedYuan += predicted[at];
      realisedYuan += receivedWithin(loan, months);
    });
    return { loans: counted, predictedYuan, realisedYuan };
  };
  return {
    folds: Array.from({ length: count }, (_, fold) => lineOf((_loan, at) => folds[at] === fold)),
    segments: segmentsOf(loans).map(([segment]) => ({ segment, ...lineOf((loan) => loan.segment === segment) })),
    total: lineOf(() => true),
  };
}

function runningSums(shares: Float64Array): Float64Array {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}
