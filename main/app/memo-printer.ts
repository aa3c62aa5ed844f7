import { z } from "zod";
import { memoPartsSchema } from "../../shared/domain/memo-parts.ts";
import type { PrintedReport } from "../../shared/domain/printed-report.ts";
import type { MemoPapers, MemoPrinter } from "../memos/memo-service.ts";
import { type MemoWindow, openMemoWindow } from "../page/hidden-window.ts";
import type { MemoTokens } from "../page/memo-tokens.ts";
import type { DeskLog } from "./desk-log.ts";
import type { Dialogs } from "./dialogs.ts";

/** What the printed file calls itself. */
const titleOf = (printed: MemoPapers | PrintedReport) =>
  "kind" in printed ? `${printed.head} - ${printed.title}` : `${printed[0].deal.name} - ${printed[0].run.name}`;

const filtersFor = (name: string) => (name.endsWith(".docx") ? [{ name: "Word", extensions: ["docx"] }] : [{ name: "PDF", extensions: ["pdf"] }]);

export interface MemoPrinterParts {
  readonly dialogs: Dialogs;
  readonly memoTokens: MemoTokens;
  readonly log: Pick<DeskLog, "error">;
}

/** Lays memos out in a hidden window; the memo reaches it by a token, never by a file. */
export function createMemoPrinter({ dialogs, memoTokens, log }: MemoPrinterParts): MemoPrinter {
  const withWindow = async <T>(
    printed: MemoPapers | PrintedReport,
    form: "pages" | "parts",
    signal: AbortSignal,
    use: (window: MemoWindow) => Promise<T>,
  ): Promise<T> => {
    const token = memoTokens.put(JSON.stringify(printed));
    const window = await openMemoWindow({ token, form, title: titleOf(printed), signal }).catch((failure: Error) => {
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
    printToPdf: (printed, signal) => withWindow(printed, "pages", signal, (window) => window.printToPdf()),
    partsOf: (memos, signal) => withWindow(memos, "parts", signal, async (window) => z.array(memoPartsSchema).parse(JSON.parse(await window.parts()))),
    print: (memos, signal) => withWindow(memos, "pages", signal, (window) => window.print()),
  };
}
