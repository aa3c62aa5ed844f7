import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dealInputSchema } from "../../../shared/contract/deal-channels.ts";
import { noStress, plannedQuarters, usualPlanOfCompany } from "../../../shared/domain/company.ts";
import { noAnswer } from "../../../shared/domain/compliance.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
const stack = { area: "company" } as const;
const question = { dealIds: [], isWeighted: false, dealId: null, stress: noStress, quarters: plannedQuarters };

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
});
afterAll(() => desk.close());

const verdictsOf = async (priceFen: number | null = null) => {
  const { verdicts } = await desk.compliance.headroom(dealId, priceFen);
  return Object.fromEntries(verdicts.map((one) => [one.code, one]));
};

/** Guarantee, buy-back, sham exit, fictitious assets, channels for local debt. */
const redLines = ["redGuarantee", "redBuyBack", "redSham", "redFictitious", "redLocalDebt"];

describe("a desk that knows nothing of its company", () => {
  it("says what to enter first, and tells nothing that it can't", async () => {
    expect((await desk.company.get()).gaps).toEqual(["quarter", "collections"]);
    expect(await desk.capacity.capacity(question)).toMatchObject({ without: [], capacity: null });
    const effect = await desk.capacity.effect(dealId);
    expect(effect).toMatchObject({ with: [], capacity: null, spread: null, shareOfYear: null, netAssetsFen: null });
    expect(await desk.capacity.effectOfRun(dealId)).toBeNull();
  });

  it("passes no rule of figures", async () => {
    const verdicts = await verdictsOf();
    for (const code of ["leverage", "client", "group", "liquidity", "related", "core", ...redLines]) expect(verdicts[code]?.verdict).toBe("cannotTell");
    expect(verdicts["debtorCount"]?.verdict).toBe("pass");
    expect(await desk.compliance.headroom(dealId, null)).toMatchObject({ largestFen: null, bindingCode: null });
  });
});

