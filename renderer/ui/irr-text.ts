import type { TFunction } from "i18next";
import type { Irr } from "../../shared/domain/pricing-results.ts";
import { formatRate } from "../../shared/format.ts";

/** A certified IRR in words: one rate, none, or all of them. */
export function irrText(irr: Irr, t: TFunction): string {
  if (irr.kind === "one") return formatRate(irr.rate);
  if (irr.kind === "none") return t("pricing.irr.none");
  return t("pricing.irr.several", { rates: irr.rates.map((rate) => formatRate(rate)).join(" / ") });
}
