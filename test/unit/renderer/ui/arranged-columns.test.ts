import { expect, test } from "vitest";
import { orderAfterMove, orderedKeys, shownKeys } from "../../../../renderer/ui/tables/arranged-columns.ts";
import { plainColumns } from "../../../../shared/domain/desk-layout.ts";

const keys = ["name", "seller", "kind", "loans"] as const;

test("columns stand in the table's order until they are moved", () => {
  expect(orderedKeys(keys, plainColumns)).toEqual(keys);
  expect(orderAfterMove(keys, plainColumns, "loans", "seller")).toEqual(["name", "loans", "seller", "kind"]);
  expect(orderAfterMove(keys, plainColumns, "seller", "loans")).toEqual(["name", "kind", "loans", "seller"]);
});

test("a column that came after the layout was kept stands behind its neighbour, one that is gone is left out", () => {
  expect(orderedKeys(keys, { order: ["loans", "gone", "name", "kind"] })).toEqual(["loans", "name", "seller", "kind"]);
});

test("hidden columns keep their place", () => {
  const layout = { ...plainColumns, order: ["name", "loans", "kind", "seller"], hidden: ["kind"] };
  expect(shownKeys(keys, layout)).toEqual(["name", "loans", "seller"]);
  expect(orderAfterMove(keys, layout, "seller", "loans")).toEqual(["name", "seller", "loans", "kind"]);
});
