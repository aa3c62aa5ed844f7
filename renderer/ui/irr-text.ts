import type { TFunction } from "i18next";
import type { Irr } from "../../shared/domain/pricing-results.ts";
import { formatRate } from "../../shared/format.ts";

interface IrrWords {
  readonly none: string;
  readonly several: (rates: string) => string;
}

/** A certified IRR in words: one rate, none, or all of them. */
export function irrInWords(irr: Irr, words: IrrWords): string {
  if (irr.kind === "one") return formatRate(irr.rate);
  return irr.kind === "none" ? words.none : words.several(irr.rates.map((rate) => formatRate(rate)).join(" / "));
}

/** The same in the words of the screen. */
export const irrText = (irr: Irr, t: TFunction): string =>
  irrInWords(irr, { none: t("pricing.irr.none"), several: (rates) => t("pricing.irr.several", { rates }) });
