import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";

/** Two roundings to the fen, of the parts and of the total, may differ by this much. */
const claimToleranceFen = 2;

/** Sellers count advanced costs within the total or outside it; both are right. */
export function isClaimTotal(totalFen: number, { principalFen, interestFen, feesFen }: Pick<ParsedLoan, "principalFen" | "interestFen" | "feesFen">): boolean {
  const withoutFees = principalFen + (interestFen ?? 0);
  return [withoutFees, withoutFees + (feesFen ?? 0)].some((sum) => Math.abs(sum - totalFen) <= claimToleranceFen);
}
