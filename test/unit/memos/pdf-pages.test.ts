import { describe, expect, it } from "vitest";
import { countPdfPages } from "../../../main/memos/pdf-pages.ts";
import { suggestedName } from "../../../main/memos/suggested-name.ts";
import { sampleMemo } from "../renderer/memos/sample-memo.ts";

const pdf = (count: number, pages: number) => Buffer.from(`<</Type /Pages\n/Count ${count}\n/Kids []>>\n${"<</Type /Page\n/Resources <<>>>>\n".repeat(pages)}`);

describe("countPdfPages", () => {
  it("counts page objects, not the page tree", () => expect(countPdfPages(pdf(3, 3))).toBe(3));
  it("refuses a file whose page tree says otherwise", () => expect(() => countPdfPages(pdf(3, 2))).toThrow("2 page objects and states 3"));
  it("refuses a file without pages", () => expect(() => countPdfPages(Buffer.from("%PDF-1.4"))).toThrow("0 page objects"));
});

describe("suggestedName", () => {
  const named = (deal: string, run: string) =>
    suggestedName(
      { ...sampleMemo(), deal: { ...sampleMemo().deal, name: deal }, run: { ...sampleMemo().run, name: run }, printedAt: "2025-11-25T08:00:00.000Z" },
      "pdf",
    );
  it("takes out what file systems refuse", () => {
    expect(named('洛阳/农商:行 "A"', "投决\\稿?")).toBe("洛阳 农商 行 A - 投决 稿 - 2025-11-25.pdf");
  });
  it("never starts with a dot", () => expect(named("..", "x")).toBe("x - 2025-11-25.pdf"));
});
