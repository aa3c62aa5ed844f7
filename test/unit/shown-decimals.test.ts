import { afterEach, expect, it } from "vitest";
import { formatMoney, printedMoney, showDecimals } from "../../shared/format.ts";

afterEach(() => showDecimals(null));

it("amounts are shown with the decimals that the desk chose, never finer than a fen", () => {
  const amounts = () => [formatMoney(123_456_789, "yuan"), formatMoney(123_456_789, "wanYuan"), formatMoney(-150_000_000_050, "yiYuan")];
  expect(amounts()).toEqual(["1,234,567.89", "123.46", "−15.0000"]);
  showDecimals(0);
  expect(amounts()).toEqual(["1,234,568", "123", "−15"]);
  showDecimals(4);
  expect(amounts()).toEqual(["1,234,567.89", "123.4568", "−15.0000"]);
});

it("what is printed keeps its own", () => {
  showDecimals(0);
  expect(printedMoney(123_456_789, "wanYuan")).toBe("123.46");
});
