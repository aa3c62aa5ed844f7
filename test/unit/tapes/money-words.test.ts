import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMoneyWords } from "../../../main/tapes/words/money-words.ts";
import type { TapeUnit } from "../../../shared/domain/tape-units.ts";

const read = (text: string) => {
  const words = readMoneyWords(text);
  return words === null ? null : [words.unit, words.currency];
};

describe("readMoneyWords", () => {
  it.each<[string, TapeUnit | null, string | null]>([
    ["元", "yuan", "CNY"],
    ["人民币元", "yuan", "CNY"],
    ["人民币：万元", "wanYuan", "CNY"],
    ["万元人民币", "wanYuan", "CNY"],
    ["仟元", "qianYuan", "CNY"],
    ["RMB'000", "qianYuan", "CNY"],
    ["RMB 10,000", "wanYuan", "CNY"],
    ["in thousands of RMB", "qianYuan", "CNY"],
    ["CNY million", "baiWanYuan", "CNY"],
    ["百万", "baiWanYuan", null],
    ["千万元", "qianWanYuan", "CNY"],
    ["亿元", "yiYuan", "CNY"],
    ["分", "fen", "CNY"],
    ["人民币", null, "CNY"],
    ["美元", "yuan", "USD"],
    ["万美元", "wanYuan", "USD"],
    ["USD thousand", "qianYuan", "USD"],
    ["港币", "yuan", "HKD"],
    ["ＥＵＲ", null, "EUR"],
    ["外币", "yuan", "other"],
  ])("reads %j as %s of %s", (text, unit, currency) => {
    expect(read(text)).toEqual([unit, currency]);
  });

  it.each(["", "万万元", "人民币美元", "户", "元素", "百亿元", "billion", "含税", "M", "1200元"])("takes nothing from %j", (text) => {
    expect(read(text)).toBeNull();
  });

  it("understands every unit in every way of writing it", () => {
    const units: readonly (readonly [TapeUnit, readonly string[]])[] = [
      ["yuan", ["元", "圆"]],
      ["qianYuan", ["千元", "仟元"]],
      ["wanYuan", ["万元", "萬元"]],
      ["shiWanYuan", ["十万元"]],
      ["baiWanYuan", ["百万元", "佰万元"]],
      ["qianWanYuan", ["千万元", "仟万元"]],
      ["yiYuan", ["亿元", "億元"]],
    ];
    const unit = fc.constantFrom(...units.flatMap(([code, words]) => words.map((word) => [code, word] as const)));
    const before = fc.constantFrom("", "人民币", "RMB", "rmb ", "单位：", "单位:人民币", "金额单位： ", "（人民币）");
    fc.assert(
      fc.property(unit, before, fc.constantFrom("", " ", "　"), ([code, word], words, blank) => {
        expect(read(words + blank + word)).toEqual([code, "CNY"]);
      }),
    );
  });
});
