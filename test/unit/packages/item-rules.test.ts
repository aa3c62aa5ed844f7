import { describe, expect, it } from "vitest";
import { ageOf, fillBit, heldItem, priorClaimsOf, seizureOf } from "../../../main/packages/item-rules.ts";
import type { CollateralRow } from "../../../main/packages/package-queries.ts";
import type { SecurityKind } from "../../../shared/domain/codes.ts";

const row: CollateralRow = {
  loan_id: 1,
  asset_key: null,
  address: null,
  collateral_kind: "land",
  appraisal_fen: 1_000_000,
  lien_rank: 1,
  senior_claims_fen: 0,
  secured_cap_fen: null,
  seizure: null,
  appraisal_date: "2024-09-30",
  hold: "mortgage",
  priority_fen: null,
  rival_fen: null,
  waiting_fen: null,
  land_title: null,
  land_premium_fen: null,
  homebuyer_fen: null,
  tax_arrears_fen: null,
  wage_fen: null,
};
const person = { isCompany: false, isBankrupt: false };
const company = { isCompany: true, isBankrupt: false };

describe("what is paid before the mortgage", () => {
  it.each([
    ["allotted", true],
    ["collective", true],
    ["granted", false],
    [null, false],
  ] as const)("on land that is %s: a premium applies = %s (城市房地产管理法第五十一条)", (land_title, applies) => {
    const { columns, mask } = priorClaimsOf({ ...row, land_title }, person);
    expect(columns.landPremium).toBe(applies ? Number.NaN : 0);
    expect((mask & fillBit("landPremiumByShare")) !== 0).toBe(applies);
  });

  it("is what the tape states, without a flag", () => {
    const stated = { ...row, land_title: "allotted", land_premium_fen: 500, homebuyer_fen: 0, tax_arrears_fen: 700 } as const;
    expect(priorClaimsOf(stated, company)).toEqual({ columns: { landPremium: 5, homebuyerClaims: 0, wageClaims: 0, taxArrears: 7 }, mask: 0 });
  });

  it("holds buyers of homes under construction, and arrears of companies alone", () => {
    const { columns, mask } = priorClaimsOf({ ...row, collateral_kind: "construction" }, company);
    expect(columns).toEqual({ landPremium: 0, homebuyerClaims: Number.NaN, wageClaims: 0, taxArrears: Number.NaN });
    expect(mask).toBe(fillBit("homebuyersByShare") | fillBit("taxArrearsByShare"));
    expect(priorClaimsOf(row, person).mask).toBe(0);
  });
});

describe("wages of a bankrupt debtor", () => {
  const bankrupt = { isCompany: true, isBankrupt: true };
  it("stand before us where we are unsecured, by a share where nobody states them (破产法第一百一十三条)", () => {
    const { columns, mask } = priorClaimsOf({ ...row, hold: "seizure" }, bankrupt);
    expect(columns.wageClaims).toBeNaN();
    expect(mask & fillBit("wagesByShare")).not.toBe(0);
    expect(priorClaimsOf({ ...row, hold: "seizure", wage_fen: 300 }, bankrupt).columns.wageClaims).toBe(3);
  });

  it("don't stand before a mortgage, nor outside bankruptcy (破产法第一百零九条)", () => {
    expect(priorClaimsOf(row, bankrupt).columns.wageClaims).toBe(0);
    expect(priorClaimsOf({ ...row, hold: "seizure" }, company).columns.wageClaims).toBe(0);
  });
});

