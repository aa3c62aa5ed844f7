import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DebtorSheet, DebtorView } from "../../../shared/contract/debtor-channels.ts";
import { caseNames } from "../../../shared/domain/codes.ts";
import { type DebtorEntry, debtorSortKeys, emptyEntry } from "../../../shared/domain/debtor-sheet.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let result: PricingResult;

const all: DebtorView = { sortBy: "claimFen", descending: true, search: "", filter: "all", groupName: null };
const whole = { offset: 0, limit: 500 };
const stack = () => ({ area: "deal", dealId }) as const;
const sheet = (view: Partial<DebtorView> = {}) => desk.debtors.sheet(dealId, { ...all, ...view }, whole);
const priced = async () => {
  const { assumptions, cases } = await desk.assumptions.model(dealId);
  result = await desk.pricing.price(dealId, { assumptions, cases, bidPriceFen: null });
  return result;
};
const sum = (of: (row: DebtorSheet["rows"][number]) => number, { rows }: DebtorSheet) => rows.reduce((total, row) => total + of(row), 0);

beforeAll(async () => {
  desk = openTestDesk();
  desk.nameAuthor("王经理");
  dealId = (await desk.deals.openSample()).id;
  await priced();
});
afterAll(() => desk.close());

describe("the debtor sheet of the sample package", () => {
  it("has a line for each of 310 debtors, with 465 loans and 883,207.79 万 of principal", async () => {
    const answer = await sheet();
    expect([answer.total, answer.rows.length, answer.debtors]).toEqual([310, 310, 310]);
    expect(sum(({ loans }) => loans, answer)).toBe(465);
    expect(sum(({ principalFen }) => principalFen, answer)).toBe(883_207_794_406);
    expect(sum(({ claimFen }) => claimFen, answer)).toBe(result.totals.claimFen);
    expect(sum(({ allocatedFen }) => allocatedFen, answer)).toBe(result.bidPriceFen);
    expect(answer.shown).toMatchObject({ debtors: 310, loans: 465, principalFen: 883_207_794_406, claimFen: result.totals.claimFen });
  });

  it("adds up to the model to the fen in each case, the package's own costs beside the debtors", async () => {
    const answer = await sheet();
    for (const name of caseNames) {
      const model = result.cases.find(({ caseName }) => caseName === name);
      const { [name]: ofPackage } = answer.ofPackage;
      expect(sum(({ cases }) => cases[name].grossFen, answer) + ofPackage.grossFen).toBe(model?.grossRecoveryFen);
      expect(sum(({ cases }) => cases[name].costsFen, answer) + ofPackage.costsFen).toBe(model?.costsFen);
      expect(sum(({ cases }) => cases[name].netFen, answer) + ofPackage.netFen).toBe(model?.netCashFlowFen);
      expect(sum(({ cases }) => cases[name].presentValueFen, answer) + ofPackage.presentValueFen).toBe(model?.presentValueFen);
      // All gross recovery is some debtor's.
      expect(ofPackage.grossFen).toBe(0);
    }
  });

  it("leaves to the package what its assumptions say of it, and no more", async () => {
    const { assumptions, cases } = await desk.assumptions.model(dealId);
    const { overheadYuanPerMonth, overheadMonths } = assumptions.costs;
    const { ofPackage } = await sheet();
    expect(ofPackage.base.costsFen / 100).toBeCloseTo(overheadYuanPerMonth * overheadMonths * (1 + cases.base.costsShift), 1);
  });

  it("is ordered by every column, in both directions", async () => {
    for (const sortBy of debtorSortKeys) {
      const [up, down] = [await sheet({ sortBy, descending: false }), await sheet({ sortBy, descending: true })];
      for (const { rows } of [up, down]) expect(new Set(rows.map(({ loanId }) => loanId)).size).toBe(310);
    }
    const byLow = (await sheet({ sortBy: "low.presentValueFen" })).rows.map(({ cases }) => cases.low.presentValueFen);
    expect(byLow).toEqual(byLow.toSorted((left, right) => right - left));
  });

  it("finds a debtor by name or contract, and sums what is shown", async () => {
    const [first] = (await sheet()).rows;
    const found = await sheet({ search: first?.debtorName ?? "" });
    expect(found.rows.map(({ loanId }) => loanId)).toContain(first?.loanId);
    expect(found.shown.claimFen).toBe(sum(({ claimFen }) => claimFen, found));
    expect(found.shown.debtors).toBe(found.rows.length);
  });

  it("gives the loans of a debtor, and what they are worth in the case", async () => {
    const most = (await sheet({ sortBy: "loans" })).rows[0];
    const detail = await desk.debtors.get(dealId, most?.loanId ?? 0, "high");
    expect(detail.loans).toHaveLength(most?.loans ?? 0);
    expect(detail.loans.reduce((total, { claimFen }) => total + claimFen, 0)).toBe(most?.claimFen);
    const valueFen = detail.loans.reduce((total, { presentValueFen }) => total + presentValueFen, 0);
    expect(Math.abs(valueFen - (most?.cases.high.presentValueFen ?? 0))).toBeLessThanOrEqual(detail.loans.length);
  });

  it("refuses a loan of another package", async () => {
    await expect(desk.debtors.get(dealId, 9_999_999, "base")).rejects.toMatchObject({ code: "debtor.notFound" });
    await expect(desk.debtors.save(dealId, 9_999_999, emptyEntry)).rejects.toMatchObject({ code: "debtor.notFound" });
  });
});

