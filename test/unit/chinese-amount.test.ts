import { describe, expect, it } from "vitest";
import { amountInWords } from "../../shared/chinese-amount.ts";

describe("an amount as contracts write it", () => {
  it.each([
    [0, "人民币零元整"],
    [5, "人民币伍分"],
    [10, "人民币壹角整"],
    [503, "人民币伍元零叁分"],
    [1_00, "人民币壹元整"],
    [10_00, "人民币壹拾元整"],
    [101_05, "人民币壹佰零壹元零伍分"],
    [1_010_50, "人民币壹仟零壹拾元伍角整"],
    [100_000_00, "人民币壹拾万元整"],
    [1_000_100_00, "人民币壹佰万零壹佰元整"],
    [227_252_353_00, "人民币贰亿贰仟柒佰贰拾伍万贰仟叁佰伍拾叁元整"],
    [100_000_001_00, "人民币壹亿零壹元整"],
    [1_200_300_000_00, "人民币壹拾贰亿零叁拾万元整"],
    [1_342_799_696_89, "人民币壹拾叁亿肆仟贰佰柒拾玖万玖仟陆佰玖拾陆元捌角玖分"],
    [10_000_000_000_000_00, "人民币壹拾万亿元整"],
  ])("writes %i fen as %s", (fen, words) => expect(amountInWords(fen)).toBe(words));

  it("reads back as it was, for a thousand amounts of every length", () => {
    const value = (words: string): number => {
      const [, whole = "", jiao, cent] = /^人民币(?:(.*)元)?(?:零)?(?:(.)角)?(?:整|(.)分)?$/.exec(words) ?? [];
      const digitOf = (sign: string | undefined) => (sign === undefined ? 0 : "零壹贰叁肆伍陆柒捌玖".indexOf(sign));
      let [total, group, digit] = [0, 0, 0];
      for (const sign of whole) {
        const place = { 拾: 10, 佰: 100, 仟: 1000 }[sign];
        const unit = { 万: 1e4, 亿: 1e8 }[sign];
        if (place !== undefined) {
          group += digit * place;
          digit = 0;
        } else if (unit === undefined) digit = digitOf(sign);
        else {
          // 万亿: ten thousand times what stands before.
          const part = group + digit;
          total = part === 0 ? total * unit : total + part * unit;
          [group, digit] = [0, 0];
        }
      }
      return Math.round((total + group + digit) * 100 + digitOf(jiao) * 10 + digitOf(cent));
    };
    for (let at = 1; at <= 1000; at += 1) {
      const fen = Math.floor((Math.abs(Math.sin(at)) * 10 ** ((at % 12) + 2)) / (at % 7 === 0 ? 1000 : 1));
      expect(value(amountInWords(fen)), `${fen}`).toBe(fen);
    }
  });

  it("refuses what is no amount", () => {
    for (const fen of [-1, 0.5, Number.NaN]) expect(() => amountInWords(fen)).toThrow(RangeError);
  });
});
