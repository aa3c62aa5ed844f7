import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions } from "electron";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { jobEventSchema } from "../../shared/contract/job-events.ts";
import { deskOrigin, jobMessage } from "../../shared/desk-bridge.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { DeskLog } from "./desk-log.ts";
import { startTexts } from "./start-texts.ts";

export interface MainWindowDeps {
  readonly preloadFile: string;
  readonly language: Language;
  readonly log: DeskLog;
}

const homePage = `${deskOrigin}/index.html`;
/** More crashes than this within the span, and the page is not brought back by itself. */
const mostReloads = 2;
const reloadSpanMs = 60_000;

export function openMainWindow({ preloadFile, language, log }: MainWindowDeps): BrowserWindow {
  const texts = startTexts[language];
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1100,
    minHeight: 700,
    show: false,
    title: texts.title,
    autoHideMenuBar: true,
    backgroundColor: "#ffffff",
    webPreferences: {
      preload: preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  reviveAfterCrash(window, language, log);
  const showDesk = () => window.loadURL(homePage).catch((cause: unknown) => log.error("window.loadFailed", { cause }));
  // Electron announces a navigation to about:blank to nobody beforehand; the calls of such a page are refused, and it ends here.
  window.webContents.on("did-navigate", (_event, url) => {
    if (!url.startsWith(`${deskOrigin}/`)) void showDesk();
  });
  void showDesk();
  return window;
}

export function sendJobEvent(window: BrowserWindow | null, event: JobEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(jobMessage, jobEventSchema.parse(event));
}

/** A page that ends is loaded again at once; one that keeps ending is left to the user. */
function reviveAfterCrash(window: BrowserWindow, language: Language, log: DeskLog): void {
  const texts = startTexts[language];
  let crashes: number[] = [];
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit" || window.isDestroyed()) return;
    log.error("window.gone", { reason });
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < reloadSpanMs), now];
    if (crashes.length <= mostReloads) {
      // Within the event the old process is still being taken down, so the load waits a turn.
      setImmediate(() => window.isDestroyed() || window.webContents.reload());
      return;
    }
    void dialog
      .showMessageBox(window, {
        type: "error",
        title: texts.title,
        message: texts.title,
        detail: texts.crashedOften,
        buttons: [texts.reload, texts.quit],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => (response === 0 ? window.webContents.reload() : app.quit()));
  });
}

/** Only what copy, paste and zoom need: without a menu their shortcuts do nothing on some systems. */
export function setMenu(language: Language): void {
  const { edit, editItems, view, viewItems, title, quit } = startTexts[language];
  const editRoles = ["undo", "redo", "cut", "copy", "paste", "selectAll"] as const;
  const viewRoles = ["zoomIn", "zoomOut", "resetZoom"] as const;
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === "darwin" ? [{ label: title, submenu: [{ role: "quit" as const, label: quit }] }] : []),
    { label: edit, submenu: editRoles.map((role, index) => ({ role, label: editItems[index] ?? role })) },
    { label: view, submenu: viewRoles.map((role, index) => ({ role, label: viewItems[index] ?? role })) },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
