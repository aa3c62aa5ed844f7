import { expect, it } from "vitest";
import { fittingValues } from "../../../../renderer/ui/forms/fitting-values.ts";
import { dealInputSchema, newDeal } from "../../../../shared/contract/deal-channels.ts";

it("puts back what a form was holding, valid yet or not", () => {
  const typed = { ...newDeal, name: "", notes: "x".repeat(5000), cutOffDate: { unread: "25-09-30" }, kind: "retailBulk" };
  expect(fittingValues(dealInputSchema, newDeal, JSON.parse(JSON.stringify(typed)))).toEqual(typed);
});

it("leaves out what the form can't hold: codes of another version, other kinds of values, fields it lacks", () => {
  const alien = { kind: "moonBulk", stage: 3, name: 7, owner: null, bidDeadline: 5, process: "publicBidding", surplus: 1, seller: "某银行" };
  expect(fittingValues(dealInputSchema, newDeal, alien)).toEqual({ ...newDeal, seller: "某银行" });
  for (const nothing of [null, 3, "text", []]) expect(fittingValues(dealInputSchema, newDeal, nothing)).toEqual(newDeal);
});
