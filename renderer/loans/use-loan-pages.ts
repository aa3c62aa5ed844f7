import { useCallback } from "react";
import type { ChannelOutput } from "../../shared/contract/contract.ts";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { LoanSortKey } from "../../shared/domain/loan-sort.ts";
import { call } from "../desk/desk-client.ts";
import { useRowPages } from "../ui/tables/use-row-pages.ts";
import type { LoanColumn } from "./loan-columns.ts";
import type { ChosenStratum } from "./loan-strata.ts";

type LoansAnswer = ChannelOutput<"pricing.loans">;

export interface LoanSort {
  readonly by: LoanSortKey;
  readonly descending: boolean;
}

/** The order after a click on a head: the same column turns round, figures begin with the largest. */
export function sortedBy(current: LoanSort, key: LoanSortKey, isNumber: boolean): LoanSort {
  return { by: key, descending: current.by === key ? !current.descending : isNumber };
}

/** Whether and how the rows are sorted by a column. */
export function sortWay(column: LoanColumn | undefined, { by, descending }: LoanSort): "ascending" | "descending" | "none" {
  if (column?.sortKey !== by) return "none";
  return descending ? "descending" : "ascending";
}

interface LoanQuery {
  readonly dealId: number;
  readonly caseName: CaseName;
  readonly sort: LoanSort;
  readonly search: string;
  /** Only the loans of these; the same list as long as it says the same. */
  readonly chosen: readonly ChosenStratum[];
  /** Changes with each pricing answer. */
  readonly answers: number;
}

/** The loans in view, by page. */
export function useLoanPages({ dealId, caseName, sort: { by: sortBy, descending }, search, chosen, answers }: LoanQuery) {
  const read = useCallback(
    (window: { readonly offset: number; readonly limit: number }) =>
      call("pricing.loans", { dealId, caseName, sortBy, descending, search, strata: chosen.map(({ filter }) => filter), ...window }),
    [dealId, caseName, sortBy, descending, search, chosen],
  );
  const { answer, ...pages } = useRowPages<LoanRow, LoansAnswer>({ read, state: answers });
  return { total: answer?.total ?? 0, ...pages };
}
