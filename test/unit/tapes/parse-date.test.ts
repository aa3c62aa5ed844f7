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
    ["May 12, 2022", "2022-05-12"],
    ["2022年5月12号", "2022-05-12"],
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
    ["2019", "invalidDate"],
    ["2019年", "invalidDate"],
    ["2019-07", "invalidDate"],
    ["201907", "invalidDate"],
    ["9999-12-31", "invalidDate"],
    [new Date("1905-07-11T00:00:00Z"), "invalidDate"],
    ["43831", "2020-01-01"],
    ["'2023-10-08", "2023-10-08"],
    ["2023-10-08\u200b", "2023-10-08"],
    ["#NAME?", "errorValue"],
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
    [18_264, "1900", "1950-01-01"],
    [18_263, "1900", "invalidDate"],
    [60, "1900", "invalidDate"],
    [45_292, "1900", "2024-01-01"],
    [45_292.75, "1900", "2024-01-01"],
    [43_830, "1904", "2024-01-01"],
    [0, "1900", "invalidDate"],
    [-5, "1900", "invalidDate"],
    // A bare year, and year and month, are no days.
    [2019, "1900", "invalidDate"],
    [2019, "1904", "invalidDate"],
    [201_907, "1900", "invalidDate"],
    [2_958_466, "1900", "invalidDate"],
  ])("reads serial %d in the %s system as %s", (serial, system, expected) => {
    expect(date(serial, system)).toBe(expected);
  });

  it("gives back every day in every style", () => {
    const day = fc.date({ min: new Date("1950-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
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
