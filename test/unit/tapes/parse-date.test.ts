import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDate } from "../../../main/tapes/cells/parse-date.ts";
import { type DateSystem, type RawCell, uncachedFormula } from "../../../main/tapes/files/raw-sheet.ts";

const date = (cell: RawCell | undefined, system: DateSystem = "1900") => {
  const parsed = parseDate(cell, system);
  if (parsed.kind === "date") return parsed.date;
  return parsed.kind === "problem" ? parsed.code : "missing";
};

describe("parseDate", () => {
  it.each<[RawCell, string]>([
    ["2023-10-08", "2023-10-08"],
    ["2021/12/23", "2021-12-23"],
    ["2022年5月22日", "2022-05-22"],
    ["２０２２年５月２２日", "2022-05-22"],
    ["20230122", "2023-01-22"],
    [20230122, "2023-01-22"],
    ["2022.12.02", "2022-12-02"],
    ["2020/3/16", "2020-03-16"],
    ["2023-10-08 00:00:00", "2023-10-08"],
    ["2023-10-08T08:30:00Z", "2023-10-08"],
    ["12-May-2022", "2022-05-12"],
    [new Date("2024-03-07T00:00:00Z"), "2024-03-07"],
    ["2024-02-29", "2024-02-29"],
    ["2024-02-30", "invalidDate"],
    ["2023-02-29", "invalidDate"],
    ["2023-04-31", "invalidDate"],
    ["2023-13-01", "invalidDate"],
    ["20231301", "invalidDate"],
    ["2023-10/08", "invalidDate"],
    ["昨天", "invalidDate"],
    ["2023年5月", "invalidDate"],
    ["23-5-6", "ambiguousDate"],
    ["05/06/2023", "ambiguousDate"],
    ["25/06/2023", "2023-06-25"],
    ["06/25/2023", "2023-06-25"],
    [new Date(Number.NaN), "invalidDate"],
    [true, "invalidDate"],
    [uncachedFormula, "formulaWithoutValue"],
    [null, "missing"],
    ["-", "missing"],
    ["", "missing"],
  ])("reads %j as %s", (cell, expected) => {
    expect(date(cell)).toBe(expected);
  });

  // Serial numbers as Excel shows them: 45292 is 2024-01-01; 1904 counts 1462 days less.
  it.each<[number, DateSystem, string]>([
    [1, "1900", "1900-01-01"],
    [59, "1900", "1900-02-28"],
    [60, "1900", "invalidDate"],
    [61, "1900", "1900-03-01"],
    [45_292, "1900", "2024-01-01"],
    [45_292.75, "1900", "2024-01-01"],
    [43_830, "1904", "2024-01-01"],
    [0, "1900", "invalidDate"],
    [-5, "1900", "invalidDate"],
    [2_958_466, "1900", "invalidDate"],
  ])("reads serial %d in the %s system as %s", (serial, system, expected) => {
    expect(date(serial, system)).toBe(expected);
  });

  it("gives back every day in every style", () => {
    const day = fc.date({ min: new Date("1901-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
    expect(() =>
      fc.assert(
        fc.property(day, (value) => {
          const iso = value.toISOString().slice(0, 10);
          const [year = "", month = "", dayOfMonth = ""] = iso.split("-");
          const styles: RawCell[] = [
            iso,
            `${year}/${Number(month)}/${Number(dayOfMonth)}`,
            `${year}.${month}.${dayOfMonth}`,
            `${year}年${Number(month)}月${Number(dayOfMonth)}日`,
            `${year}${month}${dayOfMonth}`,
            Date.parse(iso) / 86_400_000 + 25_569,
            new Date(iso),
          ];
          return styles.every((style) => date(style) === iso);
        }),
      ),
    ).not.toThrow();
  });
});