describe("the sample company", () => {
  beforeAll(() => desk.company.addSample());

  it("fills every picture, and has a price at which each rule passes and one fen more fails", async () => {
    const { gaps, hasSample, cost } = await desk.company.get();
    expect(gaps).toEqual([]);
    expect(hasSample).toBe(true);
    // Σ drawn × rate over 84: 24 at 3.85 %, 12 at 4.1 %, 20 at 4.32 %, 15 at 4.55 %, 13 at 5 %.
    expect(cost.average).toBeCloseTo((24 * 0.0385 + 12 * 0.041 + 20 * 0.0432 + 15 * 0.0455 + 13 * 0.05) / 84, 12);
    expect(cost.marginal).toBe(0.0385);
    const verdicts = await verdictsOf();
    for (const code of ["leverage", "client", "group", "liquidity"]) {
      const most = verdicts[code]?.largestFen ?? Number.NaN;
      expect((await verdictsOf(most))[code]?.verdict).toBe("pass");
      expect((await verdictsOf(most + 1))[code]?.verdict).toBe("fail");
    }
    const { largestFen, bindingCode } = await desk.compliance.headroom(dealId, null);
    expect(verdicts[bindingCode ?? ""]?.largestFen).toBe(largestFen);
  });

  it("carries a saved run, less of it under stress, and half of it by its weight", async () => {
    await desk.runs.save(dealId, "测算一");
    const asked = await desk.capacity.capacity({ ...question, dealId });
    expect(asked.without).toHaveLength(plannedQuarters);
    expect(asked.deals).toMatchObject([{ dealId, weight: 0.3 }]);
    const largest = asked.capacity?.largestFen ?? Number.NaN;
    expect(largest).toBeGreaterThan(0);
    const stress = { lateMonths: 6, shortShare: 0.2, isNotRolled: false };
    const stressed = await desk.capacity.capacity({ ...question, dealId, stress });
    expect(stressed.capacity?.largestFen ?? 0).toBeLessThan(largest);
    const [whole, weighted] = [
      await desk.capacity.capacity({ ...question, dealIds: [dealId] }),
      await desk.capacity.capacity({ ...question, dealIds: [dealId], isWeighted: true }),
    ];
    const moved = (view: typeof whole) => (view.with[3]?.cashFen ?? 0) - (view.without[3]?.cashFen ?? 0);
    expect(moved(weighted) / moved(whole)).toBeCloseTo(0.3, 2);
    expect((await desk.capacity.effect(dealId)).with[0]?.cashFen).toBe(asked.with[0]?.cashFen);
  });

  it("tells nothing of a run that doesn't say when its price is paid, or whose price is zero", async () => {
    const { raw } = desk.db;
    // Stands for a run of an old engine in a desk that was updated.
    raw.exec("DROP TRIGGER pricing_run_no_update");
    const rewritten = async (change: string) => {
      const before = raw.prepare("SELECT id, result FROM pricing_run").all() as { id: number; result: string }[]; // as it is stored
      raw.prepare(`UPDATE pricing_run SET result = ${change}`).run();
      const view = await desk.capacity.capacity({ ...question, dealId });
      for (const { id, result } of before) raw.prepare("UPDATE pricing_run SET result = ? WHERE id = ?").run(result, id);
      return view;
    };
    const old = await rewritten("json_remove(result, '$.cases[1].financing')");
    expect(old).toMatchObject({ deals: [{ priceFen: null }], capacity: null });
    expect(old.with).toEqual(old.without);
    expect(await rewritten("json_set(result, '$.bidPriceFen', 0)")).toMatchObject({ deals: [{ priceFen: 0 }], capacity: null });
    expect((await desk.capacity.capacity({ ...question, dealId })).capacity?.largestFen).toBeGreaterThan(0);
  });

  it("has no largest price where what a deal borrows has no known cost", async () => {
    const { plan, quarters, instruments } = await desk.company.get();
    const [latest] = quarters;
    if (latest === undefined) throw new Error("the sample has a quarter");
    const { id, isSample: _isSample, ...record } = latest;
    for (const one of instruments) await desk.company.remove(one.id);
    await desk.company.save(id, { kind: "quarter", record: { ...record, borrowingsFen: 0 } });
    expect(await desk.capacity.effect(dealId)).toMatchObject({ gaps: ["rate"], with: [], capacity: null, isSample: true });
    await desk.company.savePlan({ ...plan, dealDebtShare: 0 });
    expect((await desk.capacity.effect(dealId)).capacity?.largestFen).toBeGreaterThan(0);
    for (let step = 0; step < instruments.length + 2; step += 1) await desk.journal.move(stack, "undo", null);
    expect((await desk.company.get()).gaps).toEqual([]);
  });

  it("is frozen in the run with the hash of the pack", async () => {
    const [run] = await desk.runs.list(dealId);
    const memo = await desk.memos.preview({ runId: run?.id ?? 0, language: "zh", moneyUnit: "wanYuan" });
    expect(memo.company?.companyName).toContain("虚构");
    expect(memo.compliance?.packHash).toBe((await desk.compliance.rules()).packHash);
  });

  it("judges a deal of the day before the measure without it", async () => {
    const deal = dealInputSchema.parse(await desk.deals.get(dealId));
    const on = async (bidDeadline: string) => {
      await desk.deals.update(dealId, { ...deal, bidDeadline });
      return verdictsOf();
    };
    expect((await on("2025-07-12"))["leverage"]?.verdict).toBe("notInForce");
    expect((await on("2025-07-13"))["leverage"]?.verdict).toBe("pass");
    await desk.deals.update(dealId, deal);
  });

  it("takes an answer with evidence alone, and the price without the debtors that are named", async () => {
    await desk.compliance.answer(dealId, "redSham", { ...noAnswer, isMet: true });
    expect((await verdictsOf())["redSham"]?.verdict).toBe("cannotTell");
    await desk.compliance.answer(dealId, "redSham", { ...noAnswer, isMet: true, evidence: "合规部意见 2025-11" });
    expect((await verdictsOf())["redSham"]?.verdict).toBe("pass");
    const name = (await desk.packages.debtors(dealId))[0] ?? "";
    await desk.compliance.answer(dealId, "excludedLoans", { isMet: false, evidence: "国家机关担保", concerned: `${name}\n包内没有的户` });
    const { excludedLoans } = await verdictsOf();
    expect(excludedLoans?.verdict).toBe("fail");
    expect(excludedLoans?.concernedLoans).toBeGreaterThan(0);
    expect(excludedLoans?.priceWithoutFen).toBeLessThan((await desk.compliance.headroom(dealId, null)).priceFen);
    expect((await desk.journal.move({ area: "deal", dealId }, "undo", null))?.label.kind).toBe("ruleAnswered");
    expect((await verdictsOf())["excludedLoans"]?.verdict).toBe("cannotTell");
  });

  it("has a rule corrected as data, which changes the pack's hash, and undone", async () => {
    const { rules, packHash } = await desk.compliance.rules();
    const leverage = rules.find(({ code }) => code === "leverage");
    if (leverage === undefined) throw new Error("the pack has a rule on leverage");
    const { id, seeded: _seeded, ...rule } = leverage;
    await desk.compliance.saveRule(id, { ...rule, limit: 2, clause: "第二十条", isConfirmed: true });
    expect((await verdictsOf())["leverage"]?.isBrokenAnyway).toBe(true);
    expect((await desk.compliance.rules()).packHash).not.toBe(packHash);
    await desk.journal.move(stack, "undo", null);
    expect((await desk.compliance.rules()).packHash).toBe(packHash);
  });

  it("goes with one call and comes back with one undo; over a company of its own it is refused", async () => {
    await desk.company.removeSample();
    expect(await desk.company.get()).toMatchObject({ quarters: [], instruments: [], exposures: [], hasSample: false });
    await desk.journal.move(stack, "undo", null);
    expect((await desk.company.get()).quarters).toHaveLength(3);
    await expect(desk.company.addSample()).rejects.toMatchObject({ code: "company.notEmpty" });
    await desk.company.removeSample();
    // A plan alone is the desk's own as well: the sample isn't offered.
    expect((await desk.company.get()).isEmpty).toBe(true);
    await desk.company.savePlan({ ...usualPlanOfCompany, companyName: "某公司" });
    expect((await desk.company.get()).isEmpty).toBe(false);
    await desk.journal.move(stack, "undo", null);
  });
});

