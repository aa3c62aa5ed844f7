import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseNames, type FillRule } from "../../../shared/domain/codes.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { openTestDesk, retailTape, statedByUser, type TestDesk, testDeal } from "./test-desk.ts";

let desk: TestDesk;
let dealId: number;
let result: PricingResult;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  result = await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
});
afterAll(() => desk.close());

const page = { caseName: "base", offset: 0, limit: 500, sortBy: "contractNo", descending: false, search: "" } as const;

describe("pricing the sample package", () => {
  it("takes the totals of the tape", () => {
    // The tapes' manifest.
    expect(result.totals).toMatchObject({
      loans: 465,
      debtors: 310,
      upbFen: 883_207_794_406,
      interestFen: 325_717_834_534,
      feesFen: 1_254_848_483,
      appraisalFen: 1_052_227_254_025,
    });
  });

  it("bids between nothing and the claim, and orders the cases", () => {
    const [low, base, high] = result.cases.map((priced) => priced.maxBidFen);
    expect(low).toBeLessThan(base ?? 0);
    expect(base).toBeLessThan(high ?? 0);
    expect(result.bidPriceFen).toBe(base);
    expect(result.bidPriceFen).toBeGreaterThan(0);
    expect(result.bidPriceFen).toBeLessThan(result.totals.claimFen);
  });

  it("splits the bid over the loans to the fen", async () => {
    const { total, rows } = await desk.pricing.loans(dealId, page);
    expect(total).toBe(465);
    expect(rows.reduce((sum, row) => sum + row.allocatedFen, 0)).toBe(result.bidPriceFen);
    expect(rows.reduce((sum, row) => sum + row.claimFen, 0)).toBe(result.totals.claimFen);
    expect(rows.reduce((sum, row) => sum + row.appraisalFen, 0)).toBe(result.totals.appraisalFen);
  });

  it("counts the filled inputs as the tape's gaps are counted in the database", () => {
    const count = (where: string) => Number(desk.db.raw.prepare(`SELECT count(*) FROM loan WHERE ${where}`).pluck().get());
    const isInterestLeft = "coalesce(claim_total_fen, 0) > principal_fen + coalesce(fees_fen, 0)";
    const gaps: Partial<Record<FillRule, number>> = {
      interestAsZero: count(`interest_fen IS NULL AND NOT ${isInterestLeft}`),
      interestFromClaimTotal: count(`interest_fen IS NULL AND ${isInterestLeft}`),
      feesAsZero: count("fees_fen IS NULL"),
      classAsDoubtful: count("five_tier_class IS NULL"),
      stageAsNotSued: count("litigation_stage IS NULL"),
      segmentFromSecurity: count("security_kind IS NULL"),
      overdueDateUnknown: count("overdue_date IS NULL AND days_past_due IS NULL"),
      // The cut-off date is 2025-09-30.
      limitationDateUnknown: count(
        "coalesce(litigation_stage, 'notSued') = 'notSued' AND limitation_date IS NULL AND coalesce(overdue_date, '2025-01-01') >= '2022-09-30'",
      ),
      limitationDoubtful: count("coalesce(litigation_stage, 'notSued') = 'notSued' AND limitation_date IS NULL AND overdue_date < '2022-09-30'"),
      interestBasisUnknown: count("coalesce(interest_fen, 0) > 0 AND interest_basis IS NULL"),
      guarantorUnnamed: count("security_kind IN ('guaranteed', 'mortgagedAndGuaranteed')"),
      appraisalAsZero: count("id IN (SELECT loan_id FROM collateral WHERE appraisal_fen IS NULL)"),
      collateralKindAsOther: count("id IN (SELECT loan_id FROM collateral WHERE collateral_kind IS NULL)"),
      lienRankAsFirst: count("id IN (SELECT loan_id FROM collateral WHERE lien_rank IS NULL)"),
      // Every other debtor of the sample has a unified social credit code.
      debtorTypeFromKind: count("debtor_type IS NULL AND length(coalesce(debtor_id, '')) <> 18"),
      homebuyersByShare: count("id IN (SELECT loan_id FROM collateral WHERE collateral_kind = 'construction' AND homebuyer_fen IS NULL)"),
      landPremiumByShare: count("id IN (SELECT loan_id FROM collateral WHERE land_title IN ('allotted', 'collective') AND land_premium_fen IS NULL)"),
      // All debtors of the sample with collateral are companies.
      taxArrearsByShare: count("id IN (SELECT loan_id FROM collateral WHERE tax_arrears_fen IS NULL)"),
      propertyFeesByShare: count("id IN (SELECT loan_id FROM collateral WHERE collateral_kind IN ('residential', 'shop', 'office'))"),
      seizureRivalsByShare: count("id IN (SELECT loan_id FROM collateral WHERE hold = 'seizure' AND seizure IS NOT 'first' AND rival_fen IS NULL)"),
      // The sample states conditions in its remarks, and no kind but liquidation.
      conditionUnknown: count("debtor_condition IS NULL AND litigation_stage IS NOT 'bankruptcy'"),
      bankruptcyKindUnknown: count("bankruptcy_kind IS NULL AND litigation_stage = 'bankruptcy'"),
      // The cut-off date is 2025-09-30.
      appraisalOverAYear: count("id IN (SELECT loan_id FROM collateral WHERE appraisal_fen > 0 AND appraisal_date <= '2024-08-30')"),
      appraisalDateUnknown: count("id IN (SELECT loan_id FROM collateral WHERE appraisal_fen > 0 AND appraisal_date IS NULL)"),
      seniorClaimsByRank: count("id IN (SELECT loan_id FROM collateral WHERE lien_rank > 1 AND senior_claims_fen IS NULL)"),
    };
    const expected = Object.entries(gaps).filter(([, loans]) => loans > 0);
    expect(Object.fromEntries(result.fills.map(({ rule, loans }) => [rule, loans]))).toEqual(Object.fromEntries(expected));
  });

  it("keeps the edit as the deal's model", async () => {
    const model = await desk.assumptions.model(dealId);
    const bid = await desk.pricing.price(dealId, { ...model, bidPriceFen: 100_000_000_000 });
    expect(bid.bidPriceFen).toBe(100_000_000_000);
    expect(await desk.assumptions.model(dealId)).toEqual({ ...model, bidPriceFen: 100_000_000_000 });
    await desk.pricing.price(dealId, { ...model, bidPriceFen: null });
  });
});

