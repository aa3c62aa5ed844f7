import type { Assumptions, CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds, segments } from "../../../../shared/domain/codes.ts";
import type { TestLoan } from "../engine-fixtures.ts";
import { endingsOf, isBankrupt, referenceAssets } from "./reference-assets.ts";
import { referenceCash, referenceCurve, referencePackage, referenceSuit } from "./reference-engine.ts";
import { debtorLeftWith, nettingWith, shareLeftovers } from "./reference-netting.ts";
import { inOrder, type ReferenceSale, receiptsOf } from "./reference-take-over.ts";
import { liveCapsOf, validClaim } from "./reference-terms.ts";

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

/** Mean of a function of a standard normal number that lies between two limits, by Simpson's rule. */
export function meanBetween(from: number, to: number, of: (y: number) => number): number {
  const [low, high] = [Math.max(from, -12), Math.min(to, 12)];
  const panels = 2000;
  let [above, below] = [0, 0];
  for (let point = 0; point <= panels; point++) {
    const y = low + ((high - low) * point) / panels;
    const weight = (point === 0 || point === panels ? 1 : point % 2 === 1 ? 4 : 2) * Math.exp(-0.5 * y * y);
    above += weight * of(y);
    below += weight;
  }
  return above / below;
}

const uniform = (word: number): number => (word + 0.5) / 2 ** 32;

export interface ReferencePackage {
  readonly loans: readonly TestLoan[];
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts;
}

/** Loans that share assets or net with a loan, directly or through others, itself among them. */
function joinedLoans(loans: readonly TestLoan[], number: number, a: Assumptions): number[] {
  const joined = new Set([number]);
  for (let before = 0; before < joined.size; ) {
    before = joined.size;
    const assets = new Set([...joined].flatMap((each) => (loans[each]?.items ?? []).flatMap(({ asset }) => asset ?? [])));
    for (const each of joined) for (const other of nettingWith(loans, each, a)) joined.add(other);
    loans.forEach((loan, each) => loan.items.some(({ asset }) => asset !== undefined && assets.has(asset)) && joined.add(each));
  }
  return [...joined];
}

/** Whether the loan's only item secures it alone, nobody shares it pro rata and no guarantor has a cap: then the item's level is the loan's own second number. */
function isAlone(loans: readonly TestLoan[], number: number, a: Assumptions): boolean {
  const loan = loans[number];
  const asset = loan?.items[0]?.asset;
  const isShared = asset !== undefined && loans.some((other, each) => each !== number && other.items.some((item) => item.asset === asset));
  const isProRata = loan?.items[0]?.isSeized === true && (loan.isIndividual === true || isBankrupt(loan));
  const isMaximum = loan?.items[0]?.isSeized !== true && typeof loan?.items[0]?.cap === "number";
  const accrues = a.interest.accruesToSale && isMaximum && loan !== undefined && !isBankrupt(loan);
  return (
    loan?.items.length === 1 &&
    !isProRata &&
    !accrues &&
    nettingWith(loans, number, a).length === 0 &&
    !isShared &&
    !(loan.guarantors ?? []).some(({ cap }) => cap !== null)
  );
}

