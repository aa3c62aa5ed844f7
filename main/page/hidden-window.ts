import { BrowserWindow } from "electron";
import { deskOrigin } from "../../shared/desk-bridge.ts";
import { DeskError } from "../../shared/result.ts";
import { loadMemoPage } from "./memo-page.ts";

const readyWithinMs = 30_000;

export interface MemoWindow {
  /** The memo as PDF, A4. */
  printToPdf(): Promise<Uint8Array>;
  /** What was laid out as parts of a document, as JSON that nobody has looked at yet. */
  parts(): Promise<string>;
  /** Opens the system's print dialog; false where the user cancels. */
  print(): Promise<boolean>;
  close(): void;
}

interface MemoWindowOptions {
  readonly token: string;
  /** Pages to print, or parts for a document. */
  readonly form: "pages" | "parts";
  /** What the printed file calls itself. */
  readonly title: string;
  /** Ends the window, whatever it is doing. */
  readonly signal: AbortSignal;
}

/** Read aloud by its tags, entered by its headings. */
const accessible = { generateTaggedPDF: true, generateDocumentOutline: true };

/** Lays out a memo in a hidden window, which has no bridge and can only read the data of its token. */
export async function openMemoWindow({ token, form, title, signal }: MemoWindowOptions): Promise<MemoWindow> {
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
    signal.removeEventListener("abort", close);
    if (!window.isDestroyed()) window.destroy();
  };
  signal.addEventListener("abort", close);
  try {
    await loadMemoPage(window, `${deskOrigin}/memo.html?token=${encodeURIComponent(token)}&form=${form}`, readyWithinMs);
    // By its title the page said that it stands; what is printed carries the memo's own.
    await window.webContents.executeJavaScript(`document.title = ${JSON.stringify(title)}`);
  } catch (cause) {
    close();
    throw new DeskError("memo.printFailed", {}, { cause });
  }
  const { webContents } = window;
  return {
    printToPdf: async () => {
      try {
        return await webContents.printToPDF({ pageSize: "A4", preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, ...accessible });
      } catch (cause) {
        throw new DeskError("memo.printFailed", {}, { cause });
      }
    },
    parts: async () => {
      const parts: unknown = await webContents.executeJavaScript("globalThis.memoParts");
      if (typeof parts !== "string") throw new DeskError("memo.printFailed");
      return parts;
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
