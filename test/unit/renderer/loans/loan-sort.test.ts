import { expect, test } from "vitest";
import { sortedBy } from "../../../../renderer/loans/use-loan-pages.ts";

const byPrice = { by: "allocatedFen", descending: true } as const;

test("a click on the sorted column turns the order round", () => {
  expect(sortedBy(byPrice, "allocatedFen", true)).toEqual({ by: "allocatedFen", descending: false });
});

test("figures begin with the largest, names with the first", () => {
  expect(sortedBy(byPrice, "upbFen", true)).toEqual({ by: "upbFen", descending: true });
  expect(sortedBy(byPrice, "debtorName", false)).toEqual({ by: "debtorName", descending: false });
});
