import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { MemoBlock } from "../../../../renderer/memos/blocks/memo-blocks.tsx";
import { createMemoContext } from "../../../../renderer/memos/blocks/memo-context.ts";
import { chineseOrdinal, numberHeadings } from "../../../../renderer/memos/blocks/number-headings.tsx";
import { assumptionsBlocks } from "../../../../renderer/memos/sections/assumptions-section.tsx";
import { limitsBlocks } from "../../../../renderer/memos/sections/closing-sections.tsx";
import { marketBlocks } from "../../../../renderer/memos/sections/market-section.tsx";
import { factsBlocks } from "../../../../renderer/memos/sections/package-section.tsx";
import { assetTypeBlocks } from "../../../../renderer/memos/value/asset-type-section.tsx";
import { bidBlocks } from "../../../../renderer/memos/value/bid-section.tsx";
import { debtServiceBlocks, debtYears } from "../../../../renderer/memos/value/debt-service-section.tsx";
import { largestBlocks } from "../../../../renderer/memos/value/largest-section.tsx";
import { restsBlocks } from "../../../../renderer/memos/value/rests-section.tsx";
import { riskBlocks } from "../../../../renderer/memos/value/risk-section.tsx";
import { sensitivityBlocks } from "../../../../renderer/memos/value/sensitivity-section.tsx";
import { simulationBlocks } from "../../../../renderer/memos/value/simulation-section.tsx";
import { waterfallSteps } from "../../../../renderer/memos/value/waterfall-section.tsx";
import { isStale } from "../../../../shared/domain/stale-source.ts";
import { sampleMemo } from "./sample-memo.ts";

const memo = sampleMemo();
const context = createMemoContext(memo);

const textOf = (blocks: readonly MemoBlock[]): string =>
  blocks
    .map((block) =>
      block.kind === "flow"
        ? renderToStaticMarkup(block.node).replaceAll(/<[^>]+>/g, " ")
        : [...block.columns.map(({ label }) => label), ...block.rows.flatMap(({ cells }) => cells.map((cell) => renderToStaticMarkup(cell)))]
            .join(" ")
            .replaceAll(/<[^>]+>/g, " "),
    )
    .join("\n");

describe("from the claim to the bid", () => {
  it("every step leads on from the one before, to the fen, and ends at the recommended bid", () => {
    const steps = waterfallSteps(context);
    const base = memo.result.cases[1];
    expect(steps[0]).toMatchObject({ isTotal: true, toFen: memo.result.totals.claimFen });
    const rest = steps.slice(2);
    const before = rest.map((_step, at) => rest[at - 1]?.toFen ?? 0);
    expect(rest.map(({ fromFen, isTotal }, at) => isTotal || fromFen === before[at])).toEqual(rest.map(() => true));
    expect(rest.map(({ toFen, isTotal }, at) => !isTotal || before[at] === 0 || toFen === before[at])).toEqual(rest.map(() => true));
    expect(steps.filter(({ isTotal }) => isTotal).map(({ toFen }) => toFen)).toEqual([memo.result.totals.claimFen, base?.maxBidFen, memo.result.bidPriceFen]);
  });

  it("ends at the limit where no bid was entered", () => {
    const steps = waterfallSteps(createMemoContext({ ...memo, isBidEntered: false }));
    expect(steps.at(-1)).toMatchObject({ label: "最高可出价" });
  });
});

describe("what the recommendation rests on", () => {
  it("names the entered bid with its part of the limit and in words", () => {
    const text = textOf(restsBlocks(context));
    expect(text).toContain("45,123.45 万元");
    expect(text).toContain("人民币肆亿伍仟壹佰贰拾叁万肆仟伍佰元整");
    expect(text).toContain("本次定价未做模拟");
  });

  it("recommends nothing where none was entered", () => {
    const text = textOf(restsBlocks(createMemoContext({ ...memo, isBidEntered: false })));
    expect(text).toContain("未填写。最高可出价只是上限，不作为建议");
    expect(text).not.toContain("人民币");
  });
});

it("prints the package by asset type in the form of a valuation report", () => {
  const [, table] = assetTypeBlocks(context);
  expect(table?.kind === "table" ? table.rows.map(({ cells }) => cells) : []).toEqual([
    ["住宅抵（质）押", "110", "150,000.00", "40,000.00", "−110,000.00", "26.67%"],
    ["信用（无抵质押物、无保证）", "80", "96,802.35", "2,000.00", "−94,802.35", "2.07%"],
    ["合计", "180", "246,802.35", "42,000.00", "−204,802.35", "17.02%"],
  ]);
});

