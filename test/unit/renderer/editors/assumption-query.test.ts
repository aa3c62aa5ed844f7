import { expect, test } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { rowsFor } from "../../../../renderer/editors/assumption-query.ts";

const { assumptions } = defaultAssumptionSet;
const changed = { ...assumptions, costs: { ...assumptions.costs, overheadMonths: assumptions.costs.overheadMonths + 1 } };
const overhead = { path: ["costs", "overheadMonths"], label: "管理费月数" };
const files = { path: ["costs", "fileCostYuan"], label: "每户费用" };

test("a row is found by words of its own and of its group, in any order", () => {
  const found = (text: string) => [overhead, files].map((row) => rowsFor({ text, changedOnly: false }, assumptions, null, i18n.t)?.shows(row));
  expect(found("管理费")).toEqual([true, false]);
  expect(found(`每户 ${i18n.t("pricing.group.costs")}`)).toEqual([false, true]);
  expect(found("没有")).toEqual([false, false]);
});

test("nothing asked for shows all, changed only shows what is no longer the set's", () => {
  expect(rowsFor({ text: "  ", changedOnly: false }, changed, assumptions, i18n.t)).toBeNull();
  const rows = rowsFor({ text: "", changedOnly: true }, changed, assumptions, i18n.t);
  expect([overhead, files].map((row) => rows?.shows(row))).toEqual([true, false]);
  expect(rowsFor({ text: "", changedOnly: true }, changed, null, i18n.t)?.shows(overhead)).toBe(false);
});
