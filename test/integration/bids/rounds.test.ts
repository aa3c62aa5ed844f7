import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usualBeliefs, usualTerms } from "../../../shared/domain/bid-plan.ts";
import { leastClosedDeals, type RoundClosing } from "../../../shared/domain/bid-rounds.ts";
import { saleParties } from "../../../shared/domain/own-sales.ts";
import { openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
/** CAPABILITIES (a): list 22,725.2353 万, step 50 万, limit 24,000 万. */
const [listFen, stepFen, limitFen] = [227_252_353_00, 500_000_00, 240_000_000_00];
const sale = { ...usualTerms, listFen, stepFen, limitFen, raiser: "投委会主任" };

beforeAll(async () => {
  desk = openTestDesk();
  desk.nameAuthor("王磊");
  dealId = (await desk.deals.openSample()).id;
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
});
afterAll(() => desk.close());

const own = (amountFen: number) => desk.bidRounds.bid(dealId, { kind: "ownBid", amountFen, bidder: "" });
const rival = (amountFen: number) => desk.bidRounds.bid(dealId, { kind: "rivalBid", amountFen, bidder: "" });
const lost: RoundClosing = {
  result: "lost",
  reason: "aboveLimit",
  winner: "某资产",
  winnerFen: 250_000_000_00,
  reserveFen: null,
  depositBackOn: "2025-12-20",
  note: "",
};

describe("a sale that the desk goes into", () => {
  it("wants list price, increment and limit first", async () => {
    await expect(desk.bidRounds.open(dealId, null)).rejects.toMatchObject({ code: "bid.termsMissing" });
    await expect(own(listFen)).rejects.toMatchObject({ code: "bid.noRound" });
    expect(await desk.handlers["bids.card"]({ dealId })).toEqual({ round: null, ladder: null });
  });

  it("has a ladder of 25 steps to 23,975.2353 万, each of which costs rate of return", async () => {
    await desk.bids.saveSale(dealId, sale);
    const { ladder } = await desk.handlers["bids.card"]({ dealId });
    expect(ladder?.steps).toBe(25);
    expect(ladder?.rungs.at(0)).toMatchObject({ step: 0, priceFen: listFen });
    expect(ladder?.rungs.at(-1)).toMatchObject({ step: 25, priceFen: 239_752_353_00 });
    const rates = (ladder?.rungs ?? []).map(({ irr }) => (irr.kind === "one" ? irr.rate : Number.NaN));
    expect(rates).toEqual(rates.toSorted((one, other) => other - one));
  });

  it("keeps to the limit by the fen, and to what stands", async () => {
    const begun = await desk.bidRounds.open(dealId, null);
    expect(begun).toMatchObject({ limitFen, nextFen: listFen, stepsLeft: 25, standing: null, endsAt: null, openedBy: "王磊", raiser: "投委会主任" });
    await expect(desk.bidRounds.open(dealId, null)).rejects.toMatchObject({ code: "bid.roundOpen" });
    await expect(own(listFen - 1)).rejects.toMatchObject({ code: "bid.belowList" });
    expect(await rival(listFen)).toMatchObject({ standing: { amountFen: listFen, isOwn: false }, nextFen: listFen + stepFen, stepsLeft: 24 });
    await expect(own(listFen)).rejects.toMatchObject({ code: "bid.notHigher" });
    await expect(own(limitFen + 1)).rejects.toMatchObject({ code: "bid.aboveLimit" });
    expect(await own(limitFen)).toMatchObject({ standing: { amountFen: limitFen, isOwn: true }, stepsLeft: -1 });
    // Rivals may go above what we may.
    expect(await rival(limitFen + 1)).toMatchObject({ standing: { isOwn: false }, nextFen: 240_252_353_00, stepsLeft: -1 });
  });

  it("strikes what was keyed in by mistake, which stays to be seen", async () => {
    const struck = await desk.bidRounds.strike(dealId);
    expect(struck.standing).toEqual({ amountFen: limitFen, isOwn: true });
    expect(struck.events[0]).toMatchObject({ kind: "rivalBid", amountFen: limitFen + 1, isStruck: true });
    await desk.bidRounds.strike(dealId);
    await desk.bidRounds.strike(dealId);
    await expect(desk.bidRounds.strike(dealId)).rejects.toMatchObject({ code: "bid.nothingToStrike" });
    expect((await desk.bidRounds.round(dealId))?.standing).toBeNull();
  });

  it("lets the limit fall at will and rise only by name and reason", async () => {
    expect(await desk.bidRounds.lowerLimit(dealId, limitFen - 100)).toMatchObject({ limitFen: limitFen - 100 });
    await expect(desk.bidRounds.lowerLimit(dealId, limitFen)).rejects.toMatchObject({ code: "bid.limitOnlyFalls" });
    await expect(own(limitFen)).rejects.toMatchObject({ code: "bid.aboveLimit" });
    const raised = await desk.bidRounds.raiseLimit(dealId, limitFen, "投委会主任", "对手退出一家");
    expect(raised.events[0]).toMatchObject({ kind: "limit", amountFen: limitFen, bidder: "投委会主任", note: "对手退出一家", typedBy: "王磊" });
    expect(await own(limitFen)).toMatchObject({ standing: { isOwn: true } });
    // Edits of the plan leave the room alone.
    await desk.bids.saveSale(dealId, { ...sale, limitFen: limitFen * 2 });
    await expect(own(limitFen + 1)).rejects.toMatchObject({ code: "bid.aboveLimit" });
  });

  it("is not closed against what was written down of it, and nobody bids against himself", async () => {
    await expect(own(limitFen)).rejects.toMatchObject({ code: "bid.notHigher" });
    await desk.bidRounds.strike(dealId);
    await own(listFen);
    await expect(own(listFen + stepFen)).rejects.toMatchObject({ code: "bid.leading" });
    await desk.bidRounds.strike(dealId);
    const won = { ...lost, result: "won", reason: null, winner: "", winnerFen: listFen } as const;
    await expect(desk.bidRounds.close(dealId, won)).rejects.toMatchObject({ code: "bid.wonWithoutBid" });
    await own(limitFen);
    await expect(desk.bidRounds.close(dealId, { ...lost, winnerFen: limitFen - 1 })).rejects.toMatchObject({ code: "bid.lostBelowOwn" });
    await expect(desk.bidRounds.close(dealId, { ...won, winner: "某资产" })).rejects.toMatchObject({ code: "bid.wonByAnother" });
    await expect(desk.bidRounds.close(dealId, { ...won, winnerFen: limitFen + 1 })).rejects.toMatchObject({ code: "bid.wonAboveOwn" });
    expect(await desk.bidRounds.round(dealId)).toMatchObject({ standing: { amountFen: limitFen, isOwn: true } });
  });

  it("puts the end off with each bid in the last minutes", async () => {
    await desk.bidRounds.close(dealId, lost);
    await desk.bids.saveSale(dealId, sale);
    // The clock of this desk stands still at 08:00: what is bid comes at once.
    expect(await desk.bidRounds.open(dealId, 4)).toMatchObject({ endsAt: "2025-11-25T08:04:00.000Z", extensions: 0 });
    expect(await rival(listFen)).toMatchObject({ endsAt: "2025-11-25T08:05:00.000Z", extensions: 1 });
    await desk.bidRounds.close(dealId, { ...lost, winner: "乙资产" });
    expect(await desk.bidRounds.open(dealId, 60)).toMatchObject({ endsAt: "2025-11-25T09:00:00.000Z" });
    expect(await rival(listFen)).toMatchObject({ endsAt: "2025-11-25T09:00:00.000Z", extensions: 0 });
    await desk.bidRounds.close(dealId, lost);
  });

  it("goes into the ledger of all deals, which counts nothing before five are closed", async () => {
    const closed = (await desk.bidRounds.ledger()).lines.at(-1);
    await desk.bidRounds.amend(dealId, closed?.roundId ?? 0, { ...lost, depositBackOn: "2025-12-24", note: "已退" });
    expect((await desk.bidRounds.ledger()).lines.at(-1)).toMatchObject({ closedAt: closed?.closedAt, depositBackOn: "2025-12-24", note: "已退" });
    const { statements, events } = await desk.bidRounds.closed(dealId, closed?.roundId ?? 0);
    expect(statements.map(({ closing }) => closing.note)).toEqual(["已退", lost.note]);
    expect(statements.map(({ closing }) => closing.depositBackOn)).toEqual(["2025-12-24", lost.depositBackOn]);
    expect(events.length).toBeGreaterThan(0);
    await expect(desk.bidRounds.closed(dealId, 999)).rejects.toMatchObject({ code: "bid.notClosed" });
    await expect(desk.bidRounds.amend(dealId, closed?.roundId ?? 0, { ...lost, winnerFen: limitFen - 1 })).rejects.toMatchObject({ code: "bid.lostBelowOwn" });
    await expect(desk.bidRounds.amend(dealId, 999, lost)).rejects.toMatchObject({ code: "bid.notClosed" });
    const { lines, figures } = await desk.bidRounds.ledger();
    expect(lines).toHaveLength(3);
    expect(figures).toBeNull();
    expect(lines.at(-1)).toMatchObject({
      result: "lost",
      reason: "aboveLimit",
      ownFen: limitFen,
      limitFen,
      winner: "某资产",
      winnerFen: 250_000_000_00,
      depositBackOn: "2025-12-24",
    });
    // Two more rounds of the same deal are five sales of one deal, which say nothing; nobody's sale is no bid that missed.
    for (const result of ["won", "noSale"] as const) {
      await desk.bidRounds.open(dealId, null);
      await own(listFen);
      await desk.bidRounds.close(dealId, { ...lost, result, reason: null, winner: "", winnerFen: result === "won" ? listFen : null });
    }
    expect((await desk.bidRounds.ledger()).figures).toBeNull();
    expect((await desk.bids.get(dealId)).closedDeals).toBe(1);
    for (let deals = 1; deals < leastClosedDeals; deals++) {
      const { id } = await desk.deals.create({ ...testDeal, name: `包${deals}` });
      await desk.bids.saveSale(id, sale);
      await desk.bidRounds.open(id, null);
      await desk.bidRounds.bid(id, { kind: "ownBid", amountFen: listFen, bidder: "" });
      await desk.bidRounds.close(id, { ...lost, result: "won", reason: null, winner: "", winnerFen: listFen });
    }
    // Bid for and somebody's: the first, which was lost, and the last five, which were won.
    const counted = (await desk.bidRounds.ledger()).figures;
    expect(counted).toMatchObject({ bids: 6, won: 5 });
    expect(counted?.hitRate).toBeCloseTo(5 / 6, 12);
    expect(counted?.distance).toBeCloseTo(1 - 240 / 250, 12);
    expect((await desk.bids.get(dealId)).closedDeals).toBe(leastClosedDeals);
  });

  it("puts what was won or lost into the market file, with the balances that were sold, and follows what is said later", async () => {
    const { lines } = await desk.bidRounds.ledger();
    const records = async () => (await desk.market.deals()).filter(({ roundId }) => roundId !== null);
    const priced = lines.filter(({ result }) => result !== "noSale");
    expect(new Set((await records()).map(({ roundId }) => roundId))).toEqual(new Set(priced.map(({ roundId }) => roundId)));
    const first = lines.at(-1);
    const deal = await desk.deals.get(dealId);
    const of = async (roundId: number | undefined) => (await records()).find((record) => record.roundId === roundId);
    expect(await of(first?.roundId)).toMatchObject({
      seeded: false,
      buyer: "某资产",
      seller: deal.seller,
      reportedOn: "2025-11-25",
      priceFen: 250_000_000_00,
      principalFen: deal.package?.upbFen,
      claimFen: deal.package?.claimFen,
      priceToPrincipal: 250_000_000_00 / (deal.package?.upbFen ?? Number.NaN),
    });
    expect(await of(lines[0]?.roundId)).toMatchObject({ buyer: saleParties.us });
    await desk.bidRounds.amend(dealId, first?.roundId ?? 0, { ...lost, winner: "", winnerFen: 260_000_000_00 });
    expect(await of(first?.roundId)).toMatchObject({ buyer: saleParties.rival, priceFen: 260_000_000_00 });
    await desk.bidRounds.amend(dealId, first?.roundId ?? 0, { ...lost, winnerFen: null });
    expect(await of(first?.roundId)).toBeUndefined();
    await desk.bidRounds.amend(dealId, first?.roundId ?? 0, lost);
    expect(await of(first?.roundId)).toMatchObject({ priceFen: 250_000_000_00 });
  });

  it("refuses to go into one of an archived deal", async () => {
    await desk.deals.archive(dealId, true);
    await expect(desk.bidRounds.open(dealId, null)).rejects.toMatchObject({ code: "deal.archived" });
    await desk.deals.archive(dealId, false);
  });
});

describe("a sale whose bids don't climb", () => {
  it.each(["sealed", "negotiated", "dutch"] as const)(
    "(%s) is gone into with the limit alone, takes amounts in any order, and keeps to the limit",
    async (saleForm) => {
      const { id } = await desk.deals.create({ ...testDeal, name: saleForm });
      await desk.bids.saveBeliefs(id, { ...usualBeliefs, saleForm });
      await desk.bids.saveSale(id, usualTerms);
      await expect(desk.bidRounds.open(id, null)).rejects.toMatchObject({ code: "bid.termsMissing" });
      await desk.bids.saveSale(id, { ...usualTerms, limitFen, ...(saleForm === "dutch" ? { listFen: limitFen * 2 } : {}) });
      const begun = await desk.bidRounds.open(id, null);
      expect(begun).toMatchObject({ listFen: saleForm === "dutch" ? limitFen * 2 : null, stepFen: null, nextFen: null, stepsLeft: 0, limitFen });
      const bid = (kind: "ownBid" | "rivalBid", amountFen: number) => desk.bidRounds.bid(id, { kind, amountFen, bidder: "" });
      await bid("rivalBid", limitFen - 1);
      await bid("ownBid", limitFen - 100);
      expect(await bid("ownBid", limitFen)).toMatchObject({ standing: { amountFen: limitFen, isOwn: true } });
      await expect(bid("ownBid", limitFen + 1)).rejects.toMatchObject({ code: "bid.aboveLimit" });
      expect(await bid("rivalBid", limitFen + 1)).toMatchObject({ stepsLeft: -1 });
      await desk.bidRounds.close(id, { ...lost, winnerFen: limitFen + 1 });
      expect((await desk.bidRounds.ledger()).lines[0]).toMatchObject({ saleForm, listFen: saleForm === "dutch" ? limitFen * 2 : null, ownFen: limitFen });
    },
  );
});

describe("structures of the sample package", () => {
  it("earn the hurdle each, the plain price among them", async () => {
    const { structures, targetRate } = await desk.bids.structures(dealId);
    const { cases, hurdleRate } = await desk.bids.get(dealId);
    expect(targetRate).toBe(hurdleRate);
    expect(structures.find(({ structure }) => structure === "cash")?.priceFen).toBe(cases[1]?.maxBidFen);
    for (const { irr } of structures) expect(irr).toMatchObject({ kind: "one", rate: expect.closeTo(targetRate, 5) as number });
  });
});
