import type { Assumptions, CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { debtorConditions, litigationStages, segments } from "../../../../shared/domain/codes.ts";
import type { TestLoan } from "../engine-fixtures.ts";
import { endingsOf, referenceAssets } from "./reference-assets.ts";
import { debtorLeftWith, shareLeftovers } from "./reference-netting.ts";
import { inOrder, type ReferenceReceipt, type ReferenceSale, receiptsOf } from "./reference-take-over.ts";
import { between, courtMonths, liveCapsOf, referenceFee, validClaim } from "./reference-terms.ts";

/** Slow and obvious: METHOD §3 read line by line over plain objects, sharing no code with the engine. */
export interface ReferenceLoan {
  collateral: number[];
  guarantor: number[];
  cash: number[];
  /** By own estimates alone. */
  own?: number[];
  costs: number[];
  /** What servicer and counsel take their shares of. */
  costBase: number[];
}

/** Loans by themselves; those of a package that share assets need `referencePackage`. */
export function referenceLoan(loan: TestLoan, a: Assumptions, s: CaseShifts): ReferenceLoan {
  return referencePackage([loan], a, s)[0] ?? { collateral: [], guarantor: [], cash: [], costs: [], costBase: [] };
}

/** The case whose own estimates count, and its shifts: those of a scenario are measured from them. */
export interface ReferenceCase {
  name: "low" | "base" | "high";
  stated: CaseShifts;
}

/** The package with own estimates in their place: the others get what they get beside this loan. */
export function referenceWithOwn(loans: readonly TestLoan[], a: Assumptions, s: CaseShifts, { name, stated }: ReferenceCase): ReferenceLoan[] {
  return referencePackage(loans, a, s).map((model, index) => {
    const loan = loans[index];
    const own = loan?.own;
    const { low = null, high = null, weight = null } = own ?? {};
    const parts = {
      low: [[low, 1]],
      high: [[high, 1]],
      base: [
        [low, weight],
        [high, weight === null ? null : 1 - weight],
      ],
    } as const;
    if (loan === undefined || parts[name].some(([figures, share]) => figures === null || share === null)) return model;
    const zeros = () => model.collateral.map(() => 0);
    const flows = { collateral: zeros(), guarantor: zeros(), cash: zeros(), own: zeros(), costs: zeros(), costBase: zeros() };
    const beyond = (now: number, then: number) => (then === -1 ? 1 : (1 + now) / (1 + then));
    const up = loan.items.length > 0 ? beyond(s.collateralValueShift, stated.collateralValueShift) : beyond(s.cashRecoveryShift, stated.cashRecoveryShift);
    for (const [figures, share] of parts[name]) {
      const month = Math.max(0, (figures?.month ?? 0) + s.delayMonthsShift - stated.delayMonthsShift);
      if (month > a.horizonMonths) continue;
      const at = Math.max(month, a.closing.closingMonth);
      flows.own[at] = (flows.own[at] ?? 0) + (figures?.gross ?? 0) * (share ?? 0) * up;
      flows.costs[at] = (flows.costs[at] ?? 0) + (figures?.costs ?? 0) * (share ?? 0) * beyond(s.costsShift, stated.costsShift);
    }
    return flows;
  });
}

/** All assets of the package walk through their endings together, one uniform number for all. */
export function referencePackage(loans: readonly TestLoan[], a: Assumptions, s: CaseShifts): ReferenceLoan[] {
  const width = Math.max(a.horizonMonths, a.closing.closingMonth) + 1;
  const zeros = (): number[] => Array.from({ length: width }, () => 0);
  const results = loans.map(() => ({ collateral: zeros(), guarantor: zeros(), cash: zeros(), costs: zeros(), costBase: zeros() }));
  const recovered = loans.map(() => 0);
  const assets = referenceAssets(loans, a, s);
  const lists = assets.map((asset) => endingsOf(asset, a, s));
  const edges = [...new Set([0, ...lists.flat().map((ending) => ending.upTo), 1])].sort((left, right) => left - right);
  for (let k = 1; k < edges.length; k++) {
    const [from, to] = [edges[k - 1] ?? 0, edges[k] ?? 0];
    const owed = loans.map((loan) => validClaim(loan, a));
    const drawn: ReferenceSale[] = [];
    assets.forEach((asset, index) => {
      const ending = lists[index]?.find(({ upTo }) => (from + to) / 2 < upTo);
      if (ending && ending.month + (ending.resaleAfter ?? 0) <= a.horizonMonths) drawn.push({ asset, ...ending });
    });
    const sales = inOrder(drawn, a);
    const receive = (receipts: readonly ReferenceReceipt[]): void => {
      for (const { loan, month, yuan, costBase } of receipts) {
        const at = Math.max(month, a.closing.closingMonth);
        const [flow, base] = [results[loan]?.collateral ?? [], results[loan]?.costBase ?? []];
        flow[at] = (flow[at] ?? 0) + yuan * (to - from);
        base[at] = (base[at] ?? 0) + costBase * (to - from);
      }
    };
    const left = new Map<number | string, number>();
    const since = loans.map(() => 0);
    sales.forEach((sale, index) => {
      const { receipts, surplus } = receiptsOf(sale, sales, owed, a, since);
      receive(receipts);
      for (const { asset, yuan } of surplus) {
        const debtor = debtorLeftWith(asset, loans);
        if (debtor !== null) left.set(debtor, (left.get(debtor) ?? 0) + yuan);
      }
      if (sales[index + 1]?.month === sale.month) return;
      receive(shareLeftovers(left, loans, owed, a).map(({ loan, yuan }) => ({ loan, month: sale.month, yuan, costBase: yuan })));
      left.clear();
    });
    loans.forEach((loan, index) => {
      recovered[index] = (recovered[index] ?? 0) + (validClaim(loan, a) - (owed[index] ?? 0)) * (to - from);
    });
  }
  loans.forEach((loan, index) => finish(loan, recovered[index] ?? 0, results[index], a, s));
  return results;
}

function finish(loan: TestLoan, recovered: number, result: ReferenceLoan | undefined, a: Assumptions, s: CaseShifts): void {
  if (!result) return;
  const put = (flow: number[], month: number, yuan: number): void => {
    const at = Math.max(month, a.closing.closingMonth);
    flow[at] = (flow[at] ?? 0) + yuan;
  };
  const claim = validClaim(loan, a);
  let owed = claim - recovered;
  const caps = liveCapsOf(loan, a).map((cap) => cap ?? Number.POSITIVE_INFINITY);
  const first = Math.max(0, a.guarantors.firstMonth + s.delayMonthsShift);
  const perMonth = (between(0, a.guarantors.probability * (1 + s.cashRecoveryShift), 1) * a.guarantors.recoveryRate) / a.guarantors.windowMonths;
  for (const cap of caps.sort((left, right) => left - right)) {
    const due = Math.min(owed, cap);
    for (let month = first; month < first + a.guarantors.windowMonths && month <= a.horizonMonths; month++) {
      put(result.guarantor, month, due * perMonth);
      owed -= due * perMonth;
    }
  }
  const curve = referenceCurve(loan, a);
  const suit = referenceSuit(loan, a);
  const up = 1 + s.cashRecoveryShift;
  const collect = referenceCash(loan, curve, a, up, s.delayMonthsShift);
  let pot = owed;
  for (let month = 0; month <= a.horizonMonths; month++) {
    const flow = Math.min(pot, owed * collect(month));
    pot -= flow;
    if (flow > 0) put(result.cash, month, suit === "forgone" ? flow * (1 - a.suits.cashShare) : flow);
  }
  const dearer = 1 + s.costsShift;
  const collateralRate = loan.ownCostRate ?? a.costs.servicerRateCollateral + a.costs.counselRateCollateral;
  result.costs.forEach((_, month) => {
    put(result.costs, month, (result.costBase[month] ?? 0) * collateralRate * dearer);
    put(result.costs, month, (result.guarantor[month] ?? 0) * a.costs.servicerRateGuarantor * dearer);
    put(result.costs, month, (result.cash[month] ?? 0) * a.costs.servicerRateCash * dearer);
  });
  const stated = loan.upb + loan.interest + loan.fees;
  const band = a.costs.fileCostBands.find(({ claimUpToYuan }) => stated <= claimUpToYuan);
  put(result.costs, Math.min(a.horizonMonths, a.costs.fileCostMonth), (band ?? a.costs).fileCostYuan * dearer);
  const stage = litigationStages[loan.stage] ?? "notSued";
  const feesMonth = a.timing[stage].courtFeesMonth;
  if (feesMonth === null || claim === 0 || suit === "forgone") return;
  const { acceptance, petitionCapYuan } = a.courtFees;
  const estate = loan.items.reduce((sum, item) => sum + item.appraisal, 0);
  const fees = stage === "bankruptcy" ? Math.min(petitionCapYuan, referenceFee(acceptance, estate) / 2) : suitFees(claim, a);
  put(result.costs, between(0, feesMonth + courtMonths(loan, a) + s.delayMonthsShift, a.horizonMonths), fees);
}

/** Share of the claim left that is asked for in a month: own curve, dividend, stated shares, or rate and factor. */
export function referenceCash(
  loan: TestLoan,
  curve: Assumptions["curves"]["retailCard"],
  a: Assumptions,
  up: number,
  delay: number,
): (month: number) => number {
  const own = loan.ownCurve;
  if (own) return (month) => (month < 1 ? 0 : between(0, own.rate * up, 1) * own.decay ** (month - 1));
  const { dividendShare, dividendMonth } = a.conditions;
  if (litigationStages[loan.stage] === "bankruptcy" && dividendShare !== null) {
    return (month) => (month === Math.max(0, dividendMonth + delay) ? between(0, dividendShare * up, 1) : 0);
  }
  const condition = referenceFactor(loan, a);
  const collect = curveBy(curve, up * condition);
  const taken = referenceExits(loan, curve, a, condition);
  if (taken.length === 0) return collect;
  // What the curve would collect of a claim that is not settled or resold, never more than all of it.
  let pot = 1;
  const alone = Array.from({ length: a.horizonMonths + 1 }, (_, month) => {
    const flow = Math.min(pot, collect(month));
    pot -= flow;
    return flow;
  });
  const rest = taken.reduce((left, { probability }) => left - probability, 1);
  return (month) =>
    taken.reduce((sum, exit) => sum + (exit.month === month ? exit.probability * between(0, exit.share * up, 1) : 0), rest * (alone[month] ?? 0));
}

function curveBy(curve: Assumptions["curves"]["retailCard"], factor: number): (month: number) => number {
  const since = (month: number): number => month - curve.lagMonths - 1;
  const shares = curve.monthlyShares;
  if (shares) return (month) => (since(month) < 0 ? 0 : (shares[since(month)] ?? 0) * factor);
  return (month) => (since(month) < 0 ? 0 : between(0, curve.firstMonthRate * factor, 1) * curve.monthlyDecay ** since(month));
}

/** Settlement and resale of a claim that has nothing else, or whose enforcement was terminated. */
function referenceExits(loan: TestLoan, curve: Assumptions["curves"]["retailCard"], a: Assumptions, condition: number) {
  const stage = litigationStages[loan.stage];
  const isBare = loan.items.length === 0 && (loan.guarantors ?? []).length === 0 && liveCapsOf(loan, a).length === 0;
  if (stage === "bankruptcy" || !(isBare || stage === "executionTerminated")) return [];
  const { settlement, resale, mode } = a.exits;
  const all = [{ ...settlement, probability: settlement.probability * Math.min(1, condition) }, resale].filter(
    ({ probability, month }) => probability > 0 && month <= a.horizonMonths,
  );
  if (mode === "mix" || all.length === 0) return all;
  const worth = (month: number, yuan: number): number => yuan * (1 + a.hurdleRate) ** (-month / 12);
  let pot = 1;
  let alone = 0;
  for (let month = 0; month <= a.horizonMonths; month++) {
    const flow = Math.min(pot, curveBy(curve, condition)(month));
    pot -= flow;
    alone += worth(month, flow);
  }
  const gains = all.map(({ probability, share, month }) => probability * (worth(month, share) - alone));
  const best = gains.indexOf(Math.max(...gains));
  return (gains[best] ?? 0) > 0 ? all.slice(best, best + 1) : [];
}

/** What the debtor's condition leaves of the curve: the worst of what is known. */
function referenceFactor(loan: TestLoan, a: Assumptions): number {
  const known = debtorConditions[loan.condition ?? 0] ?? "unknown";
  const factors = [
    ...(known === "unknown" ? [] : [a.conditions.cashFactor[known]]),
    ...(litigationStages[loan.stage] === "executionTerminated" ? [a.conditions.terminatedFactor] : []),
  ];
  return factors.length === 0 ? 1 : Math.min(...factors);
}

/** The segment's curve, or that of the loan's age. */
export function referenceCurve(loan: TestLoan, a: Assumptions): Assumptions["curves"]["retailCard"] {
  const segment = segments[loan.segment] ?? "corporateSecured";
  const aged = a.agedCurves[segment].filter(({ fromDaysPastDue }) => typeof loan.daysPastDue === "number" && loan.daysPastDue >= fromDaysPastDue);
  return aged.at(-1) ?? a.curves[segment];
}

function suitFees(claim: number, { courtFees: { acceptance, preservation, acceptanceHalvedShare } }: Assumptions): number {
  const inFull = referenceFee(acceptance, claim) * (1 - acceptanceHalvedShare);
  return inFull + (referenceFee(acceptance, claim) / 2) * acceptanceHalvedShare + referenceFee(preservation, claim);
}

/** Whether a suit that an unsecured claim still owes is brought; the curve as the assumptions state it, no shift. */
export function referenceSuit(loan: TestLoan, a: Assumptions): "brought" | "forgone" {
  const curve = referenceCurve(loan, a);
  const stage = litigationStages[loan.stage] ?? "notSued";
  const isChosen = a.suits.onlyWhereWorthwhile && stage !== "bankruptcy" && a.timing[stage].courtFeesMonth !== null;
  if (!isChosen || loan.items.length > 0 || (loan.guarantors ?? []).length > 0 || liveCapsOf(loan, a).length > 0 || loan.ownCurve) return "brought";
  const collect = referenceCash(loan, curve, a, 1, 0);
  let collected = 0;
  for (let month = 0; month <= a.horizonMonths; month++) collected += collect(month);
  const brings = validClaim(loan, a) * Math.min(1, collected) * a.suits.cashShare * (1 - a.costs.servicerRateCash);
  return suitFees(validClaim(loan, a), a) > brings ? "forgone" : "brought";
}
