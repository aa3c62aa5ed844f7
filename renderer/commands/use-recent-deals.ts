import { useMemo } from "react";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { useCall } from "../desk/desk-client.ts";
import { useLayout } from "../desk/layout-store.ts";

const none: readonly Deal[] = [];

/** The deals opened last that are still at work, the latest first. */
export function useRecentDeals(): readonly Deal[] {
  const ids = useLayout((state) => state.recentDealIds);
  const deals = useCall("deals.list", { archived: false }).data ?? none;
  return useMemo(() => ids.flatMap((id) => deals.filter((deal) => deal.id === id)), [ids, deals]);
}
