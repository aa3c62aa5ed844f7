import { useCallback, useEffect, useRef, useState } from "react";

const pageSize = 200;

interface RowPage<Row> {
  readonly rows: readonly Row[];
}

interface PageQuery<Row, Page extends RowPage<Row>> {
  /** Reads rows in view: the same function as long as it stands for the same rows. */
  readonly read: (window: { readonly offset: number; readonly limit: number }) => Promise<Page>;
  /** Changes where the same rows read differently; 0: there is nothing to read yet. */
  readonly state: number;
  /** A failure that passes by itself: the rows of before stay. */
  readonly isPassing?: (failure: unknown) => boolean;
}

interface PagesInView<Row, Page> {
  /** The last answer, with what it says beside its rows. */
  readonly answer: Page | null;
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  readonly failure: unknown;
  /** What read the rows. */
  readonly read: unknown;
}

const neverPassing = () => false;

/** Fetches the rows in view by page. Rows of the last answer stay on screen until their successors arrive. */
export function useRowPages<Row, Page extends RowPage<Row>>({ read, state, isPassing = neverPassing }: PageQuery<Row, Page>) {
  const asked = useRef(new Set<number>());
  const generation = useRef(0);
  const visible = useRef({ first: 0, last: 40 });
  const [shown, setShown] = useState<PagesInView<Row, Page>>({ answer: null, pages: new Map(), failure: null, read: null });

  const need = useCallback(
    (first: number, last: number) => {
      const mine = generation.current;
      const lastPage = Math.floor(last / pageSize);
      for (let page = Math.floor(first / pageSize); page <= lastPage; page += 1) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        read({ offset: page * pageSize, limit: pageSize }).then(
          (answer) => {
            if (mine !== generation.current) return;
            setShown((now) => ({ answer, pages: new Map(now.read === read ? now.pages : []).set(page, answer.rows), failure: null, read }));
          },
          (failure: unknown) => {
            if (mine === generation.current && !isPassing(failure)) setShown((now) => ({ ...now, failure }));
          },
        );
      }
    },
    [read, isPassing],
  );
  const needVisible = useCallback(() => need(visible.current.first, visible.current.last), [need]);

  useEffect(() => {
    if (state === 0) return;
    generation.current += 1;
    asked.current = new Set();
    needVisible();
    const mine = generation;
    return () => void (mine.current += 1);
  }, [state, needVisible]);

  const show = useCallback(
    (first: number, last: number) => {
      visible.current = { first, last };
      if (generation.current > 0) needVisible();
    },
    [needVisible],
  );
  const { answer, pages, failure } = shown;
  // Arrived pages make a new function, which is what has the grid draw again.
  const rowAt = useCallback((index: number): Row | undefined => pages.get(Math.floor(index / pageSize))?.[index % pageSize], [pages]);
  return { answer, isAnswered: shown.read === read, failure, rowAt, show, need };
}
