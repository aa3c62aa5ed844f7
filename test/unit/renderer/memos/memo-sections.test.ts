import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { createMemoContext } from "../../../../renderer/memos/blocks/memo-context.ts";
import { paragraphsOf } from "../../../../renderer/memos/blocks/memo-paragraphs.ts";
import { bridgeBlocks } from "../../../../renderer/memos/sections/bridge-section.tsx";
import { casesBlocks } from "../../../../renderer/memos/sections/cases-section.tsx";
import { debtorAnnexBlocks, ownEstimateBlocks } from "../../../../renderer/memos/sections/debtor-section.tsx";
import { editsBlocks } from "../../../../renderer/memos/sections/edits-section.tsx";
import { flowPeriods } from "../../../../renderer/memos/sections/flow-periods.ts";
import { foldStrata, sumStrata } from "../../../../renderer/memos/sections/fold-strata.ts";
import { memoSchema } from "../../../../shared/domain/memo.ts";
import { memoEn } from "../../../../shared/locales/en/memo-en.ts";
import { flattenTexts } from "../../../../shared/locales/flatten-texts.ts";
import { en, zh } from "../../../../shared/locales/texts.ts";
import { memoZh } from "../../../../shared/locales/zh/memo-zh.ts";
import { maskIdentifier } from "../../../../shared/masked-identifier.ts";
import { sampleMemo } from "./sample-memo.ts";

const memo = sampleMemo();

