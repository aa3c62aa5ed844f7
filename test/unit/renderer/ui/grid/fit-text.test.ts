import { expect, test } from "vitest";
import { fitText } from "../../../../../renderer/ui/grid/fit-text.ts";

/** Ten for a Chinese character, five for any other sign. */
const measure = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign > "⺀" ? 10 : 5), 0);

test("a text that has room stays whole, a longer one ends in an ellipsis and never stands over its edge", () => {
  expect(fitText("鹤壁嘉远农业", 60, measure)).toBe("鹤壁嘉远农业");
  expect(fitText("鹤壁嘉远农业", 59, measure)).toBe("鹤壁嘉远农…");
  expect(fitText("鹤壁嘉远农业", 16, measure)).toBe("鹤…");
  expect(fitText("鹤壁", 0, measure)).toBe("…");
  expect(fitText("𠮷𠮷𠮷", 20, measure)).toBe("𠮷…");
});