const estimate = (grossYuan: number, costsYuan: number, months: number) => ({
  grossFen: grossYuan * 100,
  costsFen: costsYuan * 100,
  months,
  discountRate: 0.12,
  margin: 0.1,
});
const entry: DebtorEntry = {
  ...emptyEntry,
  method: "liquidation",
  low: estimate(600, 90, 36),
  high: estimate(900, 110, 18),
  lowWeight: 0.5,
  underwriter: "李评估",
  underwrittenOn: "2025-11-20",
  evidence: "现场勘查照片12张",
  note: "厂房空置",
};

describe("what the desk says of a debtor", () => {
  it("stands on its line with who typed it, and bids by its own rate and margin", async () => {
    const [first] = (await sheet()).rows;
    const loanId = first?.loanId ?? 0;
    await desk.debtors.save(dealId, loanId, entry);
    await priced();
    const { rows, own } = await sheet({ filter: "own" });
    expect(rows.map((row) => row.loanId)).toEqual([loanId]);
    expect(rows[0]?.entry).toEqual({ ...entry, typedBy: "王经理", typedAt: "2025-11-25T08:00:00.000Z" });
    // CAPABILITIES (g): 363.01 and 666.50 of present value, less ten percent of it.
    expect([rows[0]?.cases.low.bidFen, rows[0]?.cases.high.bidFen]).toEqual([32_671, 59_985]);
    expect([rows[0]?.cases.low.isOwn, rows[0]?.cases.base.isOwn, rows[0]?.cases.high.isOwn]).toEqual([true, true, true]);
    expect(own).toMatchObject({ debtors: 1, inBase: 1 });
    await desk.debtors.save(dealId, loanId, { ...entry, marginBasis: "onCost" });
    await priced();
    const onCost = (await sheet({ filter: "own" })).rows[0];
    expect([onCost?.cases.low.bidFen, onCost?.cases.high.bidFen]).toEqual([33_001, 60_591]);
  });

  it("takes the place of the model to the fen, and the package's bids follow", async () => {
    const row = (await sheet({ filter: "own" })).rows[0];
    const loanId = row?.loanId ?? 0;
    const million = { grossFen: 123_456_789_01, costsFen: 7_654_321_09, months: 30, discountRate: null, margin: null };
    const before = result.cases.map(({ maxBidFen }) => maxBidFen);
    await desk.debtors.save(dealId, loanId, { ...entry, low: million, high: { ...million, grossFen: 234_567_890_12 }, lowWeight: 0.25 });
    const changed = (await priced()).cases.map(({ maxBidFen }) => maxBidFen);
    expect(changed.every((bid, at) => bid !== before[at])).toBe(true);
    const answer = await sheet();
    const { low, base, high } = answer.rows.find((one) => one.loanId === loanId)?.cases ?? {};
    expect([low?.grossFen, low?.costsFen, low?.months]).toEqual([123_456_789_01, 7_654_321_09, 30]);
    expect([high?.grossFen, high?.months]).toEqual([234_567_890_12, 30]);
    // At the hurdle, which stands for the rate that is left open; the model's place is taken by one flow in month 30.
    expect(low?.bidFen).toBe(low?.presentValueFen);
    expect((base?.grossFen ?? 0) / (0.25 * 123_456_789_01 + 0.75 * 234_567_890_12)).toBeCloseTo(1, 9);
    for (const name of caseNames) {
      const model = result.cases.find(({ caseName }) => caseName === name);
      expect(sum(({ cases }) => cases[name].grossFen, answer)).toBe(model?.grossRecoveryFen);
      expect(sum(({ cases }) => cases[name].presentValueFen, answer) + answer.ofPackage[name].presentValueFen).toBe(model?.presentValueFen);
    }
    expect(answer.own.allocatedFen).toBe(answer.rows.find((one) => one.loanId === loanId)?.allocatedFen);
    await desk.journal.move(stack(), "undo", null);
    expect((await priced()).cases.map(({ maxBidFen }) => maxBidFen)).toEqual(before);
  });

  it("makes a pricing stale where what is priced changed, and no other edit does", async () => {
    const row = (await sheet({ filter: "own" })).rows[0];
    const said = { ...entry, marginBasis: "onCost" } as const;
    expect(await desk.debtors.save(dealId, row?.loanId ?? 0, { ...said, note: "另有说明" })).toEqual({ lines: 1, isPriced: false });
    expect((await sheet({ filter: "own" })).rows[0]?.entry?.note).toBe("另有说明");
    expect(await desk.debtors.save(dealId, row?.loanId ?? 0, { ...said, lowWeight: 0.9 })).toEqual({ lines: 1, isPriced: true });
    await expect(sheet()).rejects.toMatchObject({ code: "pricing.notPriced" });
    await desk.journal.move(stack(), "undo", null);
    await desk.journal.move(stack(), "undo", null);
    await priced();
  });

  it("is undone and done again step by step, and its history tells of all", async () => {
    const loanId = (await sheet({ filter: "own" })).rows[0]?.loanId ?? 0;
    expect((await desk.journal.move(stack(), "undo", null))?.label).toMatchObject({ kind: "debtorEdited" });
    await priced();
    expect((await sheet({ filter: "own" })).rows[0]?.entry?.marginBasis).toBe("onPrice");
    await desk.journal.move(stack(), "undo", null);
    await priced();
    expect((await sheet({ filter: "own" })).total).toBe(0);
    await desk.journal.move(stack(), "redo", null);
    await priced();
    expect((await sheet({ filter: "own" })).rows[0]?.loanId).toBe(loanId);
    const { history } = await desk.debtors.get(dealId, loanId, "base");
    expect(history.slice(0, 4).map((one) => one.entry?.marginBasis ?? null)).toEqual(["onPrice", null, "onPrice", "onCost"]);
  });

  it("takes cells of many debtors in one step, each beside what its line says already", async () => {
    const rows = (await sheet()).rows.slice(0, 200);
    const note = "成批录入";
    const lines = rows.map(({ loanId, cases: { low } }) => ({
      loanId,
      patch: { low: { from: { grossFen: low.grossFen, costsFen: low.costsFen, months: Math.round(low.months ?? 0) }, to: { grossFen: 100 } }, note },
    }));
    const before = (await sheet()).rows.map(({ entry: line }) => line);
    expect(await desk.debtors.type(dealId, lines)).toEqual({ lines: 200, isPriced: true });
    await priced();
    const typed = (await sheet()).rows.filter((row) => row.entry?.note === note);
    expect(typed.map(({ loanId }) => loanId).sort((a, b) => a - b)).toEqual(rows.map(({ loanId }) => loanId).sort((a, b) => a - b));
    for (const row of typed) expect(row.entry).toMatchObject({ low: { grossFen: 100 }, typedBy: "王经理" });
    await desk.journal.move(stack(), "undo", null);
    await priced();
    expect((await sheet()).rows.map(({ entry: line }) => line)).toEqual(before);
    await expect(desk.debtors.type(dealId, [{ loanId: 999_999_999, patch: { note } }])).rejects.toMatchObject({ code: "debtor.notFound" });
  });

  it("groups debtors in one step, and shows those of a group", async () => {
    const before = await sheet();
    const chosen = before.rows.slice(3, 6).map(({ loanId }) => loanId);
    await desk.debtors.group(dealId, chosen, "中原集团");
    const grouped = await sheet({ filter: "grouped" });
    expect(new Set(grouped.rows.map(({ loanId }) => loanId))).toEqual(new Set(chosen));
    expect(grouped.groups).toEqual(["中原集团"]);
    expect((await sheet({ groupName: "中原集团" })).total).toBe(3);
    expect((await sheet({ search: "中原集" })).total).toBe(3);
    await desk.journal.move(stack(), "undo", null);
    expect((await sheet({ filter: "grouped" })).total).toBe(0);
  });

  it("goes with its line where nothing is left of it", async () => {
    const loanId = (await sheet({ filter: "own" })).rows[0]?.loanId ?? 0;
    await desk.debtors.save(dealId, loanId, emptyEntry);
    expect(desk.db.raw.prepare("SELECT count(*) FROM debtor_estimate").pluck().get()).toBe(0);
    await desk.journal.move(stack(), "undo", null);
    await priced();
  });

  it("is read only where the deal is archived", async () => {
    const loanId = (await sheet()).rows[0]?.loanId ?? 0;
    await desk.deals.archive(dealId, true);
    await expect(desk.debtors.save(dealId, loanId, entry)).rejects.toMatchObject({ code: "deal.archived" });
    await desk.deals.archive(dealId, false);
  });

  it("finds its debtor on the next tape, and is kept and named where that tape has none", async () => {
    const before = (await sheet({ filter: "own" })).rows[0];
    const [tape] = await desk.tapes.list(dealId);
    await desk.tapes.undo(tape?.id ?? 0);
    await desk.tapes.importAsProposed(dealId, desk.admit(desk.copyOf(corporateTape, "新清单.xlsx")));
    await priced();
    const after = (await sheet({ filter: "own" })).rows[0];
    expect(after?.loanId).not.toBe(before?.loanId);
    expect([after?.debtorName, after?.cases.low.grossFen, after?.entry?.note]).toEqual([before?.debtorName, before?.cases.low.grossFen, before?.entry?.note]);
    desk.db.raw.prepare("UPDATE debtor_estimate SET debtor_key = 'id:NOT-HERE', debtor_name = '他包公司'").run();
    await priced();
    expect(await sheet()).toMatchObject({ own: { debtors: 0 }, unmatched: ["他包公司"] });
  });
});
