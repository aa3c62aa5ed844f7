import type { ReactNode } from "react";
import { formatDate } from "../../../shared/format.ts";
import { fill } from "../blocks/memo-context.ts";

/** What stands around the content of each page. */
export interface PageFrame {
  readonly head: string;
  readonly mark: string;
  readonly foot: ReactNode;
  readonly printedAt: string;
  /** With the places {{page}} and {{pages}}. */
  readonly pageOf: string;
}

interface MemoPageProps {
  readonly frame: PageFrame;
  readonly page: number;
  readonly pages: number;
  readonly children: ReactNode;
}

/** One A4 page with its own head and foot: Chromium's print headers can't use the memo's fonts. */
export function MemoPage({ frame: { head, mark, foot, printedAt, pageOf }, page, pages, children }: MemoPageProps) {
  return (
    <section className="memo-page" aria-label={fill(pageOf, { page, pages })}>
      <header className="memo-page-head">
        <span>{head}</span>
        <span>{mark}</span>
      </header>
      <div className="memo-page-body">{children}</div>
      <footer className="memo-page-foot">
        {foot}
        <span>{formatDate(printedAt)}</span>
        <span>{fill(pageOf, { page, pages })}</span>
      </footer>
    </section>
  );
}
