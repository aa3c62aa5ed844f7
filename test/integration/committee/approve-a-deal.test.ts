import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usualTerms } from "../../../shared/domain/bid-plan.ts";
import { usualRule } from "../../../shared/domain/committee.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

const quorumOfTwo = { ...usualRule, members: 2, quorum: 2 };
const pass = { 王经办: "maker pass 1", 李复核: "checker pass 1", 赵旁观: "reader pass 12" } as const;
const limitFen = 24_000_0000_00;

let desk: TestDesk;
let dealId = 0;
let runId = 0;

async function unlock(name: keyof typeof pass) {
  const person = (await desk.people.list()).find((one) => one.name === name);
  await desk.people.unlock(person?.id ?? 0, pass[name]);
}
const paper = async () => {
  const { paper: current } = await desk.committee.get(dealId);
  if (current === null) throw new Error("a paper was handed in");
  return current;
};
const act = async (step: Parameters<TestDesk["committee"]["act"]>[2]) => desk.committee.act(dealId, (await paper()).id, step);
const vote = (word: "yes" | "no", isChair = false) => act({ kind: "vote", name: "", word, isChair, reason: "" });
const decide = (fen: number) =>
  act({ kind: "decide", limitFen: fen, terms: "一次付清", conditions: ["补齐抵押登记"], expiresOn: "2025-12-31", minutes: "同意" });
const planWith = (fen: number) => ({ ...usualTerms, raiser: "投委会主任", listFen: 22_725_2353_00, stepFen: 50_0000_00, limitFen: fen });
const standing = async () => {
  const { stage, status } = await desk.deals.get(dealId);
  return [stage, status];
};

beforeAll(async () => {
  desk = openTestDesk();
  ({ id: dealId } = await desk.deals.openSample());
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
  ({ id: runId } = await desk.runs.save(dealId, "委员会稿"));
  await desk.people.add("王经办", ["administrator", "maker", "member", "bidder"], pass.王经办);
  await unlock("王经办");
  await desk.people.add("李复核", ["checker", "member", "chair", "maker"], pass.李复核);
  await desk.people.add("赵旁观", ["reader"], pass.赵旁观);
  await desk.committee.saveRules([quorumOfTwo]);
  await desk.bids.saveSale(dealId, planWith(limitFen));
});
afterAll(() => desk.close());

