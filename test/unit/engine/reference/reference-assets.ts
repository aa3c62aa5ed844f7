import type { Assumptions, CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages } from "../../../../shared/domain/codes.ts";
import type { TestItem, TestLoan } from "../engine-fixtures.ts";
import { between, carried, courtMonths, referenceFee, referenceTax, rivalsOf, validClaim, waitingMonths } from "./reference-terms.ts";

/** What is sold once, for the loans that it secures. */
export interface ReferenceAsset {
  readonly rows: readonly ReferenceRow[];
  readonly lead: ReferenceRow;
  readonly appraisal: number;
}

export interface ReferenceRow {
  readonly item: TestItem;
  readonly loan: TestLoan;
  readonly number: number;
}

export interface Ending {
  readonly upTo: number;
  readonly month: number;
  readonly price: number;
  /** Share of the price that goes to taxes and sale costs. */
  readonly borne: number;
  /** The asset is taken for the debt at the price, and resold so many months later. */
  readonly resaleAfter?: number;
}

/** Assets of a package, those of one loan first. */
export function referenceAssets(loans: readonly TestLoan[], a: Assumptions, s: CaseShifts): ReferenceAsset[] {
  const rows = loans.flatMap((loan, number) => loan.items.map((item) => ({ item, loan, number })));
  const lists = new Map<string, ReferenceRow[]>();
  rows.forEach((row, index) => {
    const key = row.item.asset === undefined ? `own ${index}` : `asset ${row.item.asset}`;
    lists.set(key, [...(lists.get(key) ?? []), row]);
  });
  const firstMonth = ({ item, loan }: ReferenceRow): number =>
    loan.estimate
      ? Math.max(0, loan.estimate.months + s.delayMonthsShift)
      : Math.max(
          0,
          a.timing[litigationStages[loan.stage] ?? "notSued"].monthsToFirstRound + courtMonths(loan, a) + waitingMonths(item, loan, a) + s.delayMonthsShift,
        );
  const assets = [...lists.values()].map((list) => {
    const ordered = [...list].sort(
      (left, right) =>
        Number(validClaim(right.loan, a) > 0) - Number(validClaim(left.loan, a) > 0) ||
        Number(Boolean(right.loan.estimate)) - Number(Boolean(left.loan.estimate)) ||
        (left.loan.estimate && right.loan.estimate
          ? (1 - left.loan.estimate.haircut) * left.loan.estimate.probability - (1 - right.loan.estimate.haircut) * right.loan.estimate.probability
          : right.loan.stage - left.loan.stage) ||
        (right.loan.estimate?.haircut ?? 0) - (left.loan.estimate?.haircut ?? 0) ||
        firstMonth(right) - firstMonth(left) ||
        Number(left.loan.isIndividual ?? false) - Number(right.loan.isIndividual ?? false) ||
        left.item.kind - right.item.kind ||
        left.loan.segment - right.loan.segment,
    );
    const stated = list.filter(({ item }) => item.appraisal > 0).map(({ item, loan }) => carried(item, loan, a));
    return { rows: list, lead: ordered[0] as ReferenceRow, appraisal: stated.length > 0 ? Math.min(...stated) : 0 };
  });
  return assets.sort((left, right) => Number(isShared(left)) - Number(isShared(right)));
}

export const isShared = ({ rows }: ReferenceAsset): boolean => new Set(rows.map(({ number }) => number)).size > 1;

/** Ways in which an asset can end, earliest first; what is left over is no sale. */
export function endingsOf({ lead: { item, loan }, appraisal }: ReferenceAsset, a: Assumptions, s: CaseShifts): Ending[] {
  const borneIn = (month: number): number => Math.min(1, a.collateral.sellerTaxRate + a.collateral.saleCostRate + referenceTax(item, loan, month, a));
  const growth = (month: number): number => (1 + s.collateralValueShift) * (1 + a.collateral.annualGrowth) ** (month / 12);
  if (loan.estimate) {
    const month = Math.max(0, loan.estimate.months + s.delayMonthsShift);
    const upTo = Math.min(1, loan.estimate.probability * (1 + s.clearingProbabilityShift));
    return [{ upTo, month, price: appraisal * (1 - loan.estimate.haircut) * growth(month), borne: borneIn(month) }];
  }
  const kind = collateralKinds[item.kind] ?? "other";
  let month = Math.max(
    0,
    a.timing[litigationStages[loan.stage] ?? "notSued"].monthsToFirstRound + courtMonths(loan, a) + waitingMonths(item, loan, a) + s.delayMonthsShift,
  );
  const list: Ending[] = [];
  let survived = 1;
  let opening = 0;
  const add = (probability: number, price: number, resale: Pick<Ending, "resaleAfter"> = {}): void => {
    survived *= 1 - probability;
    list.push({ upTo: 1 - survived, month, price, borne: borneIn(month), ...resale });
  };
  a.collateral.rounds.forEach((round, index) => {
    if (index > 0) month += round.gapMonths;
    opening = appraisal * a.collateral.appraisalFactor[kind] * growth(month) * round.openingShare;
    add(between(0, round.clearingProbability * a.collateral.clearingFactor[kind] * (1 + s.clearingProbabilityShift), 1), opening * round.priceMultiple);
  });
  add(a.collateral.debtForAsset.probability, opening, { resaleAfter: a.collateral.debtForAsset.gapMonths });
  return list;
}