describe("a table of the company", () => {
  const imported = async (text: string, kind: "quarter" | "instrument" | "exposure") => {
    const path = desk.copyOf(corporateTape, `${kind}.csv`);
    writeFileSync(path, text);
    return desk.company.importTable(desk.admit(path), kind);
  };

  it("is read in its unit; a row that can't be read is named with its column", async () => {
    const answer = await imported(
      "季末,净资产（亿元）,有息债务（亿元）,货币资金（亿元）,来源\n2025-09-30,25.17,50.39,3.2,年报\n2025-08-15,1,1,1,\n2025-06-30,待核,1,1,\n",
      "quarter",
    );
    expect(answer).toEqual({
      rows: 1,
      refused: [
        { row: 3, column: "季末" },
        { row: 4, column: "净资产（亿元）" },
      ],
    });
    expect((await desk.company.get()).quarters[0]).toMatchObject({ quarterEnd: "2025-09-30", netAssetsFen: 251_700_000_000, borrowingsFen: 503_900_000_000 });
  });

  it("writes over a quarter that is there, as one step to undo", async () => {
    await imported("季末,净资产（万元）,货币资金（万元）\n2025-09-30,300000,1\n2025-06-30,290000,1\n", "quarter");
    expect((await desk.company.get()).quarters.map(({ netAssetsFen }) => netAssetsFen)).toEqual([300_000_000_000, 290_000_000_000]);
    await desk.journal.move(stack, "undo", null);
    expect((await desk.company.get()).quarters.map(({ netAssetsFen }) => netAssetsFen)).toEqual([251_700_000_000]);
  });

  it("reads instruments with rates in percent and clients with their groups", async () => {
    await imported(
      "名称,类型,额度（亿元）,余额（亿元）,利率(%),到期日\n某银行,流动资金贷款,10,6,3.85,2027-03-20\n某中票,中期票据,5,5,4.2,2026-06-18\n",
      "instrument",
    );
    await imported("客户名称,所属集团,余额（万元）,是否关联方\n某公司,某系,12000,是\n", "exposure");
    const { instruments, exposures } = await desk.company.get();
    expect(instruments.map(({ kind, rate, maturesOn }) => [kind, rate, maturesOn])).toEqual([
      ["bank", 0.0385, "2027-03-20"],
      ["bond", 0.042, "2026-06-18"],
    ]);
    expect(exposures).toMatchObject([{ name: "某公司", groupName: "某系", balanceFen: 12_000_000_000, isRelated: true }]);
  });

  it("reads a dash as nothing, and refuses what is neither yes nor no and an amount in nobody's spelling", async () => {
    const answer = await imported(
      '客户名称,余额（万元）,是否关联方\n甲公司,100,关联方\n乙公司,200,否\n丙公司,300,待确认\n丁公司,"12,5",否\n戊公司,—,否\n',
      "exposure",
    );
    const column = (row: number, header: string) => ({ row, column: header });
    expect(answer).toEqual({ rows: 2, refused: [column(4, "是否关联方"), column(5, "余额（万元）"), column(6, "余额（万元）")] });
    const { exposures } = await desk.company.get();
    expect(exposures.slice(-2).map(({ name, isRelated }) => [name, isRelated])).toEqual([
      ["甲公司", true],
      ["乙公司", false],
    ]);
    await imported("季末,净资产（亿元）,有息债务（亿元）,货币资金（亿元）\n2024-12-31,24,—,3\n", "quarter");
    expect((await desk.company.get()).quarters.at(-1)).toMatchObject({ quarterEnd: "2024-12-31", borrowingsFen: null, cashFen: 3e10 });
  });

  it("is refused as a whole without a unit or a header, and changes nothing", async () => {
    const before = await desk.company.get();
    await expect(imported("季末,净资产\n2024-12-31,25\n", "quarter")).rejects.toMatchObject({ code: "company.nothingRead" });
    await expect(imported("甲,乙\n1,2\n", "instrument")).rejects.toMatchObject({ code: "company.noHeader" });
    expect(await desk.company.get()).toEqual(before);
  });
});
