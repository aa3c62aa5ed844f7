import { useCallback, useEffect, useRef, useState } from "react";
import type { SheetRow, SheetView } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { call } from "../desk/desk-client.ts";

const pageSize = 200;
/** Beyond that the pages farthest from what is seen are let go. */
const mostPages = 120;
/** More would only wait behind one another while somebody drags the scroll bar past a million rows. */
const mostAsked = 3;

export interface SheetQuery {
  readonly dealId: number;
  readonly list: SheetList;
  readonly view: SheetView;
}

interface RowsInView {
  /** What they were read for. */
  readonly query: SheetQuery | null;
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly SheetRow[]>;
  readonly failure: unknown;
}

const nothingRead: RowsInView = { query: null, total: 0, pages: new Map(), failure: null };
const pageOf = (row: number) => Math.floor(row / pageSize);

async function readPage({ dealId, list, view }: SheetQuery, page: number) {
  return call("sheet.rows", { dealId, list, view, offset: page * pageSize, limit: pageSize });
}

/** The rows of a view, read by page as they are looked at. What was there before stays until what is seen of the new view is there. */
export function useSheetRows(query: SheetQuery) {
  const [shown, setShown] = useState<RowsInView>(nothingRead);
  const seen = useRef({ first: 0, last: 40 });
  const asked = useRef(new Set<number>());
  const turn = useRef(0);
  const seenPages = useCallback((total: number) => {
    const last = Math.min(pageOf(seen.current.last), Math.max(0, pageOf(total - 1)));
    const from = Math.min(pageOf(seen.current.first), last);
    return Array.from({ length: last - from + 1 }, (_, index) => from + index);
  }, []);

  /** Reads anew what is seen, and puts it in the place of all that was read. */
  const reread = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    try {
      const first = await readPage(query, pageOf(seen.current.first));
      const pages = new Map([[pageOf(seen.current.first), first.rows]]);
      for (const page of seenPages(first.total)) if (!pages.has(page)) pages.set(page, (await readPage(query, page)).rows);
      if (mine !== turn.current) return;
      asked.current = new Set();
      setShown({ query, total: first.total, pages, failure: null });
    } catch (failure) {
      if (mine === turn.current) setShown((current) => ({ ...current, failure }));
    }
  }, [query, seenPages]);
  useEffect(() => {
    void reread();
  }, [reread]);

  const { query: shownQuery, total, pages } = shown;
  const pagesNow = useRef(pages);
  const fetchSeen = useCallback(() => {
    if (shownQuery === null) return;
    const mine = turn.current;
    const known = pagesNow.current;
    for (const page of seenPages(total)) {
      if (known.has(page) || asked.current.has(page) || asked.current.size >= mostAsked) continue;
      asked.current.add(page);
      readPage(shownQuery, page).then(
        ({ rows }) => {
          asked.current.delete(page);
          if (mine !== turn.current) return;
          setShown((current) => ({ ...current, pages: withPage(current.pages, page, rows, pageOf(seen.current.first)) }));
        },
        (failure: unknown) => {
          asked.current.delete(page);
          if (mine === turn.current) setShown((current) => ({ ...current, failure }));
        },
      );
    }
  }, [shownQuery, total, seenPages]);
  useEffect(() => {
    pagesNow.current = pages;
    // A page has arrived: what is seen by now may be another.
    fetchSeen();
  }, [pages, fetchSeen]);

  const show = useCallback(
    (firstRow: number, lastRow: number) => {
      seen.current = { first: firstRow, last: lastRow };
      fetchSeen();
    },
    [fetchSeen],
  );
  // Arrived pages make a new function, which is what has the grid draw again.
  const rowAt = useCallback((index: number): SheetRow | undefined => pages.get(pageOf(index))?.[index % pageSize], [pages]);
  return { shownQuery, total, failure: shown.failure, isWaiting: shownQuery !== query, rowAt, show, reread };
}

function withPage(pages: RowsInView["pages"], page: number, rows: readonly SheetRow[], here: number): RowsInView["pages"] {
  const next = new Map(pages).set(page, rows);
  if (next.size <= mostPages) return next;
  const byDistance = [...next.keys()].toSorted((one, other) => Math.abs(one - here) - Math.abs(other - here));
  for (const far of byDistance.slice(mostPages)) next.delete(far);
  return next;
}
