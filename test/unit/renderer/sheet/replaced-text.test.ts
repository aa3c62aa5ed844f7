import { describe, expect, it } from "vitest";
import { withReplaced } from "../../../../renderer/sheet/replaced-text.ts";

describe("a text replaced in a cell", () => {
  it("is replaced wherever it stands, whatever its case, and taken by the letter", () => {
    expect(withReplaced("甲公司（甲）", "甲", "乙")).toBe("乙公司（乙）");
    expect(withReplaced("ht-1 HT-2", "HT", "X$&")).toBe("X$&-1 X$&-2");
    expect(withReplaced("a.b axb", "a.b", "c")).toBe("c axb");
  });
});
