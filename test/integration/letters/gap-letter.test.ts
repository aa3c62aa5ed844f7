import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { i18n } from "../../../renderer/desk/i18n.ts";
import { gapLetter } from "../../../renderer/letters/gap-letter.ts";
import { defaultGapRanges } from "../../../shared/domain/scenario-defaults.ts";
import type { GapPriceTag } from "../../../shared/domain/scenario-results.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let gaps: GapPriceTag;
let file: string;

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  gaps = await desk.sensitivity.gaps({ dealId, caseName: "base", ranges: defaultGapRanges });
  file = join(dirname(desk.copyOf(corporateTape, "来函.xlsx")), "函.xlsx");
});
afterAll(() => desk.close());

const letterIn = (language: "zh" | "en") =>
  gapLetter({ gaps, dealName: "示例包", addressee: "示例农商银行", day: "2025-11-25", sender: "王敏", unit: "wanYuan", language, t: i18n.getFixedT(language) });

describe.each(["zh", "en"] as const)("a letter to the seller (%s)", (language) => {
  it("names addressee, date and every gap with its count, and not what a gap is worth to us", () => {
    const { paragraphs } = letterIn(language);
    expect(paragraphs[0]).toContain("示例农商银行");
    expect(paragraphs.slice(-2)).toEqual(["王敏", "2025-11-25"]);
    for (const { loans } of [...gaps.tags, ...gaps.unpriced])
      expect(paragraphs.some((line) => line.includes(language === "zh" ? `（${loans} 笔` : `(loans: ${loans}`))).toBe(true);
    expect(gaps.tags.length).toBeGreaterThan(0);
  });

  it("is saved with an annex of the contracts of each gap", async () => {
    const letter = letterIn(language);
    desk.writeWorkbooksTo(file);
    const saved = await desk.letters.saveGaps(dealId, letter);
    const counts = [...gaps.tags, ...gaps.unpriced].map(({ loans }) => loans);
    expect(saved).toMatchObject({ fileName: "函.xlsx", contracts: counts.reduce((sum, count) => sum + count, 0) });
    const { sheets } = await readXlsx(readFileSync(file));
    expect(sheets.map(({ name }) => name)).toEqual([letter.sheets.letter, ...counts.map((_, index) => `${letter.sheets.annex}${index + 1}`)]);
    expect(sheets[0]?.rows.map(([cell]) => cell)).toEqual(letter.paragraphs);
    counts.forEach((count, index) => expect(sheets[index + 1]?.rows).toHaveLength(count + 2));
    const [first] = gaps.tags;
    const claims = sheets[1]?.rows.slice(2).map((row) => Number(row[4])) ?? [];
    expect(Math.round(claims.reduce((sum, claim) => sum + claim, 0) * 100)).toBe(first?.claimFen);
    const contracts = sheets[1]?.rows.slice(2).map((row) => String(row[1])) ?? [];
    const stated = desk.db.raw.prepare("SELECT contract_no FROM loan").pluck().all();
    expect(contracts.filter((contract, index) => !stated.includes(contract) || contracts.indexOf(contract) !== index)).toEqual([]);
  });

  it("is not written where its user cancels, or the place can't be written", async () => {
    desk.writeWorkbooksTo(null);
    expect(await desk.letters.saveGaps(dealId, letterIn(language))).toBeNull();
    desk.writeWorkbooksTo(join(dirname(file), "no such folder", "函.xlsx"));
    await expect(desk.letters.saveGaps(dealId, letterIn(language))).rejects.toMatchObject({ code: "file.notWritable" });
  });
});
