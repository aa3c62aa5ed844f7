import { describe, expect, it } from "vitest";
import { scrollByShare } from "../../../../../renderer/ui/grid/scroll-to-row.ts";

const rows = { rows: 1_000_000, rowHeight: 28, headerHeight: 28 };

describe("the way to a row of a list that is higher than an element can be", () => {
  // At 150 % Chromium ends an element at 33,554,428 physical pixels.
  const scroller = () => ({ scrollTop: 0, scrollHeight: 22_369_618, clientHeight: 800 });

  it("takes the share of the list for the place of the scroll bar", () => {
    const half = scroller();
    expect(scrollByShare(half, 500_000, rows)).toBe(true);
    // The grid makes the same share of its own height of it.
    const shown = (half.scrollTop / (half.scrollHeight - half.clientHeight)) * (28 + rows.rows * 28 - half.clientHeight);
    expect(Math.abs(shown + half.clientHeight / 2 - 28 - 500_000.5 * 28)).toBeLessThan(1);
  });

  it("reaches both ends and never goes beyond", () => {
    const [first, last] = [scroller(), scroller()];
    scrollByShare(first, 0, rows);
    scrollByShare(last, 999_999, rows);
    expect(first.scrollTop).toBe(0);
    expect(last.scrollTop).toBe(last.scrollHeight - last.clientHeight);
  });

  it("leaves a list that fits to the grid", () => {
    const whole = { scrollTop: 5, scrollHeight: 28_028, clientHeight: 800 };
    expect(scrollByShare(whole, 500, { ...rows, rows: 1000 })).toBe(false);
    expect(whole.scrollTop).toBe(5);
  });
});
