import type { Assumptions, CaseShifts, FeeSchedule } from "../../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../../shared/domain/codes.ts";
import type { TestItem, TestLoan } from "./engine-fixtures.ts";

/** Slow and obvious: METHOD §6 path by path and loan by loan, sharing no code with the engine. */

const rotations = [13, 15, 26, 6, 17, 29, 16, 24];

/** Threefry-2x32, 20 rounds (Salmon et al. 2011). */
export function threefry(counter: readonly [number, number], key: readonly [number, number]): [number, number] {
  const keys = [key[0] | 0, key[1] | 0, key[0] ^ key[1] ^ 0x1bd11bda];
  let x0 = (counter[0] + (keys[0] ?? 0)) | 0;
  let x1 = (counter[1] + (keys[1] ?? 0)) | 0;
  for (let round = 0; round < 20; round++) {
    const by = rotations[round % 8] ?? 0;
    x0 = (x0 + x1) | 0;
    x1 = ((x1 << by) | (x1 >>> (32 - by))) ^ x0;
    if (round % 4 !== 3) continue;
    const step = (round + 1) / 4;
    x0 = (x0 + (keys[step % 3] ?? 0)) | 0;
    x1 = (x1 + (keys[(step + 1) % 3] ?? 0) + step) | 0;
  }
  return [x0 >>> 0, x1 >>> 0];
}

function quotient(r: number, top: readonly number[], bottom: readonly number[]): number {
  const at = (coefficients: readonly number[]): number => coefficients.reduceRight((sum, coefficient) => sum * r + coefficient, 0);
  return at(top) / at(bottom);
}

/** Wichura, AS 241 (PPND16), all three branches. */
export function inverseNormal(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    return (
      q *
      quotient(
        0.180625 - q * q,
        [
          3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
          2509.0809287301227,
        ],
        [1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854],
      )
    );
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const tail =
    r <= 5
      ? quotient(
          r - 1.6,
          [
            1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506, 0.022723844989269184,
            0.0007745450142783414,
          ],
          [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9],
        )
      : quotient(
          r - 5,
          [
            6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784, 0.000027115555687434876,
            2.0103343992922881e-7,
          ],
          [
            1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548, 1.421511758316446e-7,
            2.0442631033899397e-15,
          ],
        );
  return q < 0 ? -tail : tail;
}

const uniform = (word: number): number => (word + 0.5) / 2 ** 32;

function fee(schedule: FeeSchedule, base: number): number {
  let sum = 0;
  let lower = 0;
  for (const slice of schedule.slices) {
    if (base > lower) sum += slice.fixedYuan + slice.rate * (Math.min(base, slice.upToYuan ?? base) - lower);
    lower = slice.upToYuan ?? Number.POSITIVE_INFINITY;
  }
  return Math.min(sum, schedule.capYuan ?? sum);
}

interface Ending {
  readonly upTo: number;
  readonly month: number;
  readonly price: number;
}

/** Every ending of an item: probability of it or an earlier one, month, price at a level of 1. */
function endings(item: TestItem, loan: TestLoan, a: Assumptions, s: CaseShifts): Ending[] {
  const kind = collateralKinds[item.kind] ?? "other";
  let month = Math.max(0, a.timing[litigationStages[loan.stage] ?? "notSued"].monthsToFirstRound + s.delayMonths);
  let survived = 1;
  let opening = 0;
  const list: Ending[] = [];
  const add = (probability: number, price: number): void => {
    survived *= 1 - probability;
    list.push({ upTo: 1 - survived, month, price });
  };
  for (const [index, round] of a.collateral.rounds.entries()) {
    if (index > 0) month += round.gapMonths;
    const value = item.appraisal * a.collateral.appraisalFactor[kind] * (1 + s.collateralValue) * (1 + a.collateral.annualGrowth) ** (month / 12);
    opening = value * round.openingShare;
    add(Math.max(0, Math.min(1, round.clearingProbability * a.collateral.clearingFactor[kind] * (1 + s.clearingProbability))), opening * round.priceMultiple);
  }
  month += a.collateral.debtForAsset.gapMonths;
  add(a.collateral.debtForAsset.probability, opening * a.collateral.debtForAsset.realisationShare);
  return list;
}

/** What a sale brings us before the cap at the claim. */
function toUs(price: number, item: TestItem, loan: TestLoan, a: Assumptions): number {
  const claim = loan.upb + loan.interest + loan.fees;
  const appraisals = loan.items.reduce((sum, each) => sum + each.appraisal, 0);
  const enforcement = appraisals === 0 ? 0 : (fee(a.courtFees.enforcement, claim) * item.appraisal) / appraisals;
  const senior = item.senior ?? a.collateral.seniorShareByMissingRank * item.appraisal * (item.rank - 1);
  const left = price * (1 - a.collateral.sellerTaxRate - a.collateral.saleCostRate) - enforcement - senior;
  return Math.max(0, Math.min(left, item.cap ?? left));
}

