import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { withLiveFields } from "../../../../renderer/memos/blocks/live-fields.ts";
import { createMemoContext } from "../../../../renderer/memos/blocks/memo-context.ts";
import { ownTextBlocks, withOwnText } from "../../../../renderer/memos/blocks/own-text.tsx";
import { titleBlocks } from "../../../../renderer/memos/sections/decision-section.tsx";
import { factsBlocks } from "../../../../renderer/memos/sections/package-section.tsx";
import type { RichText } from "../../../../shared/domain/rich-text.ts";
import { sampleMemo } from "./sample-memo.ts";

const memo = sampleMemo();
const context = createMemoContext(memo);
const html = (blocks: ReturnType<typeof ownTextBlocks>) => blocks.map((block) => (block.kind === "flow" ? renderToStaticMarkup(block.node) : "")).join("");
const textOf = (blocks: ReturnType<typeof ownTextBlocks>) => html(blocks).replaceAll(/<[^>]+>/g, " ");

describe("the desk's own words in the memo", () => {
  it("name numbers of the run as it was frozen, and leave a name that there is not as it stands", () => {
    expect(withLiveFields("报价 {{bid}}，{{ loans }} 笔，{{nothing}}，{{toString}}", context)).toBe("报价 45,123.45 万元，240 笔，{{nothing}}，{{toString}}");
    expect(withLiveFields("{{miss}}", context)).toBe("未载明");
  });

  it("stand below the heading, with bold, lists and no markup of their own", () => {
    const text: RichText = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "<b>一</b>" },
            { type: "text", text: "二", marks: [{ type: "bold" }, { type: "italic" }] },
          ],
        },
        {
          type: "orderedList",
          content: [
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "甲" }] }] },
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "乙" }] }] },
          ],
        },
      ],
    };
    const own = ownTextBlocks("facts", text, context);
    expect(own.map(({ id }) => id)).toEqual(["own-facts-0-0", "own-facts-1-0", "own-facts-1-1"]);
    expect(html(own)).toContain("&lt;b&gt;一&lt;/b&gt;");
    expect(html(own)).toContain("<strong><em>二</em></strong>");
    expect(textOf(own)).toMatch(/1\. +甲.*2\. +乙/s);
    const placed = withOwnText(factsBlocks(context), own);
    expect(placed.slice(0, 3).map(({ id }) => id)).toEqual(["facts-heading", "own-facts-0-0", "own-facts-1-0"]);
  });
});

describe("the days of the valuation", () => {
  it("are the cut-off date and not stated until the desk says otherwise", () => {
    const text = textOf(factsBlocks(context));
    expect(text).toMatch(/估值基准日 +2025-09-30/);
    expect(text).toMatch(/尽职调查日 +未载明/);
    expect(text).not.toContain("两日不同的原因");
  });

  it("have a reason where they differ, or say that there is none", () => {
    const form = { ...memo.form, diligenceOn: "2025-10-20" };
    expect(textOf(factsBlocks(createMemoContext({ ...memo, form })))).toMatch(/两日不同的原因 +未说明/);
    expect(textOf(factsBlocks(createMemoContext({ ...memo, form: { ...form, datesReason: "现场核查晚于基准日" } })))).toContain("现场核查晚于基准日");
  });
});

it("marks the memo as confidential unless the desk takes the mark off, and holds the run hash as a QR code", () => {
  expect(textOf(titleBlocks(context))).toContain("内部机密");
  expect(textOf(titleBlocks(createMemoContext({ ...memo, form: { ...memo.form, isConfidential: false } })))).not.toContain("内部机密");
  // A code of 64 hexadecimal digits has 37 modules a side at the middle level of repair, and two of blank around it.
  expect(html(titleBlocks(context))).toMatch(/<svg[^>]* aria-label="测算校验码的二维码"[^>]* viewBox="0 0 \d+ \d+"/);
});
