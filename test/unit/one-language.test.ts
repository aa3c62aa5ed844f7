import { describe, expect, it } from "vitest";
import { seededAverages, seededDeals } from "../../main/market/market-seed.ts";
import { inOneLanguage, nameInOneLanguage } from "../../shared/one-language.ts";

describe("a text in two languages", () => {
  it("is shown in one", () => {
    const source = "2025 年 11 月新闻报道 / news reports of November 2025";
    expect([inOneLanguage(source, "zh"), inOneLanguage(source, "en")]).toEqual(["2025 年 11 月新闻报道", "news reports of November 2025"]);
    expect([nameInOneLanguage("郑州银行 Zhengzhou Bank", "zh"), nameInOneLanguage("郑州银行 Zhengzhou Bank", "en")]).toEqual(["郑州银行", "Zhengzhou Bank"]);
  });

  it("is left alone where it says one thing once", () => {
    for (const text of ["银登中心", "Reuters 2025", "http://a.example/b", "工行/建行", "A / B", ""])
      expect([inOneLanguage(text, "zh"), inOneLanguage(text, "en")]).toEqual([text, text]);
  });

  it("has both halves in everything that is built in", () => {
    const han = /\p{Script=Han}/u;
    const texts = [...seededAverages.map(({ source }) => source), ...seededDeals.flatMap(({ kind, source, note }) => [kind, source, note])].filter(
      (text) => text !== "",
    );
    expect(texts.filter((text) => han.test(inOneLanguage(text, "en")) || !han.test(inOneLanguage(text, "zh")))).toEqual([]);
    const names = seededDeals.flatMap(({ buyer, seller }) => [buyer, seller]);
    expect(names.filter((name) => han.test(nameInOneLanguage(name, "en")) || /[a-z]/.test(nameInOneLanguage(name, "zh")))).toEqual([]);
  });
});
