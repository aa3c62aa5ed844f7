import type { MarketDealInput } from "../../shared/contract/market-channels.ts";
import type { MarketFacts } from "../../shared/domain/market-facts.ts";

/** What the form of a deal holds: the facts are always there. */
export type DealForm = Omit<MarketDealInput, "facts"> & { facts: MarketFacts };
