import { describe, expect, it } from "vitest";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { exactAmount, shownValue, typedValue } from "../../../../renderer/sheet/cell-texts.ts";
import { readMoney, readNumber } from "../../../../shared/typed/typed-number.ts";

const { t } = i18n;

describe("what the editor of a cell begins with", () => {
  it.each([
    [0, "wanYuan", "0"],
    [1, "wanYuan", "0.000001"],
    [123_456_700, "wanYuan", "123.4567"],
    [100_000_000, "wanYuan", "100"],
    [12_345, "yuan", "123.45"],
    [9_007_199_254_740_991, "yiYuan", "900719.9254740991"],
  ] as const)("is %d fen in %s to the fen: %s", (fen, unit, text) => {
    expect(exactAmount(fen, unit)).toBe(text);
    expect(readMoney(text, unit)).toEqual({ kind: "exact", value: fen });
  });

  it("is a share in percent that reads back as the same share", () => {
    for (const share of [0, 0.07, 0.29, 0.3333, 1]) {
      const text = typedValue("estimateProbability", share, "yuan", t);
      expect(readNumber(text, "percent")).toEqual({ kind: "exact", value: share });
    }
  });

  it("is the word of a code, as the cell shows it", () => {
    expect(typedValue("litigationStage", "inExecution", "yuan", t)).toBe(shownValue("litigationStage", "inExecution", "yuan", t));
    expect(shownValue("litigationStage", "inExecution", "yuan", t)).toBe(t("code.litigationStage.inExecution"));
  });

  it("is nothing where nothing is stated", () => {
    expect(typedValue("principal", null, "yuan", t)).toBe("");
    expect(shownValue("principal", null, "yuan", t)).toBe("");
  });
});
