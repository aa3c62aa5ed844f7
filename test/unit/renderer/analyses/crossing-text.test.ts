import { expect, test } from "vitest";
import { placeText, towardsHolding } from "../../../../renderer/analyses/crossing-text.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";

test("rounds to the side on which the target still holds", () => {
  expect([towardsHolding(-0.105648, 1000, false), towardsHolding(-0.105648, 1000, true)]).toEqual([-0.105, -0.106]);
  expect([towardsHolding(0.3, 1000, true), towardsHolding(0.1 + 0.2, 1000, false)]).toEqual([0.3, 0.3]);
  expect([towardsHolding(1.2345, 100, true), towardsHolding(1.2345, 100, false)]).toEqual([1.23, 1.24]);
});

test("is one decimal on the face and exact behind it", () => {
  const { t } = i18n;
  expect(placeText("collateralValueShift", -0.105648, false, "zh", t)).toEqual({ short: "−10.5%", exact: "−10.5648%" });
  expect(placeText("hurdleRateShift", 0.012345, true, "en", t).short).toMatch(/^\+1\.2 /);
  expect(placeText(3, 1.2345, true, "zh", t)).toEqual({ short: "1.23 倍", exact: "1.2345 倍" });
  expect(placeText("costsShift", 2, null, "zh", t).short).toBe("+200.0%");
});
