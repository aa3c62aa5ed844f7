import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FillRule } from "../../../shared/domain/codes.ts";
import { defaultGapRanges } from "../../../shared/domain/scenario-defaults.ts";
import { openTestDesk, type TestDesk, testDeal } from "./test-desk.ts";

/** Small lists of test/fixtures/model-cases, from file to price with the built-in assumptions. */
let desk: TestDesk;
beforeAll(() => {
  desk = openTestDesk();
});
afterAll(() => desk.close());

async function priceOf(name: string) {
  const { id } = await desk.deals.create({ ...testDeal, name, cutOffDate: "2025-09-30" });
  const fileToken = desk.admit(fileURLToPath(new URL(`../../fixtures/model-cases/${name}.xlsx`, import.meta.url)));
  const { suggestedMapping } = await desk.tapes.inspect(fileToken);
  await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping: { ...suggestedMapping, currency: "CNY" } });
  const result = await desk.pricing.price(id, await desk.assumptions.model(id));
  const { rows } = await desk.pricing.loans(id, {
    caseName: "base",
    offset: 0,
    limit: 100,
    sortBy: "contractNo",
    descending: false,
    search: "",
  });
  return {
    dealId: id,
    result,
    loans: rows.map((row) => ({ ...row, loanId: null, monthsToCash: row.monthsToCash?.toFixed(9) })),
    bids: result.cases.map(({ maxBidFen }) => maxBidFen),
  };
}

describe("two houses that secure three loans across each other, sold in one month", () => {
  it("give each loan and each case the same to the fen, whichever row stands first", async () => {
    const [one, reversed] = [await priceOf("order1"), await priceOf("order2")];
    expect(one.loans).toHaveLength(3);
    expect(reversed.loans).toEqual(one.loans);
    expect(reversed.bids).toEqual(one.bids);
    expect(Math.min(...one.bids)).toBeGreaterThan(0);
  });
});

describe("a company's house that we seized first", () => {
  it("pays us what it pays where nobody waits behind us (民诉法解释第五百一十四条)", async () => {
    const [alone, waitedFor] = [await priceOf("first_alone"), await priceOf("first_seizure")];
    expect(waitedFor.loans).toEqual(alone.loans);
    expect(alone.loans[0]?.collateralRecoveryFen).toBeGreaterThan(400_000_000);
  });

  it("pays less, later and with a flag where our seizure waits and nobody says for whom", async () => {
    const [alone, waiting] = [await priceOf("first_alone"), await priceOf("waiting_unknown")];
    expect(waiting.loans[0]?.fills).toContain("seizureRivalsByShare");
    expect(waiting.loans[0]?.fills).not.toContain("lienRankAsFirst");
    expect(waiting.loans[0]?.collateralRecoveryFen).toBeLessThan((alone.loans[0]?.collateralRecoveryFen ?? 0) / 2);
  });
});

it("a waiting seizure of which neither hold, rank nor amount is stated has a rule, a flag and a price tag of its own", async () => {
  const { loans, result, dealId } = await priceOf("unranked");
  const [seizedLate, seizedFirst, mortgageWaits, mortgageFirst] = loans;
  const isOf = (rule: FillRule) => loans.map(({ fills }) => fills.includes(rule));
  expect(isOf("waitingUnranked")).toEqual([true, false, true, false]);
  expect(isOf("seizureRivalsByShare")).toEqual([true, false, false, false]);
  expect(isOf("lienRankAsFirst")).toEqual([false, false, false, true]);
  expect(isOf("seniorClaimsByRank")).toEqual([false, false, false, false]);
  // 法释〔2016〕6号: the court that seized first disposes of the asset; 民诉法解释第五百一十四条: who seized first is paid first.
  expect(seizedLate?.collateralRecoveryFen).toBeLessThan((seizedFirst?.collateralRecoveryFen ?? 0) / 2);
  expect(mortgageWaits?.collateralRecoveryFen).toBeLessThan((mortgageFirst?.collateralRecoveryFen ?? 0) * 0.7);
  expect(seizedFirst?.collateralRecoveryFen).toBe(mortgageFirst?.collateralRecoveryFen);
  const { tags } = await desk.sensitivity.gaps({ dealId, caseName: "base", ranges: defaultGapRanges });
  const tag = tags.find(({ rule }) => rule === "waitingUnranked");
  const bid = result.cases[1]?.maxBidFen ?? 0;
  expect(tag).toMatchObject({ loans: 2 });
  expect(tag?.lowFen).toBeLessThan(bid);
  expect(tag?.highFen).toBeGreaterThan(bid);
});

it("allotted land, an old appraisal and their rules are told from granted land newly appraised", async () => {
  const { loans } = await priceOf("gaps");
  const [granted, allotted] = loans;
  expect(granted?.fills).toContain("appraisalOverAYear");
  expect(granted?.fills).not.toContain("landPremiumByShare");
  expect(allotted?.fills).toContain("landPremiumByShare");
  expect(allotted?.fills).not.toContain("appraisalOverAYear");
  // Appraisals of 20 m: 13 years at −2 % leave 76 %, a premium of 40 % leaves 60 % before its first round's discount.
  expect(allotted?.collateralRecoveryFen).toBeLessThan(granted?.collateralRecoveryFen ?? 0);
});
