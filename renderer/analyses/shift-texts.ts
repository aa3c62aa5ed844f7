import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { SensitivityCell, SensitivityMeasure } from "../../shared/domain/scenario-results.ts";
import { type ShiftKey, shiftTable } from "../../shared/domain/shifts.ts";
import { formatMoney, formatMonths, formatMultiple, formatNumber, formatPrice, formatRate } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";

/** A shift in its own unit, with its sign: +10.00%, −6 个月, +2.00 个百分点. */
export function shiftText(driver: ShiftKey, shift: number, language: Language, t: TFunction, decimals = 2): string {
  const sign = shift > 0 ? "+" : "";
  const { kind } = shiftTable[driver];
  if (kind === "months") return `${sign}${formatMonths(shift, language)}`;
  if (kind === "points") return `${sign}${formatNumber(shift * 100, decimals)} ${t("pricing.unit.percentPoints")}`;
  return `${sign}${formatRate(shift, decimals)}`;
}

/** A shift as short as its digits allow, for the ends of an axis. */
export function shortShiftText(driver: ShiftKey, shift: number, language: Language, t: TFunction): string {
  const percent = Number((shift * 100).toFixed(6));
  const decimals = [0, 1, 2].find((digits) => Number(percent.toFixed(digits)) === percent) ?? 2;
  return shiftText(driver, shift, language, t, decimals);
}

/** The measure of a cell as a chart's number, in the unit shown; null where it does not exist. */
export function chartNumber(cell: SensitivityCell, measure: SensitivityMeasure, unit: MoneyUnit): number | null {
  const numbers = { maxBid: cell.maxBidFen / fenPerUnit[unit], irr: cell.irr, moic: cell.moic, wal: cell.walYears, profit: cell.profitFen / fenPerUnit[unit] };
  return numbers[measure];
}

/** The measure of a cell in full. */
export function measureText(cell: SensitivityCell, measure: SensitivityMeasure, unit: MoneyUnit, t: TFunction): string {
  if (measure === "maxBid") return formatPrice(cell.maxBidFen, unit, t("bidRemark.noneShort"));
  if (measure === "profit") return formatMoney(cell.profitFen, unit);
  if (measure === "irr") return formatRate(cell.irr);
  return measure === "moic" ? formatMultiple(cell.moic) : formatNumber(cell.walYears, 2);
}

/** A chart's number as a label: money without decimals where it is large. */
export function chartText(measure: SensitivityMeasure, figure: number): string {
  if (measure === "irr") return formatRate(figure, 1);
  if (measure === "moic" || measure === "wal") return formatNumber(figure, 2);
  return formatNumber(figure, Math.abs(figure) >= 100 ? 0 : 2);
}
