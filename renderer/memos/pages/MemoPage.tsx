import type { ReactNode } from "react";
import { formatDate } from "../../../shared/format.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";

interface MemoPageProps {
  readonly context: MemoContext;
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}

/** One A4 page with its own head and foot: Chromium's print headers can't use the memo's fonts. */
export function MemoPage({ context: { memo, words }, page, pages, children }: MemoPageProps) {
  return (
    <section className="memo-page" aria-label={fill(words.pageOf, { page, pages })}>
      <header className="memo-page-head">
        <span>{memo.deal.name}</span>
        <span>{words.confidential}</span>
      </header>
      <div className="memo-page-body">{children}</div>
      <footer className="memo-page-foot">
        <span className="memo-hash">{fill(words.runHash, { hash: memo.run.runHash })}</span>
        <span>{formatDate(memo.printedAt)}</span>
        <span>{fill(words.pageOf, { page, pages })}</span>
      </footer>
    </section>
  );
}
