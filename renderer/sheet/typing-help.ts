import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import { formatMoneyWithUnit, formatNumber, formatStatedRate, moneyUnitLabel } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";
import { readMonthOrDay } from "../../shared/typed/typed-day.ts";
import { readMoney, readNumber } from "../../shared/typed/typed-number.ts";
import type { TypedResult } from "../../shared/typed/typed-result.ts";
import type { TypingHelp } from "../ui/grid/typing-cells.ts";
import { codeOptions } from "./cell-texts.ts";
import type { SheetColumnLook } from "./sheet-columns.ts";

interface HelpParts {
  readonly t: TFunction;
  readonly unit: MoneyUnit;
  readonly language: Language;
}

export const noHelp: TypingHelp = { options: [], isClosed: false, note: "" };
export const noted = (note: string): TypingHelp => ({ ...noHelp, note });

/** What helps with a text in a column: the codes that it may be, the unit of its numbers, and how a number or a day is read. */
export function helpWith({ key, kind }: SheetColumnLook, text: string, { t, unit, language }: HelpParts): TypingHelp {
  switch (kind) {
    case "code":
      return optionHelp(codeOptions(key, t), text);
    case "date":
      return dayHelp(text, t);
    case "amount":
      return noted(readAs(readMoney(text, unit), (fen) => formatMoneyWithUnit(fen, unit, language), moneyUnitLabel(unit, language), t));
    case "share":
      return noted(readAs(readNumber(text, "percent"), (share) => formatStatedRate(share), "%", t));
    case "months":
      return noted(readAs(readNumber(text, "months"), (months) => formatNumber(months), t("tapeSheet.unitMonths"), t));
    default:
      return noHelp;
  }
}

/** How a text is read, the unit where there is none yet, or what is wrong with it. */
export function readAs<Value>(read: TypedResult<Value, string>, format: (value: Value) => string, unit: string, t: TFunction): string {
  if (read.kind === "empty") return t("tapeSheet.unitIs", { unit });
  if (read.kind === "exact") return t("tapeSheet.readAs", { value: format(read.value) });
  const key = `typed.${read.code}`;
  return isTextKey(key) ? t(key, { word: read.word }) : "";
}

/** The words that a text may stand for, the text among them or not. */
export function optionHelp(all: readonly string[], text: string): TypingHelp {
  const typed = text.trim().toLowerCase();
  const isWhole = typed === "" || all.some((option) => option.toLowerCase() === typed);
  return { options: isWhole ? all : all.filter((option) => option.toLowerCase().includes(typed)), isClosed: !isWhole, note: "" };
}

export function dayHelp(text: string, t: TFunction): TypingHelp {
  const read = readMonthOrDay(text);
  if (read.kind === "empty") return noted(t("tapeSheet.dayForm"));
  if (read.kind === "refused") return noted(readAs(read, String, "", t));
  if (read.value.length > 7) return noted(t("tapeSheet.readAs", { value: read.value }));
  const [year, month] = read.value.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate();
  return { options: [`${read.value}-01`, `${read.value}-${lastDay}`], isClosed: false, note: "" };
}
