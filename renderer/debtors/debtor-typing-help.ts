import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import { formatMoneyWithUnit, formatNumber, formatStatedRate, moneyUnitLabel } from "../../shared/format.ts";
import { readMoney, readNumber } from "../../shared/typed/typed-number.ts";
import { dayHelp, noHelp, noted, optionHelp, readAs } from "../sheet/typing-help.ts";
import type { TypingHelp } from "../ui/grid/typing-cells.ts";
import { typedChoices, typedPlaceOf } from "./debtor-typing.ts";

interface HelpParts {
  readonly unit: MoneyUnit;
  readonly language: Language;
  readonly t: TFunction;
}

/** What helps with a text in a column of the debtor sheet: the words that it may be, the unit, and how a number or a day is read. */
export function helpWithDebtor(key: string, text: string, { unit, language, t }: HelpParts): TypingHelp {
  const place = typedPlaceOf(key);
  if (place === null) return noHelp;
  const choices = typedChoices(place, t);
  if (choices !== null) return optionHelp(choices, text);
  switch (place.field) {
    case "grossFen":
    case "costsFen":
      return noted(readAs(readMoney(text, unit), (fen) => formatMoneyWithUnit(fen, unit, language), moneyUnitLabel(unit, language), t));
    case "months":
      return noted(readAs(readNumber(text, "months"), (months) => formatNumber(months), t("tapeSheet.unitMonths"), t));
    case "discountRate":
    case "margin":
    case "lowWeight":
      return noted(readAs(readNumber(text, "percent"), (share) => formatStatedRate(share), "%", t));
    case "underwrittenOn":
      return dayHelp(text, t);
    default:
      return noHelp;
  }
}
