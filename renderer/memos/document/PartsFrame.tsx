import { formatDate } from "../../../shared/format.ts";
import type { PageFrame } from "../pages/MemoPage.tsx";

/** What stands around each page, once. */
export function PartsFrame({ frame: { head, mark, foot, printedAt, pageOf } }: { readonly frame: PageFrame }) {
  return (
    <div hidden>
      <span data-frame="head">{head}</span>
      <span data-frame="mark">{mark}</span>
      <span data-frame="foot">{foot}</span>
      <span data-frame="printedOn">{formatDate(printedAt)}</span>
      <span data-frame="pageOf">{pageOf}</span>
    </div>
  );
}
