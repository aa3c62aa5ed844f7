import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memoDocument } from "../../../main/memos/document/memo-document.ts";
import type { MemoParagraph, MemoPart, MemoParts } from "../../../shared/domain/memo-parts.ts";
import { illFormed } from "../../integration/twins/workbook-parts.ts";
import { hostileText } from "../exports/hostile-texts.ts";
import { documentLines, documentParts } from "./document-parts.ts";

const facts = { title: "包 - 投决稿", language: "zh" as const };
const frame = { head: "包 & 项目", mark: "机密 · 草稿", foot: "运行哈希 abc", printedOn: "2025-11-25", pageOf: "第 {{page}} 页，共 {{pages}} 页" };
const text = (said: string, style: MemoParagraph["style"] = "body"): MemoParagraph => ({
  kind: "text",
  style,
  runs: [{ text: said, isBold: false, isItalic: false }],
});
const cell = (said: string, more: { isNumeric?: boolean; isHead?: boolean; span?: number } = {}) => ({
  paragraphs: said === "" ? [] : [text(said)],
  span: 1,
  isNumeric: false,
  isHead: false,
  ...more,
});

async function written(parts: readonly MemoPart[], around: MemoParts["frame"] = frame) {
  const held = documentParts(Buffer.from(await memoDocument([{ frame: around, parts: [...parts] }], facts)));
  return (name: string) => held.get(name)?.toString("utf8") ?? "";
}

/** Word's commands within a text: the page's number and how many there are. */
const fieldsIn = (part: string) => [...part.matchAll(/<w:instrText[^>]*>([^<]*)<|<w:fldSimple[^>]*>/g)].map(([whole, said]) => said ?? whole);

describe("the memo as a Word document", () => {
  it("holds headings, real tables with heads that repeat, and pictures with a word for the ear", async () => {
    const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const part = (
      await written([
        text("投决报告", "title"),
        text("一、结论", "heading"),
        {
          kind: "table",
          widths: [60, 40],
          headRows: 1,
          rows: [
            { emphasis: null, cells: [cell("项目", { isHead: true }), cell("金额", { isHead: true, isNumeric: true })] },
            { emphasis: "group", cells: [cell("全部", { span: 2 })] },
            { emphasis: "total", cells: [cell("合计"), cell("1,234.50", { isNumeric: true })] },
          ],
        },
        { kind: "picture", label: "现金流图", pngBase64: png, widthPx: 665, heightPx: 230 },
      ])
    )("word/document.xml");
    expect(illFormed(part)).toBeNull();
    expect(documentLines(part).filter((line) => line !== "")).toEqual(["投决报告", "一、结论", "项目", "金额", "全部", "合计", "1,234.50"]);
    expect(part).toContain('<w:pStyle w:val="Title"/>');
    expect(part).toContain('<w:pStyle w:val="Heading1"/>');
    expect(part.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(part).toContain('<w:gridSpan w:val="2"/>');
    expect(part).toContain('descr="现金流图"');
  });

  it("says at the head whose it is and that it is a draft, and at the foot its hash and which page of how many", async () => {
    const part = await written([text("一")]);
    expect(documentLines(part("word/header1.xml")).join("")).toBe("包 & 项目\t机密 · 草稿");
    const foot = part("word/footer1.xml");
    expect(documentLines(foot).join("|")).toContain("运行哈希 abc|2025-11-25\t第  页，共  页");
    expect(fieldsIn(foot)).toEqual(["PAGE", "NUMPAGES"]);
  });

  it("takes 10,000 hostile texts in every place as text: no field, no markup, every sign but those that no markup can hold", async () => {
    const texts = fc.sample(hostileText, { numRuns: 10_000, seed: 13 });
    const parts = texts.map(
      (said, at): MemoPart =>
        at % 2 === 0
          ? text(said, at % 4 === 0 ? "heading" : "note")
          : { kind: "table", widths: [1], headRows: 1, rows: [{ emphasis: null, cells: [cell(said)] }] },
    );
    const part = (await written(parts))("word/document.xml");
    expect(illFormed(part)).toBeNull();
    expect(fieldsIn(part)).toEqual([]);
    expect(part).not.toMatch(/<w:(?:hyperlink|object|altChunk)|r:embed|r:link/);
    // oxlint-disable-next-line no-control-regex -- those that XML 1.0 has no place for
    const kept = (said: string) => said.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd").replaceAll(/\r\n?/g, "\n");
    const said = documentLines(part).join("");
    expect(said.length).toBeGreaterThan(50_000);
    expect(said).toBe(texts.map(kept).join(""));
  }, 60_000);

  it("keeps what stands around the pages text as well", async () => {
    const around = { ...frame, head: '<w:fldSimple w:instr="DDE"/>', mark: "{{page}}", foot: "\u0000=1" };
    const part = await written([text("一")], around);
    for (const name of ["word/header1.xml", "word/footer1.xml"]) expect(illFormed(part(name))).toBeNull();
    expect(documentLines(part("word/header1.xml")).join("")).toBe('<w:fldSimple w:instr="DDE"/>\t{{page}}');
    expect(fieldsIn(part("word/header1.xml"))).toEqual([]);
  });
});
