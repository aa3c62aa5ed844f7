import { describe, expect, it } from "vitest";
import { builtInLook, readNumberFormat } from "../../../main/tapes/files/number-format.ts";

const shown = (code: string, value: number) => {
  const look = readNumberFormat(code)(value);
  if (look === null) return "as stored";
  if (look.isDate) return "date";
  return [look.scale, look.unit, look.currency].filter((fact) => fact !== null).join(" ");
};

describe("readNumberFormat", () => {
  it.each([
    ['0!.0000"万元"', 10_000, "4 wanYuan CNY"],
    ["0\\.0,万", 10_000, "4 wanYuan"],
    ['0"."0,"万元"', 10_000, "4 wanYuan CNY"],
    ["0!.0,", 10_000, "4"],
    ["#,##0,", 10_000, "3"],
    ["#,##0.00,,", 10_000, "6"],
    ['#,##0.00,"千元"', 10_000, "3 qianYuan CNY"],
    ['0.00"万元"', 10_000, "0 wanYuan CNY"],
    ['#,##0.00"元"', 10_000, "0 yuan CNY"],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', 200_000_000, "8 yiYuan"],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', 20_000, "4 wanYuan"],
    ['[>=100000000]0!.00,,"亿";[>=10000]0!.0,"万";0', 2, "as stored"],
    ["[$$-409]#,##0.00", 1, "0 USD"],
    ["[$USD] #,##0.00", 1, "0 USD"],
    ['"US$"#,##0.00', 1, "0 USD"],
    ["[$€-2] #,##0.00", 1, "0 EUR"],
    ["[$HK$-C04]#,##0.00", 1, "0 HKD"],
    ["[$¥-411]#,##0", 1, "0 JPY"],
    ["0.00%", 1, "-2"],
  ])("tells what %s shows of %d: %s", (code, value, expected) => {
    expect(shown(code, value)).toBe(expected);
  });

  it.each([
    "General",
    "G/通用格式",
    "@",
    "0.00",
    "#,##0.00_);[Red]\\(#,##0.00\\)",
    "[$¥-804]#,##0.00",
    "¥#,##0.00;¥-#,##0.00",
    '_ ¥* #,##0.00_ ;_ ¥* \\-#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
    '#,##0.00\\ "days"',
    "0.00\\d",
    "[DBNum2][$-804]General",
    "#,##0.00_ ;[Magenta]\\-#,##0.00\\ ",
    "[>=10000]0.00;General",
    "0.00E+00",
    "_-* #,##0.00\\ _€_-",
  ])("leaves %s alone, which shows what is stored", (code) => {
    for (const value of [1_234_567.89, 0, -5]) expect(shown(code, value)).toBe("as stored");
  });

  it.each(["yyyy\\-mm\\-dd", 'yyyy"年"m"月"d"日";@', "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "[h]:mm:ss", "m/d/yy h:mm"])("knows %s for a date", (code) => {
    expect(shown(code, 45_000)).toBe("date");
  });

  it("knows the formats that have no code", () => {
    expect([0, 2, 4, 7, 44, 49].map(builtInLook)).toEqual([null, null, null, null, null, null]);
    expect([14, 22, 31, 57].map((id) => builtInLook(id)?.isDate)).toEqual([true, true, true, true]);
    expect(builtInLook(10)).toMatchObject({ isPercent: true, scale: -2 });
  });

  it("fills an identifier with zeros as its cell shows it", () => {
    expect(readNumberFormat("0000000000")(1234)?.zeroFill).toBe(10);
  });
});
