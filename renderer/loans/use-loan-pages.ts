import { useCallback, useEffect, useRef, useState } from "react";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { LoanSortKey } from "../../shared/domain/loan-sort.ts";
import { call } from "../desk/desk-client.ts";

const pageSize = 200;

export interface LoanSort {
  readonly by: LoanSortKey;
  readonly descending: boolean;
}

/** The order after a click on a head: the same column turns round, figures begin with the largest. */
export function sortedBy(current: LoanSort, key: LoanSortKey, isNumber: boolean): LoanSort {
  return { by: key, descending: current.by === key ? !current.descending : isNumber };
}

interface LoanQuery {
  readonly dealId: number;
  readonly caseName: CaseName;
  readonly sort: LoanSort;
  readonly search: string;
  /** Changes with each pricing answer. */
  readonly answers: number;
}

interface LoansInView {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly LoanRow[]>;
  readonly failure: unknown;
  /** What the rows were searched for. */
  readonly search: string | null;
}

/** Fetches the loans in view by page. Rows of the last answer stay on screen until their successors arrive. */
export function useLoanPages({ dealId, caseName, sort: { by: sortBy, descending }, search, answers }: LoanQuery) {
  const asked = useRef(new Set<number>());
  const generation = useRef(0);
  const visible = useRef({ first: 0, last: 40 });
  const [view, setView] = useState<LoansInView>({ total: 0, pages: new Map(), failure: null, search: null });

  const fetchRows = useCallback(
    (first: number, last: number) => {
      const mine = generation.current;
      const lastPage = Math.floor(last / pageSize);
      for (let page = Math.floor(first / pageSize); page <= lastPage; page += 1) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        call("pricing.loans", { dealId, caseName, sortBy, descending, search, offset: page * pageSize, limit: pageSize }).then(
          ({ total, rows }) => {
            if (mine !== generation.current) return;
            setView((current) => ({ total, pages: new Map(current.pages).set(page, rows), failure: null, search }));
          },
          (failure: unknown) => mine === generation.current && setView((current) => ({ ...current, failure })),
        );
      }
    },
    [dealId, caseName, sortBy, descending, search],
  );
  const fetchVisible = useCallback(() => fetchRows(visible.current.first, visible.current.last), [fetchRows]);

  useEffect(() => {
    if (answers === 0) return;
    generation.current += 1;
    asked.current = new Set();
    fetchVisible();
    const mine = generation;
    return () => void (mine.current += 1);
  }, [answers, fetchVisible]);

  const show = useCallback(
    (first: number, last: number) => {
      visible.current = { first, last };
      if (generation.current > 0) fetchVisible();
    },
    [fetchVisible],
  );
  // Arrived pages make a new function, which is what has the grid draw again.
  const { pages } = view;
  const rowAt = useCallback((index: number): LoanRow | undefined => pages.get(Math.floor(index / pageSize))?.[index % pageSize], [pages]);
  return { total: view.total, isAnswered: view.search === search, failure: view.failure, rowAt, show, need: fetchRows };
}
