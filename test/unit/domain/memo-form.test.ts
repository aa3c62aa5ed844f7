import { describe, expect, it } from "vitest";
import { changedSection, completeForm, memoFormSchema, movedSection, usualMemoForm } from "../../../shared/domain/memo-form.ts";
import { emptyText, isBlankText, richTextFrom, richTextSchema } from "../../../shared/domain/rich-text.ts";

const keysOf = (form: typeof usualMemoForm) => form.sections.map(({ key }) => key);

describe("the form of a memo", () => {
  it("has every section once, the recommendation first and always", () => {
    expect(memoFormSchema.safeParse(usualMemoForm).success).toBe(true);
    const [decision, waterfall, ...others] = usualMemoForm.sections;
    if (decision === undefined || waterfall === undefined) throw new Error("no sections");
    for (const sections of [[waterfall, decision, ...others], [{ ...decision, isOn: false }, waterfall], [decision, waterfall, waterfall], []])
      expect(memoFormSchema.safeParse({ ...usualMemoForm, sections }).success).toBe(false);
  });

  it("moves a section by one place, and none above the recommendation or below the end", () => {
    expect(keysOf(movedSection(usualMemoForm, "package", -1)).slice(0, 4)).toEqual(["decision", "waterfall", "package", "facts"]);
    expect(keysOf(movedSection(usualMemoForm, "facts", 1)).slice(0, 4)).toEqual(["decision", "waterfall", "package", "facts"]);
    for (const [key, by] of [
      ["waterfall", -1],
      ["decision", 1],
      ["annex", 1],
    ] as const)
      expect(movedSection(usualMemoForm, key, by)).toEqual(usualMemoForm);
  });

  it("gets the sections that came after it was saved at their usual places", () => {
    const old = { ...usualMemoForm, sections: usualMemoForm.sections.filter(({ key }) => key !== "simulation" && key !== "annex") };
    expect(completeForm(old)).toEqual(usualMemoForm);
    const sorted = movedSection(old, "flows", 1);
    expect(keysOf(completeForm(sorted)).slice(9, 12)).toEqual(["sensitivity", "simulation", "flows"]);
  });

  it("changes one section alone", () => {
    const changed = changedSection(usualMemoForm, "risks", { isOn: false });
    expect(changed.sections.filter(({ isOn }) => !isOn).map(({ key }) => key)).toEqual(["risks"]);
  });
});

describe("the desk's own words", () => {
  it("keep paragraphs, lists, bold and italic, and nothing else of a document", () => {
    const hostile = {
      type: "doc",
      content: [
        {
          type: "heading",
          attrs: { level: 1 },
          content: [{ type: "text", text: "标题", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }, { type: "bold" }] }],
        },
        { type: "image", attrs: { src: "x", onerror: "alert(1)" } },
        {
          type: "bulletList",
          content: [
            {
              type: "listItem",
              content: [
                { type: "paragraph", content: [{ type: "text", text: "一" }] },
                { type: "orderedList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "二" }] }] }] },
              ],
            },
          ],
        },
        {
          type: "paragraph",
          attrs: { style: "position:fixed" },
          content: [{ type: "text", text: "<script>alert(1)</script>" }, { type: "hardBreak" }, { type: "iframe" }],
        },
        7,
      ],
    };
    const text = richTextFrom(hostile);
    expect(richTextSchema.parse(text)).toEqual(text);
    expect(text).toEqual({
      type: "doc",
      content: [
        { type: "paragraph", content: [{ type: "text", text: "标题", marks: [{ type: "bold" }] }] },
        { type: "paragraph", content: [] },
        {
          type: "bulletList",
          content: [
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "一" }] }] },
            { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "二" }] }] },
          ],
        },
        { type: "paragraph", content: [{ type: "text", text: "<script>alert(1)</script>" }, { type: "hardBreak" }] },
      ],
    });
  });

  it("are blank where nothing is written", () => {
    for (const document of [null, 1, {}, { type: "doc", content: [{ type: "paragraph" }] }]) {
      expect(richTextFrom(document)).toEqual(emptyText);
      expect(isBlankText(richTextFrom(document))).toBe(true);
    }
  });
});
