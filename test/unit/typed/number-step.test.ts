import { expect, test } from "vitest";
import { moneyStep, stepped, stepsOfKey } from "../../../shared/typed/number-step.ts";

const key = (name: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "altKey" | "metaKey", boolean>> = {}) =>
  stepsOfKey({ key: name, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });

test("up and down step by one, with Shift by ten; with Ctrl they go to other fields", () => {
  expect([key("ArrowUp"), key("ArrowDown"), key("ArrowUp", { shiftKey: true }), key("ArrowDown", { shiftKey: true })]).toEqual([1, -1, 10, -10]);
  expect([key("ArrowUp", { ctrlKey: true }), key("ArrowLeft"), key("a")]).toEqual([null, null, null]);
});

test("steps add up as decimals do", () => {
  expect(stepped(0.12, 0.01, 1)).toBe(0.13);
  expect(stepped(0.07, 0.01, -10)).toBe(-0.03);
  expect([1, 2, 3].reduce((sum) => stepped(sum, 0.1, 1), 0)).toBe(0.3);
});

test("a sum steps by a round part of itself", () => {
  expect(moneyStep(183_510_480_000)).toBe(100_000_000);
  expect(moneyStep(0)).toBe(100);
  expect(moneyStep(99_999)).toBe(100);
});
