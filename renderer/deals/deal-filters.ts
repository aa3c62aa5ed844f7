import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { DealKind, DealStage, DealStatus } from "../../shared/domain/codes.ts";

export interface DealFilters {
  readonly text: string;
  readonly kind: DealKind | "all";
  readonly stage: DealStage | "all";
  readonly status: DealStatus | "all";
}

export const noFilters: DealFilters = { text: "", kind: "all", stage: "all", status: "all" };

export const isFiltered = (filters: DealFilters) => filters.text.trim() !== "" || filters.kind !== "all" || filters.stage !== "all" || filters.status !== "all";

/** Deals that have every word of the text in name, seller or owner, and the chosen codes. */
export function filterDeals(deals: readonly Deal[], filters: DealFilters): Deal[] {
  const words = filters.text.toLowerCase().split(/\s+/).filter(Boolean);
  return deals.filter((deal) => {
    const searched = `${deal.name}\n${deal.seller}\n${deal.owner}`.toLowerCase();
    return (
      words.every((word) => searched.includes(word)) &&
      (filters.kind === "all" || deal.kind === filters.kind) &&
      (filters.stage === "all" || deal.stage === filters.stage) &&
      (filters.status === "all" || deal.status === filters.status)
    );
  });
}
