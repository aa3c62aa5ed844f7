import { BrowserWindow } from "electron";
import { deskOrigin } from "../../shared/desk-bridge.ts";
import { DeskError } from "../../shared/result.ts";

const readyTitle = "memo-ready";
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
    await loadUntilReady(window, `${deskOrigin}/memo.html?token=${encodeURIComponent(token)}`);
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

function loadUntilReady(window: BrowserWindow, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the memo page was not ready in time")), readyWithinMs);
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
    window.webContents.on("page-title-updated", (_event, title) => {
      if (title !== readyTitle) return;
      clearTimeout(timer);
      resolve();
    });
    window.webContents.once("render-process-gone", () => fail("the memo page ended"));
    window.once("closed", () => fail("the memo window was closed"));
    window.loadURL(address).catch(() => fail("the memo page did not load"));
  });
}
