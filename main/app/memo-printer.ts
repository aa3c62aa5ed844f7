import type { MemoPrinter } from "../memos/memo-service.ts";
import { type MemoWindow, openMemoWindow } from "../page/hidden-window.ts";
import type { MemoTokens } from "../page/memo-tokens.ts";
import type { DeskLog } from "./desk-log.ts";
import type { Dialogs } from "./dialogs.ts";

const pdfFilters = [{ name: "PDF", extensions: ["pdf"] }];

export interface MemoPrinterParts {
  readonly dialogs: Dialogs;
  readonly memoTokens: MemoTokens;
  readonly log: Pick<DeskLog, "error">;
}

/** Lays memos out in a hidden window; the memo reaches it by a token, never by a file. */
export function createMemoPrinter({ dialogs, memoTokens, log }: MemoPrinterParts): MemoPrinter {
  const withWindow = async <T>(memo: unknown, use: (window: MemoWindow) => Promise<T>): Promise<T> => {
    const window = await openMemoWindow(memoTokens.put(JSON.stringify(memo))).catch((failure: Error) => {
      log.error("memo.failed", { cause: failure.cause ?? failure });
      throw failure;
    });
    try {
      return await use(window);
    } finally {
      window.close();
    }
  };
  return {
    chooseFile: (suggestedName) => dialogs.chooseSave(suggestedName, pdfFilters),
    printToPdf: (memo) => withWindow(memo, (window) => window.printToPdf()),
    print: (memo) => withWindow(memo, (window) => window.print()),
  };
}
