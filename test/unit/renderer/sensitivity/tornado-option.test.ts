import { createTheme } from "@mui/material/styles";
import { expect, it } from "vitest";
import { type TornadoBar, tornadoOption } from "../../../../renderer/sensitivity/tornado-option.ts";

const { palette } = createTheme();
const t = ((key: string) => key) as never;
const bar = (driver: string, shifts: readonly [string, string], figures: readonly [number, number]): TornadoBar => ({
  driver,
  low: { figure: figures[0], shift: shifts[0], text: "" },
  high: { figure: figures[1], shift: shifts[1], text: "" },
});

it.each([
  ["the longest label at the longest bar", bar("Delay of recoveries", ["−6 months", "+12 months"], [130, 40])],
  ["Chinese labels", bar("回款延迟", ["−6 个月", "+12 个月"], [130, 40])],
  ["points", bar("Hurdle rate", ["−2 pp", "+2 pp"], [104, 97])],
])("leaves room beside the bars: %s", (_name, widest) => {
  const { xAxis } = tornadoOption({ bars: [bar("Costs", ["−20%", "+20%"], [105, 95]), widest], origin: 100, measure: "maxBid", palette, t });
  const pxPerUnit = 240 / (xAxis.max - xAxis.min); // the plot in a window of 1280 px, in English
  for (const { low, high } of [widest]) {
    for (const { figure, shift } of [low, high]) {
      const widthPx = Array.from(shift).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 11 : 6.5), 0);
      expect(120 - Math.abs((figure ?? 100) - 100) * pxPerUnit).toBeGreaterThan(widthPx + 5);
    }
  }
});
