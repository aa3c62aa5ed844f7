import { describe, expect, it } from "vitest";
import { readDay, readMonthOrDay } from "../../../shared/typed/typed-day.ts";

const said = (text: string) => {
  const day = readDay(text);
  return day.kind === "exact" ? day.value : day.kind === "empty" ? "empty" : day.code;
};

describe("a day as people type and paste it", () => {
  it.each([
    "2025-11-13",
    "2025/11/13",
    "2025.11.13",
    "2025。11。13",
    "2025 11 13",
    "20251113",
    "2025年11月13日",
    "2025 年 11 月 13 日",
    "2025年11月13号",
    "２０２５－１１－１３",
    "二〇二五年十一月十三日",
    "二零二五年十一月十三号",
    "２０２５年１１月１３日",
    "\t2025-11-13\u3000",
    "2025−11−13",
    "2025—11—13",
    "2025-11-13 00:00:00",
    "2025-11-13T00:00:00.000",
    "13.11.2025",
    "11/13/2025",
    "13 Nov 2025",
    "13-November-2025",
    "Nov 13, 2025",
    "November 13th, 2025",
  ])("%j is 13 November 2025", (text) => {
    expect(said(text)).toBe("2025-11-13");
  });

  it.each([
    ["2025-9-3", "2025-09-03"],
    ["2025年9月3日", "2025-09-03"],
    ["4.4.2025", "2025-04-04"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["", "empty"],
    [" ", "empty"],
    ["2025-02-29", "noSuchDay"],
    ["1900-02-29", "noSuchDay"],
    ["2025-02-30", "noSuchDay"],
    ["2025-13-01", "noSuchDay"],
    ["2025-30-09", "noSuchDay"],
    ["20251301", "noSuchDay"],
    ["2025-00-01", "noSuchDay"],
    ["2025-01-00", "noSuchDay"],
    ["31.4.2025", "noSuchDay"],
    ["3/4/2025", "dayOrMonthFirst"],
    ["03.04.2025", "dayOrMonthFirst"],
    ["11月13日", "yearMissing"],
    ["11-13", "yearMissing"],
    ["2025年11月", "dayMissing"],
    ["2025-11", "dayMissing"],
    ["202511", "dayMissing"],
    ["2025", "dayMissing"],
    ["25-11-13", "yearShort"],
    ["25年11月13日", "yearShort"],
    ["13/11/25", "yearShort"],
    ["251113", "yearShort"],
    ["1025-11-13", "yearRange"],
    ["2205-11-13", "yearRange"],
    ["2025-11-13 08:30", "timeNotHere"],
    ["2025-11-13T16:00:00Z", "timeNotHere"],
    ["2025-11-13T00:00:00Z", "timeNotHere"],
    ["2025年11月13日 下午3点", "timeNotHere"],
    ["45974", "notADay"],
    ["2025113", "notADay"],
    ["2025-1113", "notADay"],
    ["2025-11-13-", "notADay"],
    ["2025-11-13x", "notADay"],
    ["明天", "notADay"],
    ["二〇二五年十三月一日", "noSuchDay"],
    ["二〇二五年百月一日", "notADay"],
    ["13 Foo 2025", "notADay"],
    ["2025-1²-13", "notADay"],
    ["-2025-11-13", "notADay"],
    ["2".repeat(400), "notADay"],
  ])("%j: %s", (text, expected) => {
    expect(said(text)).toBe(expected);
  });
});

describe("a month or a day, as a deal is reported", () => {
  it.each([
    ["2025-11", "2025-11"],
    ["2025/9", "2025-09"],
    ["2025年9月", "2025-09"],
    ["２０２５．０９", "2025-09"],
    ["Nov 2025", "2025-11"],
    ["2025年11月13日", "2025-11-13"],
    ["", "empty"],
    ["2025-13", "noSuchDay"],
    ["1025-11", "yearRange"],
    ["202511", "dayMissing"],
    ["2025", "dayMissing"],
    ["Foo 2025", "notADay"],
    ["2025-02-30", "noSuchDay"],
  ])("%j: %s", (text, expected) => {
    const read = readMonthOrDay(text);
    expect(read.kind === "exact" ? read.value : read.kind === "empty" ? "empty" : read.code).toBe(expected);
  });
});
