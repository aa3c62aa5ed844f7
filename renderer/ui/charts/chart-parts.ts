import type { Language, MoneyUnit } from "../../../shared/domain/codes.ts";
import { formatNumber } from "../../../shared/format.ts";
import type { AxisSpan } from "./aligned-axes.ts";

/** Where a chart is drawn: inside its box with room for the labels of its axes. */
export const plotArea = (top: number, { right = 8, bottom = 4 } = {}) => ({
  left: 8,
  right,
  top,
  bottom,
  outerBoundsMode: "same",
  outerBoundsContain: "all",
});

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

/** How an axis writes its amounts. */
export type AmountLabels = (amount: number) => string;

/** Amounts of an axis in the unit on show; yuan are written in 万 and 亿, in English in k and m, since thirteen digits leave no room for the plot. */
export function amountLabels(unit: MoneyUnit, language: Language, decimals: number): AmountLabels {
  if (unit !== "yuan") return (amount) => formatNumber(amount, Number.isInteger(amount) ? 0 : decimals);
  const short = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en", { notation: "compact", maximumFractionDigits: 2 });
  return (amount) => short.format(amount);
}

/** An axis of amounts that ends where its figures do. */
export const axisOf = (span: AxisSpan | undefined, labels: AmountLabels) => ({ type: "value", ...span, axisLabel: { formatter: labels } });
