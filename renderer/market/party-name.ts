import { useMemo } from "react";
import type { MarketDeal } from "../../shared/contract/market-channels.ts";
import { isSaleParty } from "../../shared/domain/own-sales.ts";
import { nameInOneLanguage } from "../../shared/one-language.ts";
import { useLanguage } from "../desk/session-store.ts";

/** The names of built-in parties state both languages, those of the desk stand as typed. */
export function usePartyName(deals: readonly MarketDeal[]) {
  const language = useLanguage();
  return useMemo(() => {
    const built = new Set(deals.flatMap(({ seeded, buyer, seller }) => (seeded ? [buyer, seller] : [])));
    return (name: string) => (built.has(name) || isSaleParty(name) ? nameInOneLanguage(name, language) : name);
  }, [deals, language]);
}