/** Net flows of one path by month, yuan. */
function referencePath({ loans, assumptions: a, shifts: s }: ReferencePackage, path: number): number[] {
  const { simulation } = a;
  const words = (counter: number) => threefry([counter, path], [simulation.seed, 1]);
  const normal = (counter: number, word: 0 | 1) => inverseNormal(uniform(words(counter)[word]));
  const z = normal(0xffffffff, 0);
  const flow = Array.from({ length: Math.max(a.horizonMonths, a.closing.closingMonth) + 1 }, () => 0);
  const put = (month: number, yuan: number): void => {
    const at = Math.max(month, a.closing.closingMonth);
    flow[at] = (flow[at] ?? 0) + yuan;
  };
  // What comes before closing is settled there; only costs that hang on receipts fall away with them.
  const early = { receipts: 0, costs: 0 };
  const receive = (month: number, yuan: number, costs: number): void => {
    if (month >= a.closing.closingMonth) return put(month, yuan - costs);
    early.receipts += yuan;
    early.costs += costs;
  };
  const itemNumbers = new Map(loans.flatMap((loan) => loan.items).map((item, index) => [item, index]));
  const drawn: ReferenceSale[] = [];
  for (const asset of referenceAssets(loans, a, s)) {
    const joined = joinedLoans(loans, asset.lead.number, a);
    const first = Math.min(...joined);
    const rho = Math.max(...joined.map((each) => simulation.eventLoading[segments[loans[each]?.segment ?? 0] ?? "retailOther"]));
    const latent = Math.sqrt(1 - rho) * normal(first, 0) - Math.sqrt(rho) * z;
    const limit = (upTo: number): number => (upTo >= 1 ? Number.POSITIVE_INFINITY : upTo <= 0 ? Number.NEGATIVE_INFINITY : inverseNormal(upTo));
    const endings = endingsOf(asset, a, s);
    const at = endings.findIndex(({ upTo }) => latent <= limit(upTo));
    const ending = endings[at];
    if (!ending || ending.month + (ending.resaleAfter ?? 0) > a.horizonMonths) continue;
    // What the common factor does to price and delay of the sales that end so: E[exp(σx − σ²/2) | y] and E[Z | y] over their y.
    const given = (of: (y: number) => number): number => meanBetween(limit(endings[at - 1]?.upTo ?? 0), limit(ending.upTo), of);
    const quantile = inverseNormal(((words(first + 0x80000000)[0] >>> 22) + 0.5) / 1024);
    const { meanMonths, spreadMonths, loading } = simulation.delay;
    const slow = loading === 0 ? 0 : -Math.sqrt(loading) * (z - given((y) => -Math.sqrt(rho) * y));
    const late = Math.max(-60, Math.min(60, Math.round(meanMonths + spreadMonths * (slow + Math.sqrt(1 - loading) * quantile))));
    const moved = Math.max(late, -ending.month);
    if (ending.month + (ending.resaleAfter ?? 0) + moved > a.horizonMonths) continue;
    const sigma = simulation.valueVolatility[collateralKinds[asset.lead.item.kind] ?? "other"];
    const common = simulation.priceLoading[segments[asset.lead.loan.segment] ?? "retailOther"];
    const itemNumber = Math.min(...asset.rows.map(({ item }) => itemNumbers.get(item) ?? 0));
    const own = isAlone(loans, asset.lead.number, a) ? normal(asset.lead.number, 1) : normal(itemNumber + 0x40000000, 0);
    const x = Math.sqrt(common) * z + Math.sqrt(1 - common) * own;
    const tie = sigma * Math.sqrt(rho * common);
    const usual = tie === 0 ? 1 : given((y) => Math.exp(-tie * y - (tie * tie) / 2));
    const level = (Math.exp(sigma * x - (sigma * sigma) / 2) / usual) * (1 + a.collateral.annualGrowth) ** (moved / 12);
    drawn.push({ ...ending, asset, month: ending.month + moved, price: ending.price * level });
  }
  const sales = inOrder(drawn, a);
  const up = 1 + s.costsShift;
  const owed = loans.map((loan) => validClaim(loan, a));
  const left = new Map<number | string, number>();
  const since = loans.map(() => 0);
  for (const [index, sale] of sales.entries()) {
    const { month } = sale;
    const { receipts, surplus } = receiptsOf(sale, sales, owed, a, since);
    for (const { asset, yuan } of surplus) {
      const debtor = debtorLeftWith(asset, loans);
      if (debtor !== null) left.set(debtor, (left.get(debtor) ?? 0) + yuan);
    }
    const shared = sales[index + 1]?.month === month ? [] : shareLeftovers(left, loans, owed, a);
    if (sales[index + 1]?.month !== month) left.clear();
    for (const receipt of [...receipts, ...shared.map((each) => ({ ...each, month, costBase: each.yuan }))]) {
      const rate = (loans[receipt.loan]?.ownCostRate ?? a.costs.servicerRateCollateral + a.costs.counselRateCollateral) * up;
      receive(receipt.month, receipt.yuan, receipt.costBase * rate);
    }
  }
  // What no draw changes comes from the reference of a case: its costs, less those that hang on cash.
  for (const [number, exact] of referencePackage(loans, a, s).entries()) {
    const loan = loans[number];
    if (!loan) continue;
    const capped = cappedGuarantors(loan, owed[number] ?? 0, a, s);
    for (const [month, yuan] of capped.entries()) receive(month, yuan, yuan * a.costs.servicerRateGuarantor * up);
    const remaining = (owed[number] ?? 0) - capped.reduce((sum, yuan) => sum + yuan, 0);
    const shares = remainingShares(loan, a, s);
    const total = [...shares.cash, ...shares.guarantor].reduce((sum, share) => sum + share, 0);
    const kappa = simulation.cashVolatility[segments[loan.segment] ?? "retailOther"];
    const factor = total === 0 ? 1 : Math.min(Math.exp(kappa * z - (kappa * kappa) / 2), Math.max(1, 1 / total));
    for (const [month, share] of shares.cash.entries()) receive(month, remaining * share * factor, remaining * share * factor * a.costs.servicerRateCash * up);
    for (const [month, share] of shares.guarantor.entries())
      receive(month, remaining * share * factor, remaining * share * factor * a.costs.servicerRateGuarantor * up);
    const rate = loan.ownCostRate ?? a.costs.servicerRateCollateral + a.costs.counselRateCollateral;
    for (const [month, costs] of exact.costs.entries()) {
      const onCash =
        (exact.costBase[month] ?? 0) * rate +
        (exact.guarantor[month] ?? 0) * a.costs.servicerRateGuarantor +
        (exact.cash[month] ?? 0) * a.costs.servicerRateCash;
      put(month, -(costs - onCash * up));
    }
  }
  for (let month = 1; month <= Math.min(a.horizonMonths, a.costs.overheadMonths); month++) put(month, -a.costs.overheadYuanPerMonth * up);
  const { collectedYuan, sellerShare, reimbursedYuan } = a.transition;
  put(0, (collectedYuan ?? early.receipts) * (1 - sellerShare) - (collectedYuan === null ? early.costs : 0) - reimbursedYuan);
  return flow;
}

