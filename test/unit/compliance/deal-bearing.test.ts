import { describe, expect, it } from "vitest";
import { bearingGap, bearingOf } from "../../../main/compliance/deal-bearing.ts";
import { judgeByLoans } from "../../../main/compliance/judge-loans.ts";
import { seededRules } from "../../../main/compliance/rule-pack.ts";
import type { PricedDeal } from "../../../main/pricing/priced-deal.ts";
import { type Company, type Exposure, usualPlanOfCompany } from "../../../shared/domain/company.ts";
import { noAnswer } from "../../../shared/domain/compliance.ts";

/** Four loans of the debtors 甲 (0), 乙 (1) and 丙 (2), as far as the tape names them. */
const dealOf = (allocatedFen: readonly number[], named = 3): PricedDeal => {
  const names = ["甲", "乙", "丙"].slice(0, named);
  const find = (_id: string | null, name: string | null) => (names.includes(name ?? "") ? names.indexOf(name ?? "") : null);
  const bidPriceFen = allocatedFen.reduce((sum, fen) => sum + fen, 0);
  return {
    loaded: { dealKind: "corporateBulk", debtorCount: named, debtors: { count: 3, named, find }, columns: { debtor: [0, 0, 1, 2] } },
    terms: { assumptions: { leverage: { isOn: false } } },
    output: { allocatedFen, result: { bidPriceFen, cases: [] } },
  } as unknown as PricedDeal; // what is read of it
};
const whole = dealOf([30, 10, 40, 20]);
const owes = (name: string, balanceFen: number, change: Partial<Exposure> = {}): Exposure => ({
  id: 1,
  isSample: false,
  name,
  identifier: "",
  groupName: "",
  balanceFen,
  isRelated: false,
  ...change,
});
const companyOf = (exposures: readonly Exposure[], clientReading: "debtor" | "seller" = "debtor") =>
  ({ exposures, plan: { ...usualPlanOfCompany, isExposureListComplete: true, clientReading } }) as unknown as Company; // what is read of it
const terms = { seller: "某银行", isFinancialNpl: true };

describe("how a price bears on clients", () => {
  it("takes several balances of one client for one exposure, a debtor of the package or not", () => {
    const company = companyOf([owes("甲", 100), owes("丁", 300), owes("甲", 200, { groupName: "某系" }), owes("丁", 500)]);
    const { clients, groups } = bearingOf(whole, company, terms);
    expect(clients).toEqual([
      { name: "甲", balanceYuan: 3, priceShare: 0.4 },
      { name: "丁", balanceYuan: 8, priceShare: 0 },
      { name: "", balanceYuan: 0, priceShare: 0.4 },
    ]);
    expect(groups?.find(({ name }) => name === "某系")).toEqual({ name: "某系", balanceYuan: 3, priceShare: 0.4 });
  });

  it("tells nothing of clients where the tape doesn't name all debtors, or nothing is allocated", () => {
    const company = companyOf([owes("甲", 100, { isRelated: true })]);
    for (const [deal, gap] of [
      [dealOf([30, 10, 40, 20], 2), "debtorNames"],
      [dealOf([0, 0, 0, 0]), "allocation"],
    ] as const) {
      expect(bearingOf(deal, company, terms)).toMatchObject({ clients: null, groups: null, relatedShare: null });
      expect(bearingGap(deal, company, terms, "clients")).toBe(gap);
    }
    expect(bearingOf(whole, company, terms).relatedShare).toBeCloseTo(0.4, 12);
    // Who is related to nobody has no share, whatever is known of the package.
    expect(bearingOf(dealOf([0, 0, 0, 0]), companyOf([]), terms).relatedShare).toBe(0);
  });

  it("asks for the seller where the seller is the client", () => {
    const company = companyOf([owes("某银行", 100)], "seller");
    expect(bearingOf(whole, company, terms).clients).toEqual([{ name: "某银行", balanceYuan: 1, priceShare: 1 }]);
    expect(bearingOf(whole, company, { ...terms, seller: "" }).clients).toBeNull();
    expect(bearingGap(whole, company, { ...terms, seller: "" }, "clients")).toBe("seller");
  });
});

describe("rules of loans", () => {
  const ruleOf = (kind: string) => {
    const rule = seededRules.find((one) => one.kind === kind);
    if (rule === undefined) throw new Error("the pack has the rule");
    return { ...rule, id: 1, seeded: true };
  };

  it("count debtors that are named alone, and cannot tell where the others may be enough", () => {
    const count = ruleOf("debtorCount");
    expect(judgeByLoans(count, whole, 100, undefined).verdict).toBe("pass");
    expect(judgeByLoans(count, dealOf([30, 10, 40, 20], 2), 100, undefined)).toMatchObject({ verdict: "cannotTell", missing: ["debtorNames"] });
    expect(judgeByLoans({ ...count, limit: 4 }, whole, 100, undefined).verdict).toBe("fail");
  });

  it("know no price without the debtors concerned where nothing is allocated", () => {
    const answer = { ...noAnswer, isMet: false, concerned: "乙" };
    const excluded = ruleOf("excludedLoans");
    expect(judgeByLoans(excluded, whole, 1000, answer)).toMatchObject({ verdict: "fail", concernedLoans: 1, priceWithoutFen: 600 });
    expect(judgeByLoans(excluded, dealOf([0, 0, 0, 0]), 1000, answer)).toMatchObject({ verdict: "fail", concernedLoans: 1, priceWithoutFen: null });
  });
});
