import type { Language, MoneyUnit } from "./domain/codes.ts";
import { fenPerUnit } from "./money.ts";

/** What stands where there is no value. */
export const noValue = "—";
const minus = "−";

/** Decimals shown: a fen in yuan, a hundred yuan in 万元, ten thousand in 亿元. */
const moneyDecimals: Record<MoneyUnit, number> = { yuan: 2, wanYuan: 2, yiYuan: 4 };

const unitLabels: Record<Language, Record<MoneyUnit, string>> = {
  zh: { yuan: "元", wanYuan: "万元", yiYuan: "亿元" },
  en: { yuan: "yuan", wanYuan: "10k yuan", yiYuan: "100m yuan" },
};

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = text.split(".");
  const sign = value < 0 && Number(text) !== 0 ? minus : "";
  return `${sign}${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

export function moneyUnitLabel(unit: MoneyUnit, language: Language): string {
  return unitLabels[language][unit];
}

/** Decimals that the window shows instead of the standard ones. */
let chosenDecimals: number | null = null;

/** Has every amount on the screen written with so many decimals; null: as many as its unit asks. What is printed stays as it is. */
export function showDecimals(decimals: number | null): void {
  chosenDecimals = decimals;
}

/** Down to the fen and no further. */
const decimalsOfFen: Record<MoneyUnit, number> = { yuan: 2, wanYuan: 6, yiYuan: 10 };

/** Money without its unit, for columns whose head names the unit. Rounds half away from zero in whole numbers. */
export function formatMoney(fen: number | null | undefined, unit: MoneyUnit): string {
  return moneyText(fen, unit, Math.min(chosenDecimals ?? moneyDecimals[unit], decimalsOfFen[unit]));
}

/** The same with the standard decimals, for what is printed or sent. */
export const printedMoney = (fen: number | null | undefined, unit: MoneyUnit): string => moneyText(fen, unit, moneyDecimals[unit]);

function moneyText(fen: number | null | undefined, unit: MoneyUnit, decimals: number): string {
  if (fen === null || fen === undefined || !Number.isFinite(fen)) return noValue;
  const steps = Math.round(Math.abs(fen) / (fenPerUnit[unit] / 10 ** decimals));
  const digits = String(steps).padStart(decimals + 1, "0");
  const sign = fen < 0 && steps !== 0 ? minus : "";
  if (decimals === 0) return `${sign}${grouped(digits)}`;
  return `${sign}${grouped(digits.slice(0, -decimals))}.${digits.slice(-decimals)}`;
}

/** The same with as many decimals as the fen asks beyond the usual ones: two prices that differ by a fen never look equal. */
export function formatExactMoney(fen: number | null | undefined, unit: MoneyUnit): string {
  const text = moneyText(fen, unit, decimalsOfFen[unit]);
  const [whole = "", fraction] = text.split(".");
  if (fraction === undefined) return text;
  const kept = fraction.replace(/0+$/, "").padEnd(chosenDecimals ?? moneyDecimals[unit], "0");
  return kept === "" ? whole : `${whole}.${kept}`;
}

/** A price without its unit; where there is none above zero, the word for that. */
export function formatPrice(fen: number | null | undefined, unit: MoneyUnit, none: string): string {
  return fen === 0 ? none : formatMoney(fen, unit);
}

/** The share of a balance that a price is; a price of zero has none to speak of. */
export function formatPriceRatio(ratio: number | null | undefined): string {
  return ratio === 0 ? noValue : formatRate(ratio);
}

/** Money with its unit, for running text and single figures: `1,234.56 万元`. */
export function formatMoneyWithUnit(fen: number | null | undefined, unit: MoneyUnit, language: Language): string {
  const text = formatMoney(fen, unit);
  return text === noValue ? text : `${text} ${moneyUnitLabel(unit, language)}`;
}

/** {@link formatExactMoney} with its unit. */
export function formatExactMoneyWithUnit(fen: number | null | undefined, unit: MoneyUnit, language: Language): string {
  const text = formatExactMoney(fen, unit);
  return text === noValue ? text : `${text} ${moneyUnitLabel(unit, language)}`;
}

/** A decimal rate or ratio as percent: 0.1234 → `12.34%`. */
export function formatRate(rate: number | null | undefined, decimals = 2): string {
  return rate === null || rate === undefined || !Number.isFinite(rate) ? noValue : `${fixed(rate * 100, decimals)}%`;
}

/** A rate that somebody stated: one decimal, or as many up to four as it takes not to change it (0.25 % is not 0.3 %). */
export function formatStatedRate(rate: number | null | undefined): string {
  const decimals = [1, 2, 3].find((count) => Math.abs((rate ?? 0) * 100 - Number(((rate ?? 0) * 100).toFixed(count))) < 1e-9);
  return formatRate(rate, decimals ?? 4);
}

/** A plain number with fixed decimals and grouping. */
export function formatNumber(value: number | null | undefined, decimals = 0): string {
  return value === null || value === undefined || !Number.isFinite(value) ? noValue : fixed(value, decimals);
}

export function formatMultiple(multiple: number | null | undefined): string {
  const text = formatNumber(multiple, 2);
  return text === noValue ? text : `${text}x`;
}

export function formatMonths(months: number | null | undefined, language: Language, decimals = 0): string {
  const text = formatNumber(months, decimals);
  if (text === noValue) return text;
  if (language === "zh") return `${text} 个月`;
  return `${text} ${months === 1 ? "month" : "months"}`;
}

/** A stored date, or the day of a stored moment on this machine's clock, as YYYY-MM-DD. */
export function formatDate(date: string | null | undefined): string {
  if (date === null || date === undefined || date === "") return noValue;
  return date.length <= 10 ? date : formatDateTime(date).slice(0, 10);
}

/** A stored moment on this machine's clock: YYYY-MM-DD HH:mm. */
export function formatDateTime(moment: string | null | undefined): string {
  if (moment === null || moment === undefined || moment === "") return noValue;
  const at = new Date(moment);
  if (Number.isNaN(at.getTime())) return moment;
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