export const isBankrupt = (loan: TestLoan): boolean => litigationStages[loan.stage] === "bankruptcy";

/** Arrears of a home, shop or office from default to the first round. */
function propertyFees(item: TestItem, loan: TestLoan, { priorities, timing }: Assumptions): number {
  if (!["residential", "shop", "office"].includes(collateralKinds[item.kind] ?? "")) return 0;
  const months = loan.estimate?.months ?? timing[litigationStages[loan.stage] ?? "notSued"].monthsToFirstRound;
  return item.appraisal * priorities.propertyFeeRate * Math.min(priorities.propertyFeeMonths / 12, (loan.daysPastDue ?? 0) / 365 + months / 12);
}

/** What creditors share: the price less taxes, costs, fees and priority claims. */
export function proceedsOf({ rows, lead, appraisal }: ReferenceAsset, { price, borne }: Pick<Ending, "price" | "borne">, a: Assumptions): number {
  const { auctionCommission, auctionCommissionBorneShare, appraisalFactor, rounds } = a.collateral;
  const kind = collateralKinds[lead.item.kind] ?? "other";
  const commission = auctionCommissionBorneShare * referenceFee(auctionCommission, appraisal * appraisalFactor[kind] * (rounds[0]?.openingShare ?? 0));
  const fees = rows.reduce((sum, { item, loan }) => {
    const total = loan.items.reduce((all, each) => all + each.appraisal, 0);
    if (total === 0 || isBankrupt(loan)) return sum;
    return sum + (referenceFee(a.courtFees.enforcement, validClaim(loan, a)) * item.appraisal) / total;
  }, 0);
  const { landPremiumShare, homebuyerShare, taxArrearsShare, wageShare } = a.priorities;
  const highest = (amountOf: (item: TestItem) => number | null | undefined, part: number): number =>
    Math.max(...rows.map(({ item }) => (amountOf(item) === null ? part * item.appraisal : (amountOf(item) ?? 0))));
  const priority =
    highest((item) => item.priority, 0) +
    highest((item) => item.premium, landPremiumShare) +
    highest((item) => item.buyers, homebuyerShare) +
    highest((item) => item.wages, wageShare) +
    highest((item) => item.arrears, taxArrearsShare);
  const property = Math.max(...rows.map(({ item, loan }) => propertyFees(item, loan, a)));
  return price * (1 - borne) - commission - fees - priority - property;
}

/** What loans are owed, and what of it is interest that the present sale alone pays. */
export type Owed = readonly number[] & { interest?: ReadonlyMap<number, number> };

/**
 * What each row of a rank asks for: a loan that is listed twice asks for its claim once, where there is no cap first, then
 * by rising caps; rows of one cap share what is left of it.
 */
export function askedInTier(tier: readonly ReferenceRow[], owed: Owed, took: (row: ReferenceRow) => number, a: Assumptions): Map<ReferenceRow, number> {
  const left = [...owed];
  const asked = new Map<ReferenceRow, number>();
  const caps = [...new Set(tier.map(({ item }) => item.cap))].sort((one, other) => (one ?? -1) - (other ?? -1));
  for (const cap of caps) {
    const mortgage = tier.filter(({ item }) => item.cap === cap);
    const wanted = mortgage.map(({ number }) => left.splice(number, 1, 0)[0] ?? 0);
    const all = wanted.reduce((sum, yuan) => sum + yuan, 0);
    const taken = mortgage.reduce((sum, row) => sum + took(row), 0);
    const principal = mortgage.reduce((sum, { loan }, index) => sum + ((wanted[index] ?? 0) > 0 ? loan.upb : 0), 0);
    // A maximum of the principal secures of all that is owed the part that it secures of the principal.
    const ofPrincipal = principal > (cap ?? Number.POSITIVE_INFINITY) ? (cap ?? 0) / principal : 1;
    const full = mortgage.reduce(
      (sum, { loan, number }, index) => sum + ((wanted[index] ?? 0) > 0 ? validClaim(loan, a) + (owed.interest?.get(number) ?? 0) : 0),
      0,
    );
    const secured = ofPrincipal * full;
    const room = secured - taken;
    const bound = (cap ?? Number.POSITIVE_INFINITY) - taken;
    const most = a.interest.capsPrincipalAlone ? (room < 1e-9 * secured ? 0 : room) : bound;
    mortgage.forEach((row, index) => {
      const mine = wanted[index] ?? 0;
      const part = all > most ? (mine * Math.max(0, most)) / all : mine;
      asked.set(row, part);
      left[row.number] = (left[row.number] ?? 0) + mine - part;
    });
  }
  return asked;
}

