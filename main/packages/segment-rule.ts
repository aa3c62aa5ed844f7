import type { DealKind, SecurityKind, Segment } from "../../shared/domain/codes.ts";

/** What of a loan decides its segment. */
export interface SegmentFacts {
  readonly dealKind: DealKind;
  readonly product: string | null;
  readonly securityKind: SecurityKind | null;
  readonly hasCollateral: boolean;
  readonly hasGuarantor: boolean;
}

const corporateSegments: Record<SecurityKind, Segment> = {
  unsecured: "corporateUnsecured",
  guaranteed: "corporateGuaranteed",
  mortgaged: "corporateSecured",
  mortgagedAndGuaranteed: "corporateSecured",
  pledged: "corporateSecured",
  mixed: "corporateSecured",
};

const retailProducts: readonly (readonly [pattern: RegExp, segment: Segment])[] = [
  [/信用卡|贷记卡|credit card/i, "retailCard"],
  [/消费|consumer/i, "retailConsumer"],
  [/经营|business/i, "retailBusiness"],
];

/** The retail segment that a product's name says. */
export function retailSegmentOf(product: string | null): Segment | undefined {
  return product === null ? undefined : retailProducts.find(([pattern]) => pattern.test(product))?.[1];
}

function corporateSegmentOf(facts: SegmentFacts): { segment: Segment; isFilled: boolean } {
  if (facts.securityKind !== null) return { segment: corporateSegments[facts.securityKind], isFilled: false };
  if (facts.hasCollateral) return { segment: "corporateSecured", isFilled: true };
  return { segment: facts.hasGuarantor ? "corporateGuaranteed" : "corporateUnsecured", isFilled: true };
}

/**
 * Retail packages by product; corporate ones by security, since "经营性物业贷款" is a corporate product. A segment is
 * filled where the tape states neither, and then follows from the collateral and guarantors that it lists.
 */
export function segmentByFacts(facts: SegmentFacts): { readonly segment: Segment; readonly isFilled: boolean } {
  if (facts.dealKind !== "retailBulk") return corporateSegmentOf(facts);
  const segment = retailSegmentOf(facts.product);
  return { segment: segment ?? "retailOther", isFilled: segment === undefined };
}
