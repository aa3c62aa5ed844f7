import { useTranslation } from "react-i18next";
import { rateDoubt } from "../../../shared/domain/unusual-inputs.ts";
import { rateDoubtText } from "../../../shared/doubt-text.ts";
import type { Entered } from "./unread.ts";

/** What is unusual about a rate at its place in the assumptions, in a sentence; null where nothing is. */
export function useRateDoubt(): (place: string, rate: Entered<number>) => string | null {
  const { t } = useTranslation();
  const say: Parameters<typeof rateDoubtText>[1] = (key, values) => t(key, values);
  return (place, rate) => {
    const doubt = typeof rate === "number" ? rateDoubt(place, rate) : null;
    return doubt === null ? null : rateDoubtText(doubt, say);
  };
}
