import { describe, expect, it } from "vitest";
import { sourcesAfterEdit } from "../../../../renderer/assumptions/set-edits.ts";
import { numberAt, withNumberAt } from "../../../../renderer/model/edit-path.ts";
import { defaultModel } from "./workbench-fixtures.ts";

describe("an edited record", () => {
  it("replaces one leaf and shares the rest", () => {
    const model = defaultModel();
    const path = ["assumptions", "collateral", "rounds", 0, "openingShare"];
    const edited = withNumberAt(model, path, 0.8);
    expect(numberAt(edited, path)).toBe(0.8);
    expect(numberAt(model, path)).toBe(0.7);
    expect(edited.assumptions.curves).toBe(model.assumptions.curves);
  });
});

describe("the sources of an edited set", () => {
  it("makes a changed group the desk's own and leaves the others", () => {
    const stored = { ...defaultModel(), id: 2, dealKind: "corporateBulk" as const, nameZh: "副本", nameEn: "Copy", asOf: "2025-11-30", seeded: false };
    const edited = withNumberAt(stored, ["assumptions", "hurdleRate"], 0.2);
    const sources = sourcesAfterEdit(stored, edited, "2026-01-05", (language, source) => `${language}:${source}`);
    expect(sources.hurdleRate).toEqual({ sourceZh: "zh:法释", sourceEn: "en:Statute", asOf: "2026-01-05", sourced: false });
    expect(sources.curves).toEqual(stored.sources.curves);
  });
});