/** Share of what is due that a guarantor pays in each month of the window, by month. */
function guarantorShares(a: Assumptions, s: CaseShifts): number[] {
  const first = Math.max(0, a.guarantors.firstMonth + s.delayMonthsShift);
  const perMonth = (Math.max(0, Math.min(1, a.guarantors.probability * (1 + s.cashRecoveryShift))) * a.guarantors.recoveryRate) / a.guarantors.windowMonths;
  return Array.from({ length: a.horizonMonths + 1 }, (_, month) => (month >= first && month < first + a.guarantors.windowMonths ? perMonth : 0));
}

/** What guarantors with a cap are expected to pay, by month: of the claim that the path's collateral leaves. */
function cappedGuarantors(loan: TestLoan, remaining: number, a: Assumptions, s: CaseShifts): number[] {
  const shares = guarantorShares(a, s);
  const paid = shares.map(() => 0);
  let left = remaining;
  const caps = liveCapsOf(loan, a).flatMap((cap) => cap ?? []);
  for (const cap of caps.sort((one, other) => one - other)) {
    const due = Math.min(left, cap);
    for (const [month, share] of shares.entries()) {
      paid[month] = (paid[month] ?? 0) + due * share;
      left -= due * share;
    }
  }
  return paid;
}

/** Shares of the remaining claim by month that guarantors without a cap pay, and then the cash curve. */
function remainingShares(loan: TestLoan, a: Assumptions, s: CaseShifts): { guarantor: number[]; cash: number[] } {
  const each = guarantorShares(a, s);
  const guarantor = each.map(() => 0);
  let left = 1;
  for (const cap of liveCapsOf(loan, a)) {
    if (cap !== null) continue;
    const due = left;
    for (const [month, share] of each.entries()) {
      guarantor[month] = (guarantor[month] ?? 0) + due * share;
      left -= due * share;
    }
  }
  const collect = referenceCash(loan, referenceCurve(loan, a), a, 1 + s.cashRecoveryShift, s.delayMonthsShift);
  const kept = referenceSuit(loan, a) === "forgone" ? 1 - a.suits.cashShare : 1;
  const cash = each.map(() => 0);
  let pot = left;
  for (let month = 0; month <= a.horizonMonths; month++) {
    const share = Math.min(pot, left * collect(month));
    pot -= share;
    cash[month] = share * kept;
  }
  return { guarantor, cash };
}

/** Present value of one path at the hurdle, yuan. */
export function referencePathValue(loanPackage: ReferencePackage, path: number): number {
  const { assumptions: a, shifts: s } = loanPackage;
  const rate = a.hurdleRate + s.hurdleRateShift;
  return referencePath(loanPackage, path).reduce((sum, flow, month) => sum + flow * (1 + rate) ** (-Math.max(month, a.closing.closingMonth) / 12), 0);
}
