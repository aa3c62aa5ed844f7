import { app, BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, Notification, screen } from "electron";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { jobEventSchema } from "../../shared/contract/job-events.ts";
import { deskOrigin, givenMessage, jobMessage, menuMessage } from "../../shared/desk-bridge.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { WindowPorts } from "./app-handlers.ts";
import type { DeskLog } from "./desk-log.ts";
import { showFieldMenu, showNativeMenu } from "./native-menu.ts";
import { startTexts } from "./start-texts.ts";
import { fitBounds, leastSize, readWindowState, writeWindowState } from "./window-state.ts";

export interface MainWindowDeps {
  readonly preloadFile: string;
  readonly language: Language;
  /** The one that is spoken now. */
  readonly currentLanguage: () => Promise<Language>;
  readonly log: DeskLog;
  /** Keeps the window's size and place, and the screen that was open. */
  readonly stateFile: string;
  /** The desk is still to be opened: its passphrase is asked first. */
  readonly isLocked: boolean;
  /** The first paint is done. */
  readonly onShown: () => void;
}

const homePage = `${deskOrigin}/index.html`;
const lockPage = `${deskOrigin}/lock.html`;
/** More crashes than this within the span, and the page is not brought back by itself. */
const mostReloads = 2;
const reloadSpanMs = 60_000;

export function openMainWindow({ preloadFile, language, currentLanguage, log, stateFile, isLocked, onShown }: MainWindowDeps): BrowserWindow {
  const texts = startTexts[language];
  const kept = readWindowState(stateFile);
  const { workArea } = kept === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(kept.bounds);
  const window = new BrowserWindow({
    ...fitBounds(kept?.bounds ?? null, workArea),
    minWidth: Math.min(leastSize.width, workArea.width),
    minHeight: Math.min(leastSize.height, workArea.height),
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
      // What V8 made of the page's scripts at the first start is there at the second.
      v8CacheOptions: "bypassHeatCheck",
      devTools: !app.isPackaged,
    },
  });
  window.once("ready-to-show", () => {
    if (kept?.isMaximized === true) window.maximize();
    else window.show();
    onShown();
  });
  keepState(window, stateFile);
  reviveAfterCrash(window, language, log);
  window.webContents.on("context-menu", (_event, params) => void currentLanguage().then((spoken) => showFieldMenu(params, spoken)));
  const show = (address: string) => window.loadURL(address).catch((cause: unknown) => log.error("window.loadFailed", { cause }));
  // Electron announces a navigation to about:blank to nobody beforehand; the calls of such a page are refused, and it ends here.
  window.webContents.on("did-navigate", (_event, url) => {
    if (!url.startsWith(`${deskOrigin}/`)) void show(homePage);
  });
  void show(isLocked ? `${lockPage}#${language}` : `${homePage}${kept?.hash ?? ""}`);
  return window;
}

/** Whether the window still asks for the desk's passphrase. */
export const asksForPassphrase = (window: BrowserWindow): boolean => window.webContents.getURL().startsWith(lockPage);

/** The desk in a window that asked for its passphrase, on the screen that was open last. */
export async function leaveLock(window: BrowserWindow, stateFile: string): Promise<void> {
  await window.loadURL(`${homePage}${readWindowState(stateFile)?.hash ?? ""}`);
}

/** The page on which a passphrase is typed, in a window that showed the desk. */
export async function showLock(window: BrowserWindow, language: Language): Promise<void> {
  await window.loadURL(`${lockPage}#${language}`);
}

/** Written as it changes and not only at the end: an app that is killed has none. */
function keepState(window: BrowserWindow, stateFile: string): void {
  const keep = () => {
    if (window.isDestroyed() || window.isMinimized()) return;
    const url = window.webContents.getURL();
    const hash = url.startsWith(homePage) && URL.canParse(url) ? new URL(url).hash : (readWindowState(stateFile)?.hash ?? "");
    writeWindowState(stateFile, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized(), hash });
  };
  for (const event of ["resized", "moved", "maximize", "unmaximize", "close"] as const) window.on(event as "close", keep);
  window.webContents.on("did-navigate-in-page", keep);
}

/** Tells the page that a file waits which the system gave the app. */
export function sendGiven(window: BrowserWindow): void {
  window.webContents.send(givenMessage);
}

export function sendJobEvent(window: BrowserWindow | null, event: JobEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send(jobMessage, jobEventSchema.parse(event));
}

const zoomStep = 0.5;
const mostZoom = 4;

/** What the page asks of the window that it is in. */
export function windowPorts(current: () => BrowserWindow | null): WindowPorts {
  const contents = () => {
    const window = current();
    return window === null || window.isDestroyed() ? null : window.webContents;
  };
  return {
    showMenu: (menu) => showNativeMenu(menu, (id) => contents()?.send(menuMessage, id)),
    notify: (text) => {
      // The window may have got the focus meanwhile.
      if (current()?.isFocused() !== true && Notification.isSupported()) new Notification({ title: app.getName(), body: text }).show();
    },
    zoom: (step) => {
      const level = contents()?.getZoomLevel() ?? 0;
      const next = step === "reset" ? 0 : level + (step === "in" ? zoomStep : -zoomStep);
      contents()?.setZoomLevel(Math.min(mostZoom, Math.max(-mostZoom, next)));
    },
  };
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

/** Until the page brings its own: only what copy, paste and zoom need, whose shortcuts do nothing on some systems without a menu. */
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
