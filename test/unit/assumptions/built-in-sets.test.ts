import { describe, expect, it } from "vitest";
import { builtInSetOf } from "../../../main/assumptions/built-in-sets.ts";
import { assumptionGroups, assumptionSourcesSchema, assumptionsSchema, casesSchema } from "../../../shared/domain/assumptions.ts";
import { dealKinds } from "../../../shared/domain/codes.ts";

const retail = builtInSetOf("retailBulk").assumptions;
/** Share of the claim that a curve collects within the horizon. */
const totalOf = ({ lagMonths, firstMonthRate, monthlyDecay }: (typeof retail.curves)["retailCard"]): number =>
  firstMonthRate * ((1 - monthlyDecay ** (retail.horizonMonths - lagMonths)) / (1 - monthlyDecay));

describe("the built-in set of a kind of deal", () => {
  it.each(dealKinds)("of %s is valid and dated, with a source or the word of the desk for each group", (kind) => {
    const set = builtInSetOf(kind);
    expect(set.dealKind).toBe(kind === "other" ? "corporateBulk" : kind);
    expect(assumptionsSchema.parse(set.assumptions)).toEqual(set.assumptions);
    expect(casesSchema.safeParse(set.cases).success).toBe(true);
    // None is filled in by the schema: each group states its own.
    expect(Object.keys(set.sources).toSorted()).toEqual([...assumptionGroups].toSorted());
    const sources = Object.values(assumptionSourcesSchema.parse(set.sources));
    expect(sources.filter(({ asOf }) => asOf < set.asOf)).toEqual([]);
    const isJudged = ({ sourceZh, sourceEn }: (typeof sources)[number]) => sourceZh.includes("判断") && /judgement/i.test(sourceEn);
    expect(sources.filter((source) => !source.sourced && !isJudged(source))).toEqual([]);
  });

  it("names each set differently", () => {
    expect(new Set(dealKinds.map((kind) => builtInSetOf(kind).nameEn)).size).toBe(3);
  });

  // 24CHENGYI01 at 3.63 months overdue; LendingClub's charged-off loans of 2015.
  it("collects from retail claims what its sources say, and less the older they are", () => {
    expect(totalOf(retail.curves.retailCard)).toBeCloseTo(0.1772, 3);
    expect(totalOf(retail.curves.retailConsumer)).toBeCloseTo(0.126, 3);
    for (const segment of ["retailCard", "retailConsumer", "retailBusiness", "retailOther"] as const) {
      const totals = [retail.curves[segment], ...retail.agedCurves[segment]].map(totalOf);
      expect(totals).toHaveLength(6);
      expect(totals).toEqual([...totals].sort((left, right) => right - left));
    }
    // Cards: 1,980 days are 61.44 months past the 110 days at which the curve was measured: 0.97^61.44 = 0.1539.
    expect(totalOf(retail.agedCurves.retailCard[4] ?? retail.curves.retailCard)).toBeCloseTo(0.1772 * 0.1539, 3);
  });
});
