import { expect, it } from "vitest";
import { debtorColumns, debtorColumnWidth } from "../../../../renderer/debtors/debtor-columns.ts";
import { paperBands } from "../../../../renderer/debtors/paper-bands.ts";

it.each([
  ["A4", 1380],
  ["A3", 1988],
] as const)("parts the columns over sheets of %s, the debtor on each and every other column once, in their order", (paper, most) => {
  const bands = paperBands(debtorColumns, (column) => debtorColumnWidth(column, "en", "yuan"), paper);
  const [first, ...others] = debtorColumns;
  expect(bands.length).toBeGreaterThan(1);
  for (const band of bands) {
    expect(band[0]).toBe(first);
    expect(band.reduce((sum, column) => sum + debtorColumnWidth(column, "en", "yuan"), 0)).toBeLessThanOrEqual(most);
  }
  expect(bands.flatMap(([, ...rest]) => rest)).toEqual(others);
});

it("gives a column that is wider than the paper a sheet of its own, and no debtor columns at all none", () => {
  expect(paperBands(debtorColumns.slice(0, 2), () => 5000, "A4")).toEqual([debtorColumns.slice(0, 2)]);
  expect(paperBands([], () => 100, "A3")).toEqual([]);
});
