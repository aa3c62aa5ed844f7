import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyTrail } from "../../../main/audit/verify-trail.ts";
import { usualRule } from "../../../shared/domain/committee.ts";
import { openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

const limitFen = 24_000_0000_00;
let desk: TestDesk;
let dealId = 0;

/** A call of the page, as the window makes it. */
const page = <N extends keyof TestDesk["handlers"]>(channel: N, input: Parameters<TestDesk["handlers"][N]>[0]) =>
  desk.trail.within(channel, input, () => (desk.handlers[channel] as (input: unknown) => unknown)(input)) as Promise<
    Awaited<ReturnType<TestDesk["handlers"][N]>>
  >;
type Step = Parameters<TestDesk["committee"]["act"]>[2];
const act = async (step: Step) => page("approvals.act", { dealId, submissionId: (await desk.committee.get(dealId)).paper?.id ?? 0, step });
const vote = (name: string, word: "yes" | "no" = "yes") => act({ kind: "vote", name, word, isChair: false, reason: "" });
const decide = (change: Partial<Extract<Step, { kind: "decide" }>> = {}) =>
  act({ kind: "decide", limitFen, terms: "一次付清", conditions: ["补登记", "补登记", "保险"], expiresOn: "2030-12-31", minutes: "同意", ...change });

beforeAll(async () => {
  desk = openTestDesk();
  ({ id: dealId } = await desk.deals.openSample());
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
  const { id: runId } = await desk.runs.save(dealId, "委员会稿");
  await desk.committee.saveRules([{ ...usualRule, members: 3, quorum: 2 }]);
  await page("approvals.submit", { dealId, runId, askedFen: limitFen, reasoning: "按基准情形" });
  await act({ kind: "check", reason: "" });
  await act({ kind: "agenda", reason: "" });
});
afterAll(() => desk.close());

describe("a body", () => {
  it("has no more votes than members, and a name written otherwise is the same person's", async () => {
    await vote("委员A");
    await expect(vote("委员Ａ")).rejects.toMatchObject({ code: "approval.voted" });
    await expect(vote("委 员 a")).rejects.toMatchObject({ code: "approval.voted" });
    await act({ kind: "recuse", name: "委员B", reason: "曾任该行" });
    await vote("委员C");
    await expect(vote("委员D")).rejects.toMatchObject({ code: "approval.bodyFull", values: { members: 3 } });
  });

  it("isn't closed for a day that is past", async () => {
    await expect(decide({ expiresOn: "2020-01-01" })).rejects.toMatchObject({ code: "approval.expiryPast" });
    await decide();
    const { paper, differences } = await desk.committee.get(dealId);
    expect(paper).toMatchObject({ state: "approved", isAltered: false, conditions: [{ text: "补登记" }, { text: "保险" }] });
    expect(differences).toEqual(["conditions"]);
  });

  it("has a condition met once", async () => {
    await act({ kind: "meet", condition: 0, reason: "已登记" });
    await expect(act({ kind: "meet", condition: 0, reason: "再记" })).rejects.toMatchObject({ code: "approval.conditionMet" });
    await act({ kind: "meet", condition: 1, reason: "已投保" });
    expect(await desk.committee.get(dealId)).toMatchObject({ differences: [], paper: { isAltered: false } });
  });
});

it("differs where the deal itself was changed after it was handed in", async () => {
  const { name, seller, kind, process, cutOffDate, bidDeadline, owner, notes } = await desk.deals.get(dealId);
  const form = { name, seller, kind, process, cutOffDate, bidDeadline, status: "active" as const, owner, notes };
  await desk.deals.update(dealId, { ...form, seller: "另一家银行" });
  expect((await desk.committee.get(dealId)).differences).toEqual(["deal"]);
  await desk.deals.update(dealId, form);
  expect((await desk.committee.get(dealId)).differences).toEqual([]);
});

describe("a paper that is changed in the file", () => {
  const changes = {
    limit: "UPDATE submission SET limit_fen = limit_fen + 1",
    terms: "UPDATE submission SET terms = '分期'",
    end: "UPDATE submission SET expires_on = '2031-01-01'",
    conditions: "UPDATE submission SET conditions = '[]'",
    rule: "UPDATE submission SET rule = json_set(rule, '$.quorum', 1)",
    vote: "DELETE FROM committee_action WHERE kind = 'vote' AND name = '委员C'",
    "name of who voted": "UPDATE committee_action SET name = '委员X' WHERE kind = 'vote' AND name = '委员C'",
  };
  it.each(Object.entries(changes))("in its %s, holds no bid, says so, and fails the trail", async (_what, sql) => {
    expect(verifyTrail(desk.db.raw, [])).toMatchObject({ fault: null });
    desk.db.raw.exec("SAVEPOINT before_it; DROP TRIGGER committee_action_stays; DROP TRIGGER committee_action_kept");
    desk.db.raw.exec(sql);
    const { paper, differences } = await desk.committee.get(dealId);
    expect(paper?.isAltered).toBe(true);
    expect(differences).toContain("altered");
    await expect(desk.committee.bidder(dealId)).rejects.toMatchObject({ code: "approval.altered" });
    expect(verifyTrail(desk.db.raw, [])).toMatchObject({ fault: { kind: "altered" } });
    desk.db.raw.exec("ROLLBACK TO before_it; RELEASE before_it");
    expect((await desk.committee.get(dealId)).paper?.isAltered).toBe(false);
  });
});
