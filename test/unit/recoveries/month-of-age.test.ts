import { describe, expect, it } from "vitest";
import { fullMonths, monthOfAge } from "../../../main/recoveries/month-of-age.ts";

describe("the month of a loan's age", () => {
  it.each([
    ["2024-01-15", "2024-01-15", 1, 0],
    ["2024-01-15", "2024-02-14", 1, 0],
    ["2024-01-15", "2024-02-15", 1, 1],
    ["2024-01-15", "2024-02-16", 2, 1],
    ["2024-01-15", "2025-01-15", 12, 12],
    ["2024-01-31", "2024-02-29", 1, 0],
    ["2024-01-31", "2024-03-01", 2, 1],
    ["2023-12-31", "2024-01-01", 1, 0],
  ])("from %s to %s is %i, %i of them whole", (start, day, month, whole) => {
    expect(monthOfAge(start, day)).toBe(month);
    expect(fullMonths(start, day)).toBe(whole);
  });
});
