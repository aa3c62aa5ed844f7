import type { RateDoubt } from "./domain/unusual-inputs.ts";
import { formatRate } from "./format.ts";

/** Words of a doubt about a rate, in the language of `t`. */
export function rateDoubtText(doubt: RateDoubt, t: (key: "unusual.rate" | "unusual.rateAsDecimal", values: Record<string, string | number>) => string): string {
  const rate = formatRate(doubt.rate);
  if (doubt.code === "rateAsDecimal") return t("unusual.rateAsDecimal", { rate, meant: formatRate(doubt.meant) });
  return t("unusual.rate", { rate, from: formatRate(doubt.from, 0), to: formatRate(doubt.to, 0) });
}
