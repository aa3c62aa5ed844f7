import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ModelEdit, modelEditSchema } from "../../../shared/contract/assumption-channels.ts";
import type { CaseResult, Irr, PricingResult } from "../../../shared/domain/pricing-results.ts";
import { openTestDesk, type TestDesk } from "./test-desk.ts";

let desk: TestDesk;
let dealId: number;
let plain: PricingResult;
let model: ModelEdit;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  const { assumptions, cases, bidPriceFen } = await desk.assumptions.model(dealId);
  model = { assumptions, cases, bidPriceFen };
  plain = await desk.pricing.price(dealId, model);
});
afterAll(() => desk.close());

const baseOf = (result: PricingResult): CaseResult => result.cases[1] ?? expect.fail("no base case");
const rateOf = (irr: Irr | null): number => (irr?.kind === "one" ? irr.rate : Number.NaN);
const withTerms = (change: Partial<ModelEdit["assumptions"]>): ModelEdit => ({ ...model, assumptions: { ...model.assumptions, ...change } });

describe("the sample deal, financed", () => {
  it("earns by days of the calendar what it earns by months, within what the day count explains", () => {
    const { irr, xirr } = baseOf(plain).atBidPrice;
    expect(rateOf(irr)).toBeCloseTo(0.12, 8);
    expect(rateOf(xirr)).not.toBe(rateOf(irr));
    expect(Math.abs(rateOf(xirr) - rateOf(irr))).toBeLessThan(0.001);
  });

  it("bids 100 ÷ PV more, deal costs apart, where the price is paid 30 / 70 over a year (W10)", async () => {
    const instalments = [
      { share: 0.3, monthsAfterClosing: 0 },
      { share: 0.7, monthsAfterClosing: 12 },
    ];
    const eased = await desk.pricing.price(dealId, withTerms({ payment: { ...model.assumptions.payment, instalments } }));
    const factor = 0.3 + 0.7 / 1.12;
    expect(eased.bidPriceFen / plain.bidPriceFen).toBeCloseTo(1.005 / (factor + 0.005), 8);
    expect(rateOf(baseOf(eased).atBidPrice.irr)).toBeCloseTo(0.12, 8);
  });

  it("lifts the return of equity with debt that costs less than the pool earns, and keeps it through a saved run", async () => {
    const leverage = { ...model.assumptions.leverage, isOn: true, kind: "cashSweep" as const, tenorMonths: 60 };
    const financed = await desk.pricing.price(dealId, withTerms({ leverage }));
    const { levered, irr } = baseOf(financed).atBidPrice;
    expect(rateOf(levered?.irr ?? null)).toBeGreaterThan(rateOf(irr));
    expect(levered?.debtFen).toBe(Math.round(financed.bidPriceFen * leverage.debtShare));
    // At the price at the hurdle of equity, equity earns its hurdle.
    expect(rateOf(baseOf(financed).leveredPrice?.irr ?? null)).toBeCloseTo(leverage.leveredHurdleRate, 7);
    const run = await desk.runs.save(dealId, "financed");
    expect(run.result).toEqual(financed);
    expect(await desk.runs.replay(run.id)).toEqual({ runHash: run.runHash, isSame: true });
    expect((await desk.runs.runForMemo(run.id)).assumptions.leverage).toEqual(leverage);
  });

  it("takes what was collected since cut-off in place of what the model expects", async () => {
    const transition = { sellerShare: 0.02, collectedYuan: 10_000_000, reimbursedYuan: 50_000 };
    const settled = await desk.pricing.price(dealId, withTerms({ transition }));
    const { payment } = baseOf(settled).atBidPrice;
    expect(baseOf(settled).transition).toMatchObject({
      collectedFen: 1_000_000_000,
      keptFen: 20_000_000,
      handedOverFen: 980_000_000,
      reimbursedFen: 5_000_000,
    });
    expect(payment?.netCashAtClosingFen).toBe(settled.bidPriceFen - 980_000_000 + 5_000_000);
  });

  it("refuses parts that do not add up before anything is priced", () => {
    const wrong = withTerms({ payment: { ...model.assumptions.payment, instalments: [{ share: 0.9, monthsAfterClosing: 0 }] } });
    expect(modelEditSchema.safeParse(wrong).error?.issues[0]?.path).toEqual(["assumptions", "payment", "instalments"]);
    expect(modelEditSchema.safeParse(model).success).toBe(true);
  });
});
