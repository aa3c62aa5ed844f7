import { BrowserWindow } from "electron";
import { deskOrigin } from "../../shared/desk-bridge.ts";
import { DeskError } from "../../shared/result.ts";
import { loadMemoPage } from "./memo-page.ts";

const readyWithinMs = 30_000;

export interface MemoWindow {
  /** The memo as PDF, A4. */
  printToPdf(): Promise<Uint8Array>;
  /** Opens the system's print dialog; false where the user cancels. */
  print(): Promise<boolean>;
  close(): void;
}

/** Lays out a memo in a hidden window, which has no bridge and can only read the data of its token. */
export async function openMemoWindow(token: string): Promise<MemoWindow> {
  const window = new BrowserWindow({
    show: false,
    width: 1000,
    height: 1400,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
      backgroundThrottling: false,
    },
  });
  const close = () => {
    if (!window.isDestroyed()) window.destroy();
  };
  try {
    await loadMemoPage(window, `${deskOrigin}/memo.html?token=${encodeURIComponent(token)}`, readyWithinMs);
  } catch (cause) {
    close();
    throw new DeskError("memo.printFailed", {}, { cause });
  }
  const { webContents } = window;
  return {
    printToPdf: async () => {
      try {
        return await webContents.printToPDF({ pageSize: "A4", preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false });
      } catch (cause) {
        throw new DeskError("memo.printFailed", {}, { cause });
      }
    },
    print: () =>
      new Promise((resolve, reject) => {
        webContents.print({ printBackground: true, pageSize: "A4" }, (isPrinted, reason) => {
          if (isPrinted) resolve(true);
          else if (/cancel/i.test(reason)) resolve(false);
          else reject(new DeskError("memo.printFailed"));
        });
      }),
    close,
  };
}
