import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeRule } from "../../../../main/engine/compliance/judge-rule.ts";
import { type DealBearing, type RuleFigures, type RuleFormula, ruleFormulas } from "../../../../main/engine/compliance/rule-lines.ts";

const e = 100_000_000; // 亿元
// Hebei at the end of 2024 as far as its agency published it.
const hebei: RuleFigures = {
  netAssets: 75.56 * (1 - 0.6669) * e,
  borrowings: 75.56 * 0.6669 * e,
  liquidAssets: 6 * e,
  outflow30: 3 * e,
  inflow30: 1 * e,
  relatedClaims: 0,
  investedAll: 10 * e,
  investedNpl: 2 * e,
};
const bearing: DealBearing = {
  debtShare: 0.75,
  expensedShare: 0,
  paidWithin30: 0.25,
  isFinancialNpl: false,
  clients: [{ name: "甲", balanceYuan: 0, priceShare: 1 }],
  groups: [{ name: "甲系", balanceYuan: 0, priceShare: 1 }],
  relatedShare: 1,
};
const limits: Record<RuleFormula, number> = { leverage: 3, client: 0.1, group: 0.15, liquidity: 1, related: 0.5, core: 0.3 };
const inE = (fen: number | null) => (fen === null ? null : (fen / 100 / e).toFixed(2));
const largest = (formula: RuleFormula, figures = hebei, of = bearing) => judgeRule(formula, limits[formula], figures, of, 0).largestFen;

test("leverage room and largest price on Hebei's figures", () => {
  expect(inE(judgeRule("leverage", 3, hebei, bearing, 0).headroomFen)).toBe("25.12");
  expect(inE(largest("leverage"))).toBe("33.49");
  expect(inE(largest("leverage", hebei, { ...bearing, debtShare: 0.5 }))).toBe("50.23");
  expect(inE(largest("client"))).toBe("2.52");
  expect(inE(largest("group"))).toBe("3.78");
  expect(inE(largest("related"))).toBe("12.58");
});

test("the worked leverage case, with and without expensed costs", () => {
  const figures = { ...hebei, netAssets: 40 * e, borrowings: 84 * e };
  const at = (expensedShare: number) => inE(largest("leverage", figures, { ...bearing, debtShare: 0.6, expensedShare }));
  expect(inE(judgeRule("leverage", 3, figures, bearing, 0).headroomFen)).toBe("36.00");
  expect(at(0)).toBe("60.00");
  expect(at(0.02)).toBe("54.55");
});

test("the largest line of the sample package caps the price by loan", () => {
  const clients = [{ name: "最大一笔", balanceYuan: 0, priceShare: 8_209.19 / 183_510.48 }];
  const fen = largest("client", hebei, { ...bearing, clients });
  expect(Math.round((fen ?? 0) / 100 / 10_000)).toBe(562_636);
});

test("a purchase of financial loans raises the core share", () => {
  const figures = { ...hebei, investedNpl: 4 * e };
  const verdict = judgeRule("core", 0.3, figures, { ...bearing, isFinancialNpl: true }, 2 * e * 100);
  expect(verdict.verdict).toBe("pass");
  // (4 + 2) of (10 + 2) is 50 %, 2.4 above the 30 %.
  expect(inE(verdict.headroomFen)).toBe("2.40");
  expect(verdict.largestFen).toBeNull();
  const short = judgeRule("core", 0.3, hebei, { ...bearing, isFinancialNpl: true }, 0);
  expect(short.verdict).toBe("fail");
  expect(inE(short.leastFen)).toBe("1.43");
});

test.each(ruleFormulas)("%s: the largest price passes and one fen more fails", (formula) => {
  const figures = { ...hebei, investedNpl: 4 * e };
  const most = largest(formula, figures) ?? Number.NaN;
  expect(most).toBeGreaterThan(0);
  expect(judgeRule(formula, limits[formula], figures, bearing, most).verdict).toBe("pass");
  expect(judgeRule(formula, limits[formula], figures, bearing, most + 1).verdict).toBe("fail");
});

test.each(ruleFormulas)("%s: without its figures it cannot be told", (formula) => {
  const empty = Object.fromEntries(Object.keys(hebei).map((name) => [name, null])) as unknown as RuleFigures; // every figure of the record
  const verdict = judgeRule(formula, limits[formula], empty, { ...bearing, clients: null, groups: null, relatedShare: null }, 1);
  expect(verdict.verdict).toBe("cannotTell");
  expect(verdict.missing.length).toBeGreaterThan(0);
  expect(verdict.headroomFen).toBeNull();
});

test("headroom is never negative without a fail, and the edge holds to the fen", () => {
  const amount = fc.integer({ min: 0, max: 200 }).map((part) => part * e);
  const formula = fc.constantFrom(...ruleFormulas);
  fc.assert(
    fc.property(formula, amount, amount, fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 1, max: 100 }), (rule, net, debt, price, share) => {
      const figures = { ...hebei, netAssets: net, borrowings: debt, investedNpl: debt, investedAll: net, liquidAssets: net };
      const of = { ...bearing, debtShare: share / 100, clients: [{ name: "", balanceYuan: debt, priceShare: share / 100 }] };
      const verdict = judgeRule(rule, limits[rule], figures, of, price);
      expect(verdict.verdict === "fail").toBe((verdict.headroomFen ?? 0) < 0);
      const { largestFen } = verdict;
      if (largestFen === null) return;
      expect(judgeRule(rule, limits[rule], figures, of, largestFen).verdict).toBe("pass");
      expect(judgeRule(rule, limits[rule], figures, of, largestFen + 1).verdict).toBe("fail");
    }),
  );
});
