import { describe, expect, it } from "vitest";
import { type CopiedCell, tableMarkup, tabText } from "../../../../renderer/ui/tables/copied-cells.ts";

const figure = (text: string): CopiedCell => ({ text, isFigure: true });
const words = (text: string): CopiedCell => ({ text, isFigure: false });

describe("cells on the clipboard", () => {
  it.each([
    ["1,234,567.89", "1234567.89"],
    ["−12.5%", "-12.5%"],
    ["+3", "3"],
    ["0.00", "0.00"],
  ])("the figure %s is the number %s to a sheet", (shown, pasted) => {
    expect(tabText([[figure(shown)]])).toBe(pasted);
    expect(tableMarkup([[figure(shown)]])).toBe(`<table><tr><td>${pasted}</td></tr></table>`);
  });

  it.each(["1.23 倍", "P50", "12,34", "无报价"])("the figure %s, which is no number, stays as it is", (shown) => {
    expect(tabText([[figure(shown)]])).toBe(shown);
  });

  it.each([figure("—"), words("—"), words(" — ")])("a cell that shows that there is nothing is empty in the sheet: %j", (cell) => {
    expect(tabText([[cell, words("甲")]])).toBe("\t甲");
    expect(tableMarkup([[cell]])).not.toContain("—");
  });

  it("an identifier is text: a sheet would cut its digits and its noughts", () => {
    expect(tabText([[words("00410105200301011234")]])).toBe("00410105200301011234");
    expect(tableMarkup([[words("00410105200301011234")]])).toBe(`<table><tr><td style="mso-number-format:'\\@'">00410105200301011234</td></tr></table>`);
  });

  it.each(['=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1+1", " =1+1"])("what a sheet would run, %j, is marked as text", (shown) => {
    expect(tabText([[words(shown)]])).toBe(`'${shown.trim()}`);
    expect(tabText([[figure(shown)]])).toBe(`'${shown.trim()}`);
  });

  it("a text with tabs and lines stays in its cell, and markup in it is none", () => {
    expect(tabText([[words("甲\t乙\n丙"), words("x")]])).toBe("甲 乙 丙\tx");
    expect(tableMarkup([[words("<b>A & B</b>")]])).toContain("&lt;b&gt;A &amp; B&lt;/b&gt;");
  });
});
