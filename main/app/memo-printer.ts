import type { MemoPrinter } from "../memos/memo-service.ts";
import type { Dialogs } from "./dialogs.ts";
import { type MemoWindow, openMemoWindow } from "./hidden-window.ts";
import type { MemoTokens } from "./memo-tokens.ts";

const pdfFilters = [{ name: "PDF", extensions: ["pdf"] }];

/** Lays memos out in a hidden window; the memo reaches it by a token, never by a file. */
export function createMemoPrinter({ dialogs, memoTokens }: { readonly dialogs: Dialogs; readonly memoTokens: MemoTokens }): MemoPrinter {
  const withWindow = async <T>(memo: unknown, use: (window: MemoWindow) => Promise<T>): Promise<T> => {
    const window = await openMemoWindow(memoTokens.put(JSON.stringify(memo)));
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