/** The same among seizures, each up to its own cap. */
export function askedBySeizure(rows: readonly ReferenceRow[], claimOf: (row: ReferenceRow) => number): Map<ReferenceRow, number> {
  const asked = new Map<ReferenceRow, number>();
  for (const row of rows) {
    const before = [...asked].filter(([other]) => other.number === row.number).reduce((sum, [, yuan]) => sum + yuan, 0);
    asked.set(row, Math.min(Math.max(0, claimOf(row) - before), row.item.cap ?? Number.POSITIVE_INFINITY));
  }
  return asked;
}

/** Who gets what of a sale, and what nobody can take. */
export interface Distribution {
  readonly payments: { loan: number; yuan: number }[];
  readonly surplus: { asset: ReferenceAsset; yuan: number }[];
}

/** What creditors leave of an asset's proceeds; nothing where it paid us nothing. */
export const surplusOf = (asset: ReferenceAsset, yuan: number, taken: number): Distribution["surplus"] => (yuan > 0 && taken > 0 ? [{ asset, yuan }] : []);

/** Those whose seizure waits behind ours. */
export const waitingOf = ({ rows }: ReferenceAsset): number => Math.max(0, ...rows.map(({ item }) => (item.isSeized ? (item.waiting ?? 0) : 0)));

/** Who gets what of one sale; takes it off what is owed. */
export function paymentsOf(asset: ReferenceAsset, ending: Pick<Ending, "price" | "borne">, owed: number[], a: Assumptions): Distribution {
  const { rows, appraisal } = asset;
  const proceeds = proceedsOf(asset, ending, a);
  const paid: { loan: number; yuan: number }[] = [];
  const answer = (reached: number): Distribution => {
    const taken = paid.reduce((sum, { yuan }) => sum + yuan, 0);
    return { payments: paid, surplus: surplusOf(asset, proceeds - reached, taken) };
  };
  const pay = (loan: number, wanted: number): number => {
    const yuan = between(0, wanted, owed[loan] ?? 0);
    owed[loan] = (owed[loan] ?? 0) - yuan;
    paid.push({ loan, yuan });
    return yuan;
  };
  const unheldRank = a.collateral.seniorShareByMissingRank * appraisal;
  let at = 0;
  let rankBefore = 0;
  const senior = ({ item }: ReferenceRow): number => item.senior ?? at + unheldRank * Math.max(0, item.rank - 1 - rankBefore);
  const mortgages = rows.filter(({ item }) => !item.isSeized);
  for (const rank of [1, 2, 3, 4]) {
    const tier = mortgages.filter(({ item }) => item.rank === rank);
    if (tier.length === 0 || at >= proceeds) continue;
    at = Math.max(at, ...tier.map(senior));
    rankBefore = rank;
    const asked = askedInTier(tier, owed, () => 0, a);
    const wanted = tier.map((row) => asked.get(row) ?? 0);
    const all = wanted.reduce((sum, yuan) => sum + yuan, 0);
    const part = all > 0 ? between(0, (proceeds - at) / all, 1) : 0;
    tier.forEach(({ number }, index) => pay(number, (wanted[index] ?? 0) * part));
    at += all;
  }
  const seizures = rows.filter(({ item }) => item.isSeized);
  if (seizures.length === 0 || at >= proceeds) return answer(at);
  at = Math.max(at, ...seizures.map(senior));
  const asked = askedBySeizure(seizures, ({ loan }) => validClaim(loan, a));
  const claim = (row: ReferenceRow): number => asked.get(row) ?? 0;
  if (seizures.some(({ loan }) => loan.isIndividual || isBankrupt(loan))) {
    const rivals = Math.max(...seizures.map(({ item }) => rivalsOf(item, a) + (item.waiting ?? 0)));
    const all = rivals + seizures.reduce((sum, row) => sum + claim(row), 0);
    for (const row of seizures) pay(row.number, Math.min(claim(row), all > 0 ? ((proceeds - at) * claim(row)) / all : 0));
    return answer(at + all);
  }
  const mortgagesTook = at;
  for (const before of [...new Set(seizures.map(({ item }) => rivalsOf(item, a)))].sort((left, right) => left - right)) {
    const tier = seizures.filter(({ item }) => rivalsOf(item, a) === before);
    at = Math.max(at, mortgagesTook + before);
    const askedNow = askedBySeizure(tier, ({ number }) => owed[number] ?? 0);
    const wanted = tier.map((row) => askedNow.get(row) ?? 0);
    const all = wanted.reduce((sum, yuan) => sum + yuan, 0);
    const part = all > 0 ? between(0, (proceeds - at) / all, 1) : 0;
    tier.forEach(({ number }, index) => pay(number, (wanted[index] ?? 0) * part));
    at += all;
  }
  return answer(at + waitingOf(asset));
}
