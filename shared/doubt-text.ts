import type { RateDoubt } from "./domain/unusual-inputs.ts";
import { formatRate } from "./format.ts";
import type { TextKey } from "./locales/texts.ts";

/** Words of a doubt about a rate, in the language of `t`. */
export function rateDoubtText(doubt: RateDoubt, t: (key: TextKey, values?: Record<string, string>) => string): string {
  const rate = formatRate(doubt.rate);
  if (doubt.code === "rateAsDecimal") return t("unusual.rateAsDecimal", { rate, meant: formatRate(doubt.meant) });
  return t("unusual.rate", { rate, from: formatRate(doubt.from, 0), to: formatRate(doubt.to, 0) });
}
