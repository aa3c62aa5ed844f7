import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds } from "../../../../shared/domain/codes.ts";
import type { TestItem, TestLoan } from "../engine-fixtures.ts";
import { isBankrupt, type ReferenceAsset } from "./reference-assets.ts";
import { carried, validClaim } from "./reference-terms.ts";

const debtorOf = (loans: readonly TestLoan[], loan: number): number | string => loans[loan]?.debtor ?? `loan ${loan}`;

/** Whose what an asset leaves is: the debtor of all its rows, unless bankrupt; null where it is nobody's we know. */
export function debtorLeftWith({ rows }: ReferenceAsset, loans: readonly TestLoan[]): number | string | null {
  const [debtor, ...others] = new Set(rows.map(({ number }) => debtorOf(loans, number)));
  return debtor === undefined || others.length > 0 || rows.some(({ loan }) => isBankrupt(loan)) ? null : debtor;
}

/** Part of what is left with debtors goes to their claims, pro rata to what they are owed; takes it off that. */
export function shareLeftovers(
  left: ReadonlyMap<number | string, number>,
  loans: readonly TestLoan[],
  owed: number[],
  { priorities }: Assumptions,
): { loan: number; yuan: number }[] {
  return [...left].flatMap(([debtor, yuan]) => {
    const own = loans.flatMap((loan, index) => (debtorOf(loans, index) === debtor && !isBankrupt(loan) ? [index] : []));
    const all = own.reduce((sum, index) => sum + (owed[index] ?? 0), 0);
    const paid = Math.min(all, priorities.surplusShare * yuan);
    return own.map((index) => {
      const mine = all > 0 ? (paid * (owed[index] ?? 0)) / all : 0;
      owed[index] = paid === all ? 0 : (owed[index] ?? 0) - mine;
      return { loan: index, yuan: mine };
    });
  });
}

/** Loans whose claims net with a loan's, the loan itself among them; empty where none do: by what any scenario could sell for. */
export function nettingWith(loans: readonly TestLoan[], number: number, a: Assumptions): number[] {
  if (a.priorities.surplusShare === 0) return [];
  const same = [...loans.keys()].filter((each) => debtorOf(loans, each) === debtorOf(loans, number));
  const couldLeave = same.some((each) => leavesAny(loans[each] as TestLoan, a)); // of the keys
  const isBound = loans[number]?.items.some((item) => mostOf(item, loans[number] as TestLoan, a) < validClaim(loans[number] as TestLoan, a)) === true;
  return couldLeave && (same.length > 1 || isBound) ? same : [];
}

/** What an item may pay its loan by itself: a maximum of the principal bounds the part of the claim that it secures of that. */
function mostOf({ cap, isSeized }: TestItem, loan: TestLoan, a: Assumptions): number {
  const claim = validClaim(loan, a);
  if (cap === null || (a.interest.capsPrincipalAlone && !isSeized && loan.upb <= cap)) return Number.POSITIVE_INFINITY;
  return a.interest.capsPrincipalAlone && !isSeized ? (claim * cap) / loan.upb : cap;
}

function leavesAny(loan: TestLoan, a: Assumptions): boolean {
  const claim = validClaim(loan, a);
  if (claim === 0 || isBankrupt(loan)) return false;
  const dearest = Math.max(...a.collateral.rounds.map(({ openingShare, priceMultiple }) => openingShare * Math.max(1, priceMultiple)));
  return loan.items.some((item) => {
    const value = 3 * carried(item, loan, a) * Math.max(1, (1 + a.collateral.annualGrowth) ** (a.horizonMonths / 12));
    const most = value * (loan.estimate ? 1 - loan.estimate.haircut : dearest * a.collateral.appraisalFactor[collateralKinds[item.kind] ?? "other"]);
    return most > Math.min(claim, mostOf(item, loan, a));
  });
}