describe("two persons take a deal from draft to won", () => {
  it("goes into no sale without an approval", async () => {
    expect(await standing()).toEqual(["pricing", "active"]);
    await expect(desk.bidRounds.open(dealId, null)).rejects.toMatchObject({ code: "bid.notApproved" });
  });

  it("is handed in by the maker, with the run and its memo frozen", async () => {
    await desk.committee.submit(dealId, runId, limitFen, "按基准情形，留有余地");
    expect(await paper()).toMatchObject({ state: "submitted", madeByName: "王经办", askedFen: limitFen });
    expect((await paper()).memoHash).toMatch(/^[0-9a-f]{64}$/);
    expect(desk.db.raw.prepare("SELECT length(memo) > 1000 FROM submission").pluck().get()).toBe(1);
    expect(await standing()).toEqual(["committee", "active"]);
    await expect(desk.committee.submit(dealId, runId, limitFen, "再报")).rejects.toMatchObject({ code: "approval.underWay" });
  });

  it("isn't checked by its maker, nor by somebody without the role, and by another only where the run prices equal", async () => {
    await expect(act({ kind: "check", reason: "" })).rejects.toMatchObject({ code: "person.roleMissing" });
    const maker = (await desk.people.list())[0];
    await desk.people.setRoles(maker?.id ?? 0, ["administrator", "maker", "member", "bidder", "checker"]);
    await expect(act({ kind: "check", reason: "" })).rejects.toMatchObject({ code: "approval.sameAsMaker" });
    await unlock("赵旁观");
    await expect(act({ kind: "check", reason: "" })).rejects.toMatchObject({ code: "person.roleMissing" });
    desk.people.lock();
    await expect(act({ kind: "check", reason: "" })).rejects.toMatchObject({ code: "person.locked" });
    await unlock("李复核");
    await act({ kind: "check", reason: "已看问题清单" });
    const { state, actions, runHash } = await paper();
    expect(state).toBe("checked");
    expect(actions.at(-1)).toMatchObject({ kind: "check", name: "李复核", signature: "valid", detail: { replayHash: runHash } });
  });

  it("is no meeting of one, and one has one vote", async () => {
    await act({ kind: "agenda", reason: "" });
    await vote("yes", true);
    await expect(vote("yes")).rejects.toMatchObject({ code: "approval.voted" });
    await expect(decide(limitFen)).rejects.toMatchObject({ code: "approval.noQuorum" });
    await unlock("赵旁观");
    await expect(vote("yes")).rejects.toMatchObject({ code: "person.roleMissing" });
  });

  it("is approved with a limit that isn't above what was asked for", async () => {
    await unlock("王经办");
    // The chair is a role, and no claim of the one who votes.
    await vote("yes", true);
    expect((await paper()).actions.filter(({ kind }) => kind === "vote").map(({ detail }) => detail.isChair)).toEqual([true, false]);
    await unlock("李复核");
    await expect(decide(limitFen + 1)).rejects.toMatchObject({ code: "approval.aboveAsked" });
    await desk.bids.saveSale(dealId, planWith(limitFen + 1));
    await decide(limitFen);
    expect(await paper()).toMatchObject({ state: "approved", limitFen, expiresOn: "2025-12-31", tally: { yes: 2, isPassed: true } });
    expect(await desk.committee.printed(runId)).toMatchObject({ isApproved: true });
    expect(await standing()).toEqual(["bidding", "active"]);
  });

  it("differs while the plan's limit, from before the approval, lies above the approved one", async () => {
    expect((await desk.committee.get(dealId)).differences).toEqual(["limit", "conditions"]);
    await desk.bids.saveSale(dealId, planWith(limitFen));
    expect((await desk.committee.get(dealId)).differences).toEqual(["conditions"]);
  });

  it("differs once an assumption is edited, and no more once it is put back", async () => {
    expect((await desk.committee.get(dealId)).differences).toEqual(["conditions"]);
    const { assumptions, cases } = await desk.assumptions.model(dealId);
    await desk.pricing.price(dealId, { assumptions: { ...assumptions, hurdleRate: 0.13 }, cases, bidPriceFen: null });
    expect((await desk.committee.get(dealId)).differences).toEqual(["inputs", "conditions"]);
    await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
    expect((await desk.committee.get(dealId)).differences).toEqual(["conditions"]);
  });

  it("holds plan, limit and bids to the approved limit, to 0.01 yuan", async () => {
    await unlock("王经办");
    const above = { amountFen: limitFen + 1, limitFen };
    await expect(desk.bids.saveSale(dealId, { ...usualTerms, limitFen: limitFen + 1 })).rejects.toMatchObject({ code: "bid.aboveApproval", values: above });
    await desk.bidRounds.open(dealId, null);
    expect((await paper()).state).toBe("bid");
    await unlock("李复核");
    await expect(desk.bidRounds.raiseLimit(dealId, limitFen + 1, "主任", "再高一分")).rejects.toMatchObject({ code: "bid.aboveApproval" });
    await unlock("王经办");
    await expect(desk.bidRounds.bid(dealId, { kind: "ownBid", amountFen: limitFen + 1, bidder: "" })).rejects.toMatchObject({ code: "bid.aboveApproval" });
    await desk.bidRounds.bid(dealId, { kind: "ownBid", amountFen: limitFen, bidder: "" });
  });

  it("takes nothing down in the room from a locked desk or from who lacks the role, and has the limit raised by who may", async () => {
    const room = [
      () => desk.bidRounds.bid(dealId, { kind: "rivalBid", amountFen: limitFen + 1, bidder: "" }),
      () => desk.bidRounds.strike(dealId),
      () => desk.bidRounds.lowerLimit(dealId, limitFen - 1),
      () => desk.bidRounds.raiseLimit(dealId, limitFen, "主任", "没有依据"),
      () => desk.bidRounds.close(dealId, { result: "noSale", reason: null, winner: "", winnerFen: null, reserveFen: null, depositBackOn: null, note: "" }),
    ];
    desk.people.lock();
    for (const deed of room) await expect(deed()).rejects.toMatchObject({ code: "person.locked" });
    await unlock("赵旁观");
    for (const deed of room) await expect(deed()).rejects.toMatchObject({ code: "person.roleMissing" });
    await unlock("王经办");
    await desk.bidRounds.lowerLimit(dealId, limitFen - 1);
    await expect(desk.bidRounds.raiseLimit(dealId, limitFen, "投委会主任", "冒名")).rejects.toMatchObject({ code: "person.roleMissing" });
    await unlock("李复核");
    const { events } = await desk.bidRounds.raiseLimit(dealId, limitFen, "冒名", "对手退出");
    expect(events[0]).toMatchObject({ kind: "limit", amountFen: limitFen, typedBy: "李复核", bidder: "李复核" });
    await unlock("王经办");
  });

  it("is won as the sale is closed, and its closing is amended with a trace", async () => {
    // The approval's days end while the sale runs: nothing more is bid, and what was bid within them won.
    desk.setClock("2026-01-02T08:00:00.000Z");
    await unlock("王经办");
    await expect(desk.bidRounds.bid(dealId, { kind: "ownBid", amountFen: limitFen, bidder: "" })).rejects.toMatchObject({ code: "bid.approvalExpired" });
    const closing = { result: "won" as const, reason: null, winner: "", winnerFen: limitFen, reserveFen: null, depositBackOn: null, note: "" };
    await desk.bidRounds.close(dealId, closing);
    expect(await standing()).toEqual(["closing", "won"]);
    const [line] = (await desk.bidRounds.ledger()).lines;
    await desk.bidRounds.amend(dealId, line?.roundId ?? 0, { ...closing, note: "成交确认书已收" });
    const said = desk.db.raw.prepare<[], string>("SELECT closing FROM round_statement ORDER BY id").pluck().all();
    expect(said.map((text) => (JSON.parse(text) as { note: string }).note)).toEqual(["", "成交确认书已收"]);
  });

  it("keeps every step signed, and shows one that was changed", async () => {
    const { actions } = await paper();
    expect(actions.map(({ kind, signature }) => `${kind} ${signature}`)).toEqual(
      ["submit", "check", "agenda", "vote", "vote", "approve", "bid", "win"].map((kind) => `${kind} valid`),
    );
    expect(() => desk.db.raw.exec("UPDATE committee_action SET reason = 'x'")).toThrow("append-only");
    desk.db.raw.exec("DROP TRIGGER committee_action_stays; UPDATE committee_action SET detail = '{\"word\":\"no\"}' WHERE kind = 'vote'");
    expect((await paper()).actions.filter(({ signature }) => signature === "invalid")).toHaveLength(2);
  });

  it("is closed as lost where the paper was pressed as lost before, with the sale still open", async () => {
    await unlock("李复核");
    await act({ kind: "sign", reason: "" });
    await act({ kind: "close", reason: "" });
    await unlock("王经办");
    await desk.committee.submit(dealId, runId, limitFen, "再次报批");
    await unlock("李复核");
    await act({ kind: "check", reason: "" });
    await act({ kind: "agenda", reason: "" });
    await vote("yes", true);
    await unlock("王经办");
    await vote("yes");
    await unlock("李复核");
    await act({ kind: "decide", limitFen, terms: "", conditions: [], expiresOn: null, minutes: "同意" });
    await unlock("王经办");
    await desk.bidRounds.open(dealId, null);
    await desk.bidRounds.bid(dealId, { kind: "ownBid", amountFen: limitFen, bidder: "" });
    await act({ kind: "lose", reason: "他人中标" });
    await expect(desk.bidRounds.bid(dealId, { kind: "ownBid", amountFen: limitFen, bidder: "" })).rejects.toMatchObject({ code: "bid.notApproved" });
    const ended = { result: "lost" as const, reason: "aboveLimit" as const, winner: "", winnerFen: limitFen + 1, reserveFen: null };
    await desk.bidRounds.close(dealId, { ...ended, depositBackOn: null, note: "" });
    expect(await desk.bidRounds.round(dealId)).toBeNull();
    expect((await paper()).state).toBe("lost");
    expect((await desk.bidRounds.ledger()).lines[0]).toMatchObject({ result: "lost", ownFen: limitFen, winnerFen: limitFen + 1 });
  });
});
