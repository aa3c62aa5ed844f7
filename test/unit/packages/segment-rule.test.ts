import { describe, expect, it } from "vitest";
import { type SegmentFacts, segmentByFacts } from "../../../main/packages/segment-rule.ts";

const corporate: SegmentFacts = { dealKind: "corporateBulk", product: null, securityKind: null, hasCollateral: false, hasGuarantor: false };
const retail: SegmentFacts = { ...corporate, dealKind: "retailBulk" };

describe("the segment of a loan", () => {
  it("follows the security in a corporate package", () => {
    expect(segmentByFacts({ ...corporate, securityKind: "mortgagedAndGuaranteed" })).toEqual({ segment: "corporateSecured", isFilled: false });
    expect(segmentByFacts({ ...corporate, securityKind: "guaranteed" })).toEqual({ segment: "corporateGuaranteed", isFilled: false });
    expect(segmentByFacts({ ...corporate, securityKind: "unsecured", hasCollateral: true })).toEqual({ segment: "corporateUnsecured", isFilled: false });
  });

  it("follows the listed collateral and guarantors where no security is stated, and says so", () => {
    expect(segmentByFacts({ ...corporate, hasCollateral: true, hasGuarantor: true })).toEqual({ segment: "corporateSecured", isFilled: true });
    expect(segmentByFacts({ ...corporate, hasGuarantor: true })).toEqual({ segment: "corporateGuaranteed", isFilled: true });
    expect(segmentByFacts(corporate)).toEqual({ segment: "corporateUnsecured", isFilled: true });
  });

  it("follows the product in a retail package", () => {
    expect(segmentByFacts({ ...retail, product: "信用卡透支" })).toEqual({ segment: "retailCard", isFilled: false });
    expect(segmentByFacts({ ...retail, product: "个人消费贷" })).toEqual({ segment: "retailConsumer", isFilled: false });
    expect(segmentByFacts({ ...retail, product: "个人经营贷" })).toEqual({ segment: "retailBusiness", isFilled: false });
    expect(segmentByFacts({ ...retail, product: "其他" })).toEqual({ segment: "retailOther", isFilled: true });
  });

  it("does not take a corporate product for a retail one", () => {
    expect(segmentByFacts({ ...corporate, product: "经营性物业贷款", securityKind: "mortgaged" }).segment).toBe("corporateSecured");
  });
});
