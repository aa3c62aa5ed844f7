import { useMemo, useState } from "react";
import type { MarketDeal } from "../../shared/contract/market-channels.ts";

/** What deals are put in order by. */
export type SortColumn = "reportedOn" | "buyer" | "seller" | "kind" | "priceFen" | "principalFen" | "priceToPrincipal" | "priceToClaim";
interface DealSort {
  readonly by: SortColumn;
  readonly descending: boolean;
}

/** What isn't published comes last, whichever way the rest runs. */
function compare(one: string | number | null, other: string | number | null, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order = typeof one === "string" ? one.localeCompare(String(other), "zh") : one - Number(other);
  return descending ? -order : order;
}

/** Deals a table shows at once: what is longer is turned by the page. */
export const dealsOfPage = 100;

/** The deals in the chosen order, the newest first until another is chosen, and a page of them. */
export function useSortedDeals(deals: readonly MarketDeal[]) {
  const [sort, setSort] = useState<DealSort>({ by: "reportedOn", descending: true });
  const [wanted, setPage] = useState(0);
  const sorted = useMemo(() => deals.toSorted((one, other) => compare(one[sort.by], other[sort.by], sort.descending)), [deals, sort]);
  const page = Math.min(wanted, Math.max(0, Math.ceil(sorted.length / dealsOfPage) - 1));
  return {
    sort,
    page,
    setPage,
    rows: sorted.slice(page * dealsOfPage, (page + 1) * dealsOfPage),
    sortBy: (by: SortColumn) => {
      setSort((now) => ({ by, descending: now.by === by ? !now.descending : by !== "buyer" && by !== "seller" && by !== "kind" }));
      setPage(0);
    },
  };
}