describe("an item of which nothing but a seizure is stated", () => {
  const silent = { ...row, hold: null, lien_rank: null, senior_claims_fen: null };
  const held = (facts: Partial<CollateralRow>, security: SecurityKind | null) => {
    const { item, rank, isWaitingUnranked } = heldItem({ ...silent, ...facts }, security);
    return { hold: item.hold, rank, isWaitingUnranked };
  };
  it.each([
    ["unsecured", "waiting", { hold: "seizure", rank: null, isWaitingUnranked: true }],
    ["guaranteed", "first", { hold: "seizure", rank: null, isWaitingUnranked: false }],
    ["mortgaged", "waiting", { hold: null, rank: 2, isWaitingUnranked: true }],
    [null, "waiting", { hold: null, rank: 2, isWaitingUnranked: true }],
    ["mortgaged", "first", { hold: null, rank: null, isWaitingUnranked: false }],
    ["unsecured", "unknown", { hold: null, rank: null, isWaitingUnranked: false }],
    ["unsecured", null, { hold: null, rank: null, isWaitingUnranked: false }],
  ] as const)("of a claim that is %s, %s", (security, seizure, expected) => {
    expect(held({ seizure }, security)).toEqual(expected);
  });

  it.each([
    ["a hold", { hold: "mortgage" }, { hold: "mortgage", rank: null }],
    ["a rank", { lien_rank: 1 }, { hold: null, rank: 1 }],
    ["a maximum", { secured_cap_fen: 5 }, { hold: null, rank: null }],
    ["prior claims", { senior_claims_fen: 0 }, { hold: null, rank: null }],
  ] as const)("is taken as before where %s is", (_fact, facts, expected) => {
    expect(held({ seizure: "waiting", ...facts }, "unsecured")).toEqual({ ...expected, isWaitingUnranked: false });
  });

  it("waits behind those whom the tape states", () => {
    expect(held({ seizure: "waiting", rival_fen: 300 }, "unsecured")).toEqual({ hold: "seizure", rank: null, isWaitingUnranked: false });
    expect(held({ seizure: "waiting", rival_fen: 300 }, "mortgaged")).toEqual({ hold: null, rank: null, isWaitingUnranked: false });
  });
});

describe("the order of seizure", () => {
  it.each([
    [
      "a first seizure has all others behind it",
      { seizure: "first", hold: "seizure", rival_fen: 500, waiting_fen: 300 },
      { rivalClaims: 0, waitingClaims: 8, seizureWaits: 0 },
      false,
    ],
    [
      "a waiting one has before it what is stated",
      { seizure: "waiting", hold: "seizure", rival_fen: 500, waiting_fen: 300 },
      { rivalClaims: 5, waitingClaims: 3, seizureWaits: 1 },
      false,
    ],
    [
      "a waiting one without an amount goes by a share",
      { seizure: "waiting", hold: "seizure" },
      { rivalClaims: Number.NaN, waitingClaims: 0, seizureWaits: 1 },
      true,
    ],
    ["so does one whose place is not known", { seizure: "unknown", hold: "seizure" }, { rivalClaims: Number.NaN, waitingClaims: 0, seizureWaits: 0 }, true],
    ["a mortgage waits, and has no rivals", { seizure: "waiting", hold: "mortgage" }, { rivalClaims: 0, waitingClaims: 0, seizureWaits: 1 }, false],
  ] as const)("%s", (_title, facts, columns, isFilled) => {
    expect(seizureOf({ ...row, ...facts })).toEqual({ columns, mask: isFilled ? fillBit("seizureRivalsByShare") : 0 });
  });
});

describe("the age of an appraisal", () => {
  it.each([
    ["2024-09-30", "2025-09-30", 12, 0],
    ["2024-08-30", "2025-09-30", 13, fillBit("appraisalOverAYear")],
    ["2024-10-15", "2025-09-30", 11, 0],
    ["2025-12-01", "2025-09-30", 0, 0],
    [null, "2025-09-30", Number.NaN, fillBit("appraisalDateUnknown")],
    ["2020-01-01", null, 0, 0],
  ] as const)("from %s to %s is %d months", (appraisal_date, cutOff, months, mask) => {
    expect(ageOf({ ...row, appraisal_date }, cutOff)).toEqual({ months, mask });
  });

  it("says nothing of an item without an appraisal", () => {
    expect(ageOf({ ...row, appraisal_fen: null, appraisal_date: null }, "2025-09-30")).toEqual({ months: 0, mask: 0 });
  });
});