export interface ReferencePackage {
  readonly loans: readonly TestLoan[];
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts;
}

/** Net flows of one path by month, yuan. */
export function referencePath({ loans, assumptions: a, shifts: s }: ReferencePackage, path: number): number[] {
  const { simulation } = a;
  const words = (counter: number) => threefry([counter, path], [simulation.seed, 1]);
  const normal = (counter: number, word: 0 | 1) => inverseNormal(uniform(words(counter)[word]));
  const z = normal(0xffffffff, 0);
  const flow = Array.from({ length: Math.max(a.horizonMonths, a.closing.closingMonth) + 1 }, () => 0);
  const put = (month: number, yuan: number): void => {
    const at = Math.max(month, a.closing.closingMonth);
    flow[at] = (flow[at] ?? 0) + yuan;
  };
  let firstItem = 0;
  for (const [number, loan] of loans.entries()) {
    const segment = segments[loan.segment] ?? "retailOther";
    const claim = loan.upb + loan.interest + loan.fees;
    const rho = simulation.eventLoading[segment];
    const latent = Math.sqrt(1 - rho) * normal(number, 0) - Math.sqrt(rho) * z;
    const quantile = inverseNormal(((words(number + 0x80000000)[0] >>> 22) + 0.5) / 1024);
    const late = Math.max(-60, Math.min(60, Math.round(simulation.delay.meanMonths + simulation.delay.spreadMonths * quantile)));
    const sold: { month: number; yuan: number }[] = [];
    for (const [index, item] of loan.items.entries()) {
      const ending = endings(item, loan, a, s).find(
        ({ upTo }) => latent <= (upTo >= 1 ? Number.POSITIVE_INFINITY : upTo <= 0 ? Number.NEGATIVE_INFINITY : inverseNormal(upTo)),
      );
      if (!ending || ending.month > a.horizonMonths) continue;
      const moved = Math.max(late, -ending.month);
      if (ending.month + moved > a.horizonMonths) continue;
      const sigma = simulation.valueVolatility[collateralKinds[item.kind] ?? "other"];
      const common = simulation.priceLoading[segment];
      const own = loan.items.length === 1 ? normal(number, 1) : normal(firstItem + index + 0x40000000, 0);
      const x = Math.sqrt(common) * z + Math.sqrt(1 - common) * own;
      const level = Math.exp(sigma * x - (sigma * sigma) / 2) * (1 + a.collateral.annualGrowth) ** (moved / 12);
      sold.push({ month: ending.month + moved, yuan: toUs(ending.price * level, item, loan, a) });
    }
    firstItem += loan.items.length;
    sold.sort((left, right) => left.month - right.month);
    let owed = claim;
    const up = 1 + s.costs;
    for (const { month, yuan } of sold) {
      const paid = Math.min(owed, yuan);
      owed -= paid;
      put(month, paid * (1 - (a.costs.servicerRateCollateral + a.costs.counselRateCollateral) * up));
    }
    const { lagMonths, firstMonthRate, monthlyDecay } = a.curves[segment];
    const shares: number[] = [];
    for (let month = lagMonths + 1; month <= a.horizonMonths; month++) {
      const wanted = Math.max(0, Math.min(1, firstMonthRate * (1 + s.cashRecovery))) * monthlyDecay ** (month - lagMonths - 1);
      shares.push(Math.min(wanted, 1 - shares.reduce((sum, share) => sum + share, 0)));
    }
    const total = shares.reduce((sum, share) => sum + share, 0);
    const kappa = simulation.cashVolatility[segment];
    const factor = total === 0 ? 1 : Math.min(Math.exp(kappa * z - (kappa * kappa) / 2), Math.max(1, 1 / total));
    for (const [index, share] of shares.entries()) put(lagMonths + 1 + index, owed * share * factor * (1 - a.costs.servicerRateCash * up));
    put(Math.min(a.horizonMonths, a.costs.fileCostMonth), -a.costs.fileCostYuan * up);
    const feesMonth = a.timing[litigationStages[loan.stage] ?? "notSued"].courtFeesMonth;
    if (feesMonth !== null) {
      const month = Math.max(0, Math.min(a.horizonMonths, feesMonth + s.delayMonths));
      put(month, -fee(a.courtFees.acceptance, claim) - fee(a.courtFees.preservation, claim));
    }
  }
  for (let month = 1; month <= Math.min(a.horizonMonths, a.costs.overheadMonths); month++) put(month, -a.costs.overheadYuanPerMonth * (1 + s.costs));
  return flow;
}

/** Present value of one path at the hurdle, yuan. */
export function referencePathValue(loanPackage: ReferencePackage, path: number): number {
  const { assumptions: a, shifts: s } = loanPackage;
  const rate = a.hurdleRate + s.hurdleRate;
  return referencePath(loanPackage, path).reduce((sum, flow, month) => sum + flow * (1 + rate) ** (-Math.max(month, a.closing.closingMonth) / 12), 0);
}