it("names a debtor's collateral and main route, and says where a run kept none", () => {
  expect(textOf(largestBlocks(context))).toContain("甲公司 9,000.00 3 件：工业厂房、土地使用权 8,000.00 抵押物变现 90%");
  expect(textOf(largestBlocks(createMemoContext({ ...memo, debtors: null })))).toContain("未留存各户");
});

it("masks a person among the debtors unless the memo shows names", () => {
  const [first, ...others] = memo.debtors?.largest ?? [];
  if (first === undefined || memo.debtors === null) throw new Error("no debtor");
  const person = { ...memo, debtors: { ...memo.debtors, largest: [{ ...first, debtorName: "张卫国" }, ...others] } };
  expect(textOf(largestBlocks(createMemoContext(person)))).toContain("张** ");
  expect(textOf(largestBlocks(createMemoContext({ ...person, form: { ...person.form, masksPersons: false } })))).toContain("张卫国");
});

it("lights a lamp at a source that is older than a year, and counts it among the risks", () => {
  expect([
    isStale("2024-11-25", "2025-11-25T09:00:00.000Z"),
    isStale("2024-11-24", "2025-11-25T09:00:00.000Z"),
    isStale("", "2025-11-25T09:00:00.000Z"),
  ]).toEqual([false, true, false]);
  const old = { ...memo, sources: { ...memo.sources, costs: { ...memo.sources.costs, asOf: "2023-01-31" } } };
  expect(textOf(assumptionsBlocks(createMemoContext(old))).match(/● 已逾 12 个月/g)).toHaveLength(1);
  expect(textOf(riskBlocks(createMemoContext(old)))).toContain("假设来源：1 组来源已逾 12 个月");
});

it("says of a run that kept no analyses that it has none", () => {
  expect(textOf(sensitivityBlocks(context))).toContain("未留存敏感性分析");
  expect(textOf(simulationBlocks(context))).toContain("尚未做模拟");
  expect(textOf(bidBlocks(context))).toContain("未留存报价判断");
  expect(textOf(debtServiceBlocks(context))).toContain("未安排融资");
});

it("sums debt by year and leaves out years after the last payment", () => {
  const flat = (value: number) => Array.from({ length: 37 }, () => value);
  const interest = flat(0).map((_, month) => (month > 0 && month <= 18 ? 10 : 0));
  const principal = flat(0).map((_, month) => (month === 18 ? 1000 : 0));
  const balance = flat(0).map((_, month) => (month < 18 ? 1000 : 0));
  const draws = flat(0).map((_, month) => (month === 0 ? 1000 : 0));
  expect(debtYears({ draws, fees: flat(0), interest, principal, balance, equity: flat(0), cumulativeEquity: flat(0) })).toEqual([
    { year: 1, drawn: 1000, fees: 0, interest: 120, principal: 0, balance: 1000 },
    { year: 2, drawn: 0, fees: 0, interest: 60, principal: 1000, balance: 0 },
  ]);
});

it("lists averages on principal alone, and counts the others", () => {
  const average = { dealKind: "retailBulk", period: "2025 Q1", ratio: 0.069, isUpperBound: false, source: "甲", asOf: "2025-03-31" };
  const market = {
    ...memo.market,
    averages: [
      { ...average, base: "principal" },
      { ...average, base: "claim", ratio: 0.041 },
    ],
  };
  const text = textOf(marketBlocks(createMemoContext({ ...memo, market })));
  expect(text).toContain("6.9%");
  expect(text).not.toContain("4.1%");
  expect(text).toContain("另有 1 条均价");
});

describe("headings", () => {
  it("are counted in the order in which they stand", () => {
    const zh = textOf(numberHeadings([...limitsBlocks(context), ...factsBlocks(context)], "zh"));
    expect(zh).toContain("一、本报告未包含的内容");
    expect(zh).toContain("二、项目概况");
    const en = createMemoContext(sampleMemo({ language: "en" }));
    expect(textOf(numberHeadings(factsBlocks(en), "en"))).toContain("1. The deal");
  });

  it("count as Chinese does", () => {
    expect([1, 10, 11, 19, 20, 21].map(chineseOrdinal)).toEqual(["一", "十", "十一", "十九", "二十", "二十一"]);
  });
});
