import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usualBeliefs, usualTerms } from "../../../shared/domain/bid-plan.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  await price();
});
afterAll(() => desk.close());

const price = async (bidPriceFen: number | null = null) => desk.pricing.price(dealId, { ...(await desk.assumptions.model(dealId)), bidPriceFen });
const stack = () => ({ area: "deal", dealId }) as const;
/** Four bidders in all, everybody's value erring by a fifth, a value that was typed: CAPABILITIES (a). */
const stated = { ...usualBeliefs, valueFen: 183_510_4800_00, leastRivals: 3, likelyRivals: 3, mostRivals: 3, ownError: 0.2 };
const wan = (fen: number | undefined) => Math.round((fen ?? 0) / 1_000_000);

describe("from the value to a bid", () => {
  it("begins with the base case's highest bid and beliefs that say they are nobody's", async () => {
    const { figures, cases, ...said } = await desk.bids.get(dealId);
    expect(said).toMatchObject({ beliefs: usualBeliefs, sale: usualTerms, isStated: false, closedDeals: 0, atConfidence: null });
    expect(cases.map(({ caseName }) => caseName)).toEqual(["low", "base", "high"]);
    expect(figures?.valueFen).toBe(cases[1]?.maxBidFen);
    expect(figures).toMatchObject({ ownError: usualBeliefs.modelError, simulatedError: null, percentiles: null });
    const at = figures?.points.find(({ priceFen }) => priceFen === figures.valueFen);
    expect(at?.irr).toMatchObject({ kind: "one", rate: expect.closeTo(said.hurdleRate, 6) as number });
    const wins = figures?.points.map(({ winChance }) => winChance) ?? [];
    expect(wins).toEqual(wins.toSorted((one, other) => one - other));
  });

  it("gives 136,224 sealed, a stop at 162,692 and 147,837 once won for 183,510.48 万, four bidders and an error of .20", async () => {
    await desk.bids.saveBeliefs(dealId, { ...stated, saleForm: "sealed" });
    const sealed = (await desk.bids.get(dealId)).figures;
    expect([sealed?.sealedFen, sealed?.ascendingFen, sealed?.worthIfWonFen].map(wan)).toEqual([136_224, 162_692, 147_837]);
    expect(wan(sealed?.shaded?.bidFen)).toBe(136_224);
    await desk.bids.saveBeliefs(dealId, { ...stated, saleForm: "ascending" });
    const open = (await desk.bids.get(dealId)).figures;
    expect(wan(open?.shaded?.bidFen)).toBe(162_692);
    expect(open?.best.bidFen).toBe(stated.valueFen);
    await desk.bids.saveBeliefs(dealId, { ...stated, saleForm: "negotiated" });
    expect((await desk.bids.get(dealId)).figures?.shaded).toBeNull();
  });

  it("states a range where the error is too large for a point, and shades a listing by what a single bidder pays", async () => {
    await desk.bids.saveBeliefs(dealId, { ...stated, saleForm: "listing", ownError: 0.6 });
    expect((await desk.bids.get(dealId)).figures?.shaded?.isWide).toBe(true);
    await desk.bids.saveBeliefs(dealId, { ...stated, saleForm: "listing" });
    expect(wan((await desk.bids.get(dealId)).figures?.shaded?.bidFen)).toBe(136_224);
    await desk.bids.saveSale(dealId, { ...usualTerms, oneBidderRule: "listPrice" });
    expect(wan((await desk.bids.get(dealId)).figures?.shaded?.bidFen)).toBe(162_692);
  });

  it("prices a list price far below the own value, and stands with a value that nothing can be worked out of, saying which", async () => {
    await desk.bids.saveSale(dealId, { ...usualTerms, listFen: 22_725_0000_00, stepFen: 50_0000_00, limitFen: 24_000_0000_00 });
    await desk.bids.saveBeliefs(dealId, { ...usualBeliefs, valueFen: 1_835_104_8000_00 });
    const { figures } = await desk.bids.get(dealId);
    const atList = figures?.points.find(({ priceFen }) => priceFen === 22_725_0000_00);
    expect((atList?.worthIfWonFen ?? Number.NaN) - (atList?.profitIfWonFen ?? Number.NaN)).toBe(22_725_0000_00);
    await desk.bids.saveBeliefs(dealId, { ...usualBeliefs, valueFen: 8e15 });
    const refused = await desk.bids.get(dealId);
    expect(refused).toMatchObject({ figures: null, unusableFen: 8e15, beliefs: { valueFen: 8e15 } });
    await desk.bids.saveSale(dealId, usualTerms);
    await desk.bids.saveBeliefs(dealId, stated);
    expect(await desk.bids.get(dealId)).toMatchObject({ unusableFen: null });
  });

  it("keeps beliefs and terms, and takes each back by itself", async () => {
    const before = await desk.bids.get(dealId);
    await desk.bids.saveSale(dealId, { ...usualTerms, limitFen: 150_000_0000_00, raiser: "投委会主任" });
    expect((await desk.bids.get(dealId)).sale).toMatchObject({ limitFen: 150_000_0000_00, raiser: "投委会主任" });
    const undone = await desk.journal.move(stack(), "undo", null);
    expect(undone?.label.kind).toBe("bidTermsEdited");
    expect((await desk.bids.get(dealId)).sale).toEqual(before.sale);
    for (let step = await desk.journal.move(stack(), "undo", null); step?.label.kind.startsWith("bid"); ) step = await desk.journal.move(stack(), "undo", null);
    expect(await desk.bids.get(dealId)).toMatchObject({ isStated: false, beliefs: usualBeliefs });
  });

  it("takes the error and the chance to miss from the simulation of this pricing alone", async () => {
    const model = await desk.assumptions.model(dealId);
    const { assumptions } = model;
    await desk.pricing.price(dealId, { ...model, assumptions: { ...assumptions, simulation: { ...assumptions.simulation, paths: 1000 } } });
    const simulated = await desk.simulations.run(dealId);
    const { figures, atConfidence } = await desk.bids.get(dealId);
    const deviation = simulated.distribution.maxBid.standardDeviation / simulated.distribution.maxBid.mean;
    expect(figures?.simulatedError ?? Number.NaN).toBeGreaterThan(deviation * 0.8);
    expect(figures?.simulatedError ?? Number.NaN).toBeLessThan(deviation * 1.2);
    expect(figures?.ownError).toBeCloseTo(Math.hypot(figures?.simulatedError ?? 0, usualBeliefs.modelError), 9);
    expect(atConfidence?.priceFen).toBe(simulated.distribution.bidAtConfidenceFen);
    const { p20Fen = 0, p50Fen = 0, p80Fen = 0 } = figures?.percentiles ?? {};
    expect([p20Fen, p50Fen, p80Fen]).toEqual([p20Fen, p50Fen, p80Fen].toSorted((one, other) => one - other));
    expect((await desk.bids.at(dealId, p80Fen))?.missChance).toBeCloseTo(0.8, 3);
    await price(100_000_0000_00);
    expect((await desk.bids.get(dealId)).figures?.simulatedError).toBeNull();
  });

  it("holds published averages of the deal's kind against the balance that they are of, and none whose base is unknown", async () => {
    expect((await desk.bids.get(dealId)).market).toBeNull();
    const average = { dealKind: "corporateBulk", period: "2025", isUpperBound: false, source: "自有统计", asOf: "2025-11-13" } as const;
    await desk.market.saveAverage(null, { ...average, ratio: 0.25, base: "principal" });
    await desk.market.saveAverage(null, { ...average, ratio: 0.3, base: "principal" });
    const { upbFen } = (await price()).totals;
    expect((await desk.bids.get(dealId)).market).toEqual({
      leastFen: Math.round(0.25 * upbFen),
      mostFen: Math.round(0.3 * upbFen),
      averages: 2,
      isUpperBound: false,
    });
  });

  it("refuses an archived deal, and a deal that was not priced", async () => {
    await desk.deals.archive(dealId, true);
    await expect(desk.bids.saveBeliefs(dealId, usualBeliefs)).rejects.toMatchObject({ code: "deal.archived" });
    await desk.deals.archive(dealId, false);
    const { id } = await desk.deals.duplicate(dealId, "另一个");
    await expect(desk.bids.get(id)).rejects.toMatchObject({ code: "deal.noTape" });
  });
});
