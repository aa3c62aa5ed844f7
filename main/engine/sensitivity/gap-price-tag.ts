import type { Assumptions, CaseShifts } from "../../../shared/domain/assumptions.ts";
import { type FillRule, fillRules } from "../../../shared/domain/codes.ts";
import type { GapPriceTag, GapRanges, GapTag } from "../../../shared/domain/scenario-results.ts";
import type { OwnCase, PackageColumns } from "../engine-types.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import { claimOf } from "../recovery/claim-validity.ts";
import { type FillingBasis, type GapEnds, gapEnds } from "./gap-fillings.ts";
import { carriesRule, packageMedians } from "./package-medians.ts";
import { scenarioPricing, type Tick } from "./scenario-prices.ts";

/** What the price tag is worked out for. */
export interface GapInput {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  readonly shifts: CaseShifts;
  readonly ranges: GapRanges;
  /** The case whose shifts these are; left out: the base case. */
  readonly own?: OwnCase | undefined;
}

/**
 * Gap price tag (缺失信息标价): for each missing field, the highest bid with the gap filled at the low and at the high end of
 * its range for all loans that carry the rule, everything else as it is. The spread, from the least to the greatest
 * of the two and the bid as filled, is what asking the seller is worth.
 *
 * A loan with an own estimate in the case is priced by it, whatever fills its gaps. Gaps are valued one at a time, so spreads do not add up. A gap whose range has no basis, since no loan of the package
 * states the field and the desk set no value, is listed without a price.
 */
export function priceGaps({ columns, assumptions, shifts, ranges, own }: GapInput, tick: Tick = () => undefined): GapPriceTag {
  const bidOf = (filled: PackageColumns, terms: Assumptions): number => {
    const [pool] = scenarioPricing({ columns: filled, assumptions: terms, bidPriceFen: 0, own }).pools([{ all: shifts, segments: {} }]);
    return pool.maxBidFen;
  };
  const maxBidFen = bidOf(columns, assumptions);
  const basis = { assumptions, ranges, medians: packageMedians(columns) };
  const found = fillRules.map((rule) => countLoans(columns, rule)).filter(({ loans }) => loans > 0);
  const tags: GapTag[] = [];
  const unpriced: { rule: FillRule; loans: number }[] = [];
  found.forEach(({ rule, loans, claimFen }, index) => {
    tick(index / found.length);
    const bids = bidsAtEnds(columns, basis, gapEnds[rule], (filled, terms) => (filled === columns && terms === assumptions ? maxBidFen : bidOf(filled, terms)));
    if (bids === null) {
      unpriced.push({ rule, loans });
      return;
    }
    const all = [...bids, maxBidFen];
    // Which filling is worth less may hang on the package: a company is, where rivals seized before us.
    tags.push({ rule, loans, claimFen, lowFen: Math.min(...bids), highFen: Math.max(...bids), spreadFen: Math.max(...all) - Math.min(...all) });
  });
  const { interestOfPrincipal, feesOfPrincipal, appraisalOfClaim } = basis.medians;
  return {
    maxBidFen,
    medians: { interestOfPrincipal, feesOfPrincipal, appraisalOfClaim },
    tags: tags.toSorted((left, right) => right.spreadFen - left.spreadFen),
    unpriced,
  };
}

type BidOf = (filled: PackageColumns, assumptions: Assumptions) => number;

function bidsAtEnds(columns: PackageColumns, basis: FillingBasis, ends: GapEnds | null, bidOf: BidOf): [number, number] | null {
  if (ends === null) return null;
  const [low, high] = [ends.low(columns, basis), ends.high(columns, basis)];
  if (low === null || high === null) return null;
  const termsAt = (end: "low" | "high"): Assumptions => ends.assumptionsAt?.(end, basis) ?? basis.assumptions;
  return [bidOf(low, termsAt("low")), bidOf(high, termsAt("high"))];
}

function countLoans(columns: PackageColumns, rule: FillRule): { readonly rule: FillRule; readonly loans: number; readonly claimFen: number } {
  const carrying = Array.from(columns.fillMask.keys()).filter((loan) => carriesRule(columns, loan, rule));
  return { rule, loans: carrying.length, claimFen: resultFen(sumOf(carrying.map((loan) => claimOf(columns, loan))), "claim") };
}
