import type { MoneyUnit } from "../../../shared/domain/codes.ts";
import { formatNumber } from "../../../shared/format.ts";

/** Where a chart is drawn: inside its box with room for the labels of its axes. */
export const plotArea = (top: number, { right = 8, bottom = 4 } = {}) => ({
  left: 8,
  right,
  top,
  bottom,
  outerBoundsMode: "same",
  outerBoundsContain: "all",
});

/** Legend in the upper left corner. */
export const cornerLegend = { top: 0, left: 0, itemWidth: 12, itemHeight: 8, itemGap: 14 };

/** Decimals of a flow in the unit on show. */
export const flowDecimals = (unit: MoneyUnit): number => ({ yuan: 0, wanYuan: 1, yiYuan: 4 })[unit];

/** Labels of an axis of figures: decimals only where a figure has some. */
export const numberLabels = (decimals: number) => ({
  formatter: (figure: number) => formatNumber(figure, Number.isInteger(figure) ? 0 : decimals),
});

/** The figures of all series where the pointer is. */
export const numberTooltip = (decimals: number) => ({
  trigger: "axis",
  valueFormatter: (figure: unknown) => (typeof figure === "number" ? formatNumber(figure, decimals) : ""),
});
