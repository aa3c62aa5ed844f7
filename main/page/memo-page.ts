import { readMemoTitle } from "../../shared/memo-title.ts";

/** The part of a window that is used and listened to. */
export interface MemoPageWindow {
  readonly webContents: {
    on(event: "page-title-updated", listener: (event: unknown, title: string) => void): unknown;
    once(event: "render-process-gone", listener: () => void): unknown;
  };
  once(event: "closed", listener: () => void): unknown;
  loadURL(address: string): Promise<void>;
}

/** Loads the page of a memo and waits until the memo stands. Fails with the page's own reason as soon as it gives one. */
export function loadMemoPage(window: MemoPageWindow, address: string, limitMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the memo page was not ready in time")), limitMs);
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
    window.webContents.on("page-title-updated", (_event, title) => {
      const told = readMemoTitle(title);
      if (told?.state === "failed") fail(`the memo page failed: ${told.reason}`);
      if (told?.state !== "ready") return;
      clearTimeout(timer);
      resolve();
    });
    window.webContents.once("render-process-gone", () => fail("the memo page ended"));
    window.once("closed", () => fail("the memo window was closed"));
    window.loadURL(address).catch(() => fail("the memo page did not load"));
  });
}