describe("the memo's tables", () => {
  it("the sample memo keeps the contract", () => expect(memoSchema.parse(memo)).toEqual(memo));

  it("shows the largest regions and folds the rest without losing a fen", () => {
    const { shown, folded, foldedGroups } = foldStrata(memo.strata.region, 12);
    expect([shown.length, foldedGroups]).toEqual([12, 4]);
    const all = sumStrata(memo.strata.region);
    const again = sumStrata([...shown, ...(folded === null ? [] : [folded])]);
    expect([again.loans, again.upbFen, again.claimFen, again.allocatedFen]).toEqual([all.loans, all.upbFen, all.claimFen, all.allocatedFen]);
  });

  it("shows a thirteenth region as itself", () => {
    expect(foldStrata(memo.strata.region.slice(0, 13), 12)).toMatchObject({ folded: null, foldedGroups: 0 });
  });

  it.each([
    ["zh", "尚无来源的：抵押物处置、处置时间"],
    ["en", "Without a source as yet: "],
  ] as const)("says why so little of the value counts as sourced (%s)", (language, words) => {
    const sources = { ...memo.sources, collateral: { ...memo.sources.collateral, sourced: false }, timing: { ...memo.sources.timing, sourced: false } };
    const noteOf = (of: typeof memo) => casesBlocks(createMemoContext(of)).find(({ id }) => id === "cases-grounds");
    const note = noteOf({ ...memo, language, sources });
    expect(note?.kind === "flow" ? renderToStaticMarkup(note.node) : "").toContain(words);
    const allSourced = Object.fromEntries(Object.entries(memo.sources).map(([group, source]) => [group, { ...source, sourced: true, evidence: undefined }]));
    expect(noteOf({ ...memo, language, sources: allSourced as typeof memo.sources })).toBeUndefined();
  });

  it("sums cash flow by year to the same total as by month", () => {
    const base = memo.result.cases[1];
    if (base === undefined) throw new Error("no base case");
    const periods = flowPeriods(base.flows);
    expect(periods.map((period) => period.year)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(periods.at(-1)?.cumulativeYuan).toBeCloseTo(
      base.flows.net.reduce((sum, flow) => sum + flow, 0),
      4,
    );
  });

  it("shows a pool that ends within two years by quarter", () => {
    const flows = { collateral: [0, 0, 0, 9, 5], guarantor: [0, 0, 0, 0, 0], cash: [1, 0, 0, 0, 0], costs: [0, 0, 0, 0, 2], net: [1, 0, 0, 9, 3] };
    expect(flowPeriods(flows)).toMatchObject([
      { year: 1, quarter: 1, netYuan: 10, cumulativeYuan: 10 },
      { year: 1, quarter: 2, collateralYuan: 5, costsYuan: 2, cumulativeYuan: 13 },
    ]);
  });

  it("prints why the highest bids moved since an earlier run, cause by cause and with the loans behind them", () => {
    const tables = bridgeBlocks(createMemoContext(memo)).flatMap((block) => (block.kind === "table" ? [block.rows.map(({ cells }) => cells)] : []));
    expect(tables).toEqual([
      [
        ["变动前最高报价", "", "0.01", "30,000.00", "40,000.00"],
        ["调出债权", "1", "0.00", "−2,000.00", "−500.00"],
        ["抵押物", "0", "0.00", "+1,000.00", "+1,000.00"],
        ["变动后最高报价", "", "0.01", "29,000.00", "40,500.00"],
      ],
      [
        ["调出债权", "", "", "", ""],
        ["HT-1", "甲公司", "0.00", "−1,900.00", "−500.00"],
        ["归于资产包整体", "", "0.00", "−100.00", "0.00"],
      ],
    ]);
    expect(bridgeBlocks(createMemoContext({ ...memo, bridge: null }))).toEqual([]);
  });

  it("prints the debtor sheet with what further debtors come to, and how much of the bid the desk valued itself", () => {
    const context = createMemoContext(memo);
    const table = debtorAnnexBlocks(context).find((block) => block.kind === "table");
    expect(table?.rows.map(({ cells }) => cells)).toEqual([
      ["甲公司（假设清算法）", "2", "9,000.00", "● 2,000.00", "● 2,500.00", "● 3,000.00", "24.0", "2,000.00"],
      ["其余 2 户", "3", "3,000.00", "1,000.00", "1,200.00", "1,500.00", "", "1,100.00"],
      ["合计", "5", "12,000.00", "3,000.00", "3,700.00", "4,500.00", "", "3,100.00"],
    ]);
    expect(ownEstimateBlocks(context)).toHaveLength(1);
    expect([...ownEstimateBlocks(createMemoContext({ ...memo, debtors: null })), ...debtorAnnexBlocks(createMemoContext({ ...memo, debtors: null }))]).toEqual(
      [],
    );
  });

  it("says what the desk changed in the tape, and lists the first of it with the seller's values", () => {
    const blocks = editsBlocks(createMemoContext(memo));
    const table = blocks.find((block) => block.kind === "table");
    expect(table?.rows.map(({ cells }) => cells)).toEqual([["洛借字001", "本金余额", "800.00", "790.00", "核对借据 · 王敏"]]);
    // Heading, counts, table, and that there are more.
    expect(blocks.map(({ id }) => id)).toEqual(["edits-caption", "edits-note", "edits", "edits-more"]);
    expect(editsBlocks(createMemoContext({ ...memo, edits: null }))).toEqual([]);
  });

  it("cuts long notes into paragraphs and keeps every character", () => {
    const text = "尽职调查结论如下。".repeat(300);
    const paragraphs = paragraphsOf(`${text}\n\n短。`);
    expect(Math.max(...paragraphs.map((paragraph) => paragraph.length))).toBeLessThanOrEqual(600);
    expect(paragraphs.join("")).toBe(`${text}短。`);
  });
});

describe.each([
  ["zh", zh],
  ["en", en],
] as const)("the memo in %s", (language, screen) => {
  const { tapeWord } = createMemoContext(sampleMemo({ language }));
  const texts = flattenTexts(screen);

  it("says a field and a finding of the tape in the screen's words", () => {
    expect([tapeWord("field", "securityKind", ""), tapeWord("code", "unknownCode", ""), tapeWord("code", "missingPrincipal", "")]).toEqual([
      texts["tape.field.securityKind"],
      texts["tape.code.unknownCode"],
      texts["tape.code.missingPrincipal"],
    ]);
  });

  it("has a sign for a finding that names no field", () => expect(tapeWord("field", null, "—")).toBe("—"));
});

describe("a debtor's identifier", () => {
  it("is masked in print, whatever its length", () => {
    expect(["410302198001010000", "1234", ""].map(maskIdentifier)).toEqual(["4103************00", "****", ""]);
  });
});

describe("the memo's words", () => {
  it("have the same keys and the same places for values in both languages", () => {
    const zh = flattenTexts(memoZh);
    const en = flattenTexts(memoEn);
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    const places = (text: string | undefined) => [...(text ?? "").matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort();
    for (const key of Object.keys(zh)) expect([key, places(en[key])]).toEqual([key, places(zh[key])]);
  });
});