describe("the loans of a pricing", () => {
  it("come page by page in the order asked for, without a gap or a repeat", async () => {
    const all = (await desk.pricing.loans(dealId, { ...page, sortBy: "presentValueFen", descending: true })).rows;
    const values = all.map((row) => row.presentValueFen);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    const pages = await Promise.all(
      [0, 200, 400].map((offset) => desk.pricing.loans(dealId, { ...page, sortBy: "presentValueFen", descending: true, offset, limit: 200 })),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all);
  });

  it("put what has no months to cash last in both directions", async () => {
    for (const descending of [false, true]) {
      const { rows } = await desk.pricing.loans(dealId, { ...page, sortBy: "monthsToCash", descending });
      const isGap = rows.map((row) => row.monthsToCash === null);
      expect(isGap).toEqual([...isGap].sort((left, right) => Number(left) - Number(right)));
    }
  });

  it("are found by contract number or debtor, taken literally", async () => {
    const [some] = (await desk.pricing.loans(dealId, { ...page, limit: 1 })).rows;
    const found = await desk.pricing.loans(dealId, { ...page, search: some?.contractNo.slice(-8) ?? "" });
    expect(found.rows.map((row) => row.contractNo)).toContain(some?.contractNo);
    const byDebtor = await desk.pricing.loans(dealId, { ...page, search: some?.debtorName ?? "" });
    expect(byDebtor.total).toBeGreaterThan(0);
    expect(byDebtor.rows.every((row) => row.debtorName === some?.debtorName)).toBe(true);
    expect(await desk.pricing.loans(dealId, { ...page, search: "%" })).toEqual({ total: 0, rows: [] });
  });

  it("open to a trace that adds up to the loan's present value", async () => {
    const [top] = (await desk.pricing.loans(dealId, { ...page, sortBy: "presentValueFen", descending: true, limit: 1 })).rows;
    for (const caseName of caseNames) {
      const { loan, trace } = await desk.pricing.explainLoan(dealId, caseName, top?.loanId ?? 0);
      expect(loan.contractNo).toBe(top?.contractNo);
      expect((trace.amountYuan ?? 0) * 100).toBeCloseTo(loan.presentValueFen, 0);
    }
    await expect(desk.pricing.explainLoan(dealId, "base", 999_999)).rejects.toMatchObject({ code: "pricing.loanNotFound" });
  });
});

