import type { Memo } from "../../shared/domain/memo.ts";
import { memoPartsSchema } from "../../shared/domain/memo-parts.ts";
import type { PrintedReport } from "../../shared/domain/printed-report.ts";
import type { MemoPrinter } from "../memos/memo-service.ts";
import { type MemoWindow, openMemoWindow } from "../page/hidden-window.ts";
import type { MemoTokens } from "../page/memo-tokens.ts";
import type { DeskLog } from "./desk-log.ts";
import type { Dialogs } from "./dialogs.ts";

/** What the printed file calls itself. */
const titleOf = (printed: Memo | PrintedReport) => ("kind" in printed ? `${printed.head} - ${printed.title}` : `${printed.deal.name} - ${printed.run.name}`);

const filtersFor = (name: string) => (name.endsWith(".docx") ? [{ name: "Word", extensions: ["docx"] }] : [{ name: "PDF", extensions: ["pdf"] }]);

export interface MemoPrinterParts {
  readonly dialogs: Dialogs;
  readonly memoTokens: MemoTokens;
  readonly log: Pick<DeskLog, "error">;
}

/** Lays memos out in a hidden window; the memo reaches it by a token, never by a file. */
export function createMemoPrinter({ dialogs, memoTokens, log }: MemoPrinterParts): MemoPrinter {
  const withWindow = async <T>(
    memo: Memo | PrintedReport,
    form: "pages" | "parts",
    signal: AbortSignal,
    use: (window: MemoWindow) => Promise<T>,
  ): Promise<T> => {
    const token = memoTokens.put(JSON.stringify(memo));
    const window = await openMemoWindow({ token, form, title: titleOf(memo), signal }).catch((failure: Error) => {
      if (!signal.aborted) log.error("memo.failed", { cause: failure.cause ?? failure });
      throw failure;
    });
    try {
      return await use(window);
    } finally {
      window.close();
    }
  };
  return {
    chooseFile: (suggestedName) => dialogs.chooseSave(suggestedName, filtersFor(suggestedName)),
    printToPdf: (memo, signal) => withWindow(memo, "pages", signal, (window) => window.printToPdf()),
    partsOf: (memo, signal) => withWindow(memo, "parts", signal, async (window) => memoPartsSchema.parse(JSON.parse(await window.parts()))),
    print: (memo, signal) => withWindow(memo, "pages", signal, (window) => window.print()),
  };
}
