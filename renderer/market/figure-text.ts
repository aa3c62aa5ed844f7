import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { isShare, type MarketFigure, type MarketMeasure } from "../../shared/domain/market-figures.ts";
import { formatMoney, formatNumber, formatRate } from "../../shared/format.ts";

/** A value of a measure in words: money in the unit on show, a share in percent, a change of a share in points. */
export function valueText(measure: MarketMeasure, value: number | null, unit: MoneyUnit, t: TFunction): string {
  if (value === null) return t("market.notPublished");
  if (measure === "nplRatioChange") return t("market.points", { value: `${value > 0 ? "+" : ""}${formatNumber(value * 100, 2)}` });
  if (isShare(measure)) return formatRate(value);
  return `${measure === "nplChange" && value > 0 ? "+" : ""}${formatMoney(value, unit)}`;
}

/** A published figure in words. */
export function figureText({ measure, moneyFen, share, isLowerBound }: MarketFigure, unit: MoneyUnit, t: TFunction): string {
  const value = valueText(measure, moneyFen ?? share, unit, t);
  return isLowerBound ? t("market.moreThan", { value }) : value;
}