describe("pricing is refused", () => {
  it("for a deal without a tape, and for loans before a pricing", async () => {
    const empty = await desk.deals.create(testDeal);
    const model = await desk.assumptions.model(empty.id);
    await expect(desk.pricing.price(empty.id, model)).rejects.toMatchObject({ code: "deal.noTape" });
    await expect(desk.pricing.loans(empty.id, page)).rejects.toMatchObject({ code: "deal.noTape" });
  });

  it("for an archived deal", async () => {
    const { id } = await desk.deals.create(testDeal);
    const model = await desk.assumptions.model(id);
    await desk.deals.archive(id, true);
    await expect(desk.pricing.price(id, model)).rejects.toMatchObject({ code: "deal.archived" });
  });

  it("after an undo until the next package is priced", async () => {
    const other = openTestDesk();
    const sample = await other.deals.openSample();
    await other.pricing.price(sample.id, await other.assumptions.model(sample.id));
    await other.tapes.undo(sample.package?.tapeId ?? 0);
    await expect(other.pricing.loans(sample.id, page)).rejects.toMatchObject({ code: "deal.noTape" });
    await other.deals.openSample();
    await expect(other.pricing.loans(sample.id, page)).rejects.toMatchObject({ code: "pricing.notPriced" });
    await other.close();
  });
});

describe("a loan without interest", () => {
  it("takes it from a claim total above principal and costs, and from no other", async () => {
    const totals = [
      ["principal_fen + fees_fen + 123456", 123_456, "interestFromClaimTotal"],
      ["NULL", 0, "interestAsZero"],
      ["principal_fen + fees_fen", 0, "interestAsZero"],
      ["principal_fen - 1", 0, "interestAsZero"],
    ] as const;
    const other = openTestDesk();
    const { id } = await other.deals.openSample();
    const { raw } = other.db;
    const loanIds = raw.prepare("SELECT id FROM loan WHERE interest_fen > 0 AND fees_fen > 0 ORDER BY id LIMIT 4").pluck().all();
    for (const [index, [claimTotal]] of totals.entries()) {
      raw.prepare(`UPDATE loan SET interest_fen = NULL, claim_total_fen = ${claimTotal} WHERE id = ?`).run(loanIds[index]);
    }
    await other.pricing.price(id, await other.assumptions.model(id));
    const { rows } = await other.pricing.loans(id, page);
    for (const [index, [, interestFen, rule]] of totals.entries()) {
      const row = rows.find(({ loanId }) => loanId === loanIds[index]);
      const stated = Number(raw.prepare("SELECT principal_fen + fees_fen FROM loan WHERE id = ?").pluck().get(loanIds[index]));
      expect((row?.claimFen ?? 0) - stated).toBe(interestFen);
      expect(row?.fills.filter((fill) => fill.startsWith("interest") && fill !== "interestBasisUnknown")).toEqual([rule]);
    }
    await other.close();
  });
});

describe("a retail package", () => {
  it("gets its segments from the product", async () => {
    const { id } = await desk.deals.create({ ...testDeal, kind: "retailBulk" });
    const fileToken = desk.admit(retailTape);
    const { suggestedMapping } = await desk.tapes.inspect(fileToken);
    const mapping = {
      ...suggestedMapping,
      ...statedByUser,
      sheets: suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: sheet.unit ?? ("yuan" as const) })),
    };
    await desk.tapes.import({ dealId: id, fileToken, encoding: null, mapping });
    await desk.pricing.price(id, await desk.assumptions.model(id));
    const { total, rows } = await desk.pricing.loans(id, { ...page, sortBy: "upbFen", descending: true });
    expect(total).toBe(12_000);
    expect(new Set(rows.map((row) => row.segment))).toEqual(new Set(["retailCard", "retailConsumer", "retailBusiness"]));
  });
});

describe("warming the engine", () => {
  it("leaves the first package as it would be", async () => {
    const warm = openTestDesk();
    await warm.pricing.warm();
    const { id } = await warm.deals.openSample();
    const { assumptions, cases } = await warm.assumptions.model(id);
    expect(await warm.pricing.price(id, { assumptions, cases, bidPriceFen: null })).toEqual(result);
    await warm.close();
  });
});
