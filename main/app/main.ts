import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, type BrowserWindow, dialog, protocol, session, shell } from "electron";
import { deskScheme } from "../../shared/desk-bridge.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
import { DeskError } from "../../shared/result.ts";
import { finishEncrypting, removePlain, swapIn } from "../backups/encrypt-file.ts";
import { finishPutBack, putBack } from "../backups/put-back.ts";
import type { DataKey } from "../db/sqlite-file.ts";
import { ENGINE_VERSION } from "../engine/price-package.ts";
import { createGivenFiles } from "../files/given-files.ts";
import { bindIpc } from "../ipc/ipc-binding.ts";
import { createJobRunner } from "../jobs/job-runner.ts";
import { createDeskKeys, type DeskKeys } from "../keys/desk-keys.ts";
import { lockHandlers } from "../keys/encryption-handlers.ts";
import type { EncryptOrder } from "../keys/encryption-service.ts";
import type { KeyStore } from "../keys/key-store.ts";
import { answerRequest } from "../page/app-protocol.ts";
import { createMemoTokens, type MemoTokens } from "../page/memo-tokens.ts";
import { listRendererFiles } from "../page/renderer-manifest.ts";
import { lockContents, lockSession } from "../page/session-policy.ts";
import { followMoves, moveDesk } from "../program/data-place.ts";
import { startAgain } from "../program/other-desk.ts";
import { startHelp, versionLine } from "../program/start-help.ts";
import { languageOfLocale } from "../settings/settings-service.ts";
import type { DeskTasks } from "../worker/desk-tasks.ts";
import { createCallLog } from "./call-log.ts";
import { readSwitches } from "./command-line.ts";
import { composeDesk, type Desk } from "./compose.ts";
import { closeToOthers, logFileIn, prepareDataFolder } from "./data-folder.ts";
import { playDemo } from "./demo.ts";
import { createDeskLog, type DeskLog } from "./desk-log.ts";
import { createDialogs, createScriptedDialogs, scriptedStartAnswer } from "./dialogs.ts";
import { asksForPassphrase, leaveLock, openMainWindow, sendGiven, sendJobEvent, setMenu, showLock, windowPorts } from "./main-window.ts";
import { restoreAfter } from "./restore-at-start.ts";
import { showStartFailure } from "./start-failure.ts";
import { startTexts } from "./start-texts.ts";
import { systemKeyStore } from "./system-key-store.ts";
import { isTestBuild } from "./test-build.ts";

const isSuperUser = process.getuid?.() === 0;
const isForTests = !app.isPackaged || isTestBuild(app.getAppPath());
const switches = readSwitches(process.argv.slice(1), { isPackaged: app.isPackaged, isSuperUser, isTestBuild: isForTests });
const refusedExitCode = 4;
const givenFiles = createGivenFiles();
givenFiles.add(process.argv.slice(1), process.cwd());

const isDriven = isForTests && process.env.AMC_E2E === "1";
const answersFile = isDriven ? process.env.AMC_E2E_DIALOGS : undefined;
/** Before a restore closes everything, the page gets its answer. */
const answerMs = 100;

// Debtors' data: no file that the app makes is anybody else's to read.
process.umask(0o077);
const namedFolder = switches.desk ?? process.env.AMC_DATA_DIR;
app.setPath("userData", followMoves(namedFolder ? resolve(namedFolder) : app.getPath("userData")));
const dataFolder = app.getPath("userData");
const databaseName = "desk.sqlite";
const databaseFile = join(dataFolder, databaseName);
const built = import.meta.dirname;
const preloadFile = join(built, "..", "preload", "preload.cjs");
const workerFile = new URL("./desk-worker.js", import.meta.url);
const stateFile = join(dataFolder, "window.json");

hardenProcess();

/** A driver that attaches while a page loads may wait for it for ever: under one the window opens when it says that it is there. */
const isAttached =
  isForTests && process.env.AMC_E2E_DRIVER === "1" ? new Promise((settle) => (app as NodeJS.EventEmitter).once("driver-attached", settle)) : undefined;

let window: BrowserWindow | null = null;
let desk: Desk | null = null;
/** Of the desk that is open, or was last. */
let key: DataKey = null;
/** The first screen needs the processor more. */
const warmAfterMs = 1500;
/** What is spoken where no page is. */
let language: Language = "zh";
/** The last window is closed and a failure is still to be shown. */
let isStopping = false;
/** Why the program starts again once the desk is closed: its files go elsewhere first, or it opens another. */
let leaving: { readonly movingTo: string } | { readonly desk: string } | null = null;

if (switches.refused !== null) refuseSwitch(switches.refused);
else if (switches.told !== null) tell(switches.told);
else {
  // Before the lock: it is a file in the folder, and one that can't be written would pass for an app that runs already.
  const unusable = prepareDataFolder(dataFolder);
  if (unusable !== null) void refuseFolder(unusable.code);
  else if (!app.requestSingleInstanceLock()) app.exit(0);
  else void start();
}

/** Before Chromium starts: its own sandbox everywhere, and no way to any host. */
function hardenProcess(): void {
  // Chromium gives the super-user no sandbox, and then its child processes die if it is asked for.
  if (!(isSuperUser && app.commandLine.hasSwitch("no-sandbox"))) app.enableSandbox();
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  for (const name of ["disable-background-networking", "disable-component-update", "disable-domain-reliability", "no-pings", "disable-breakpad"])
    app.commandLine.appendSwitch(name);
  app.commandLine.appendSwitch("proxy-server", "direct://");
  protocol.registerSchemesAsPrivileged([{ scheme: deskScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
  lockContents();
}

/** Before the lock: another program of the desk may run. */
function tell(what: "version" | "help"): void {
  const versions = { version: app.getVersion(), engineVersion: ENGINE_VERSION, electronVersion: process.versions.electron ?? "" };
  process.stdout.write(what === "version" ? versionLine(versions) : startHelp[languageOfLocale(Intl.DateTimeFormat().resolvedOptions().locale)]);
  app.exit(0);
}

function refuseSwitch(name: string): void {
  const { title, switchRefused } = startTexts[languageOfLocale(Intl.DateTimeFormat().resolvedOptions().locale)];
  process.stderr.write(`${switchRefused}--${name}\n`);
  if (!isDriven) dialog.showErrorBox(title, `${switchRefused}--${name}`);
  app.exit(refusedExitCode);
}

async function refuseFolder(code: ErrorCode): Promise<void> {
  await app.whenReady();
  await showStartFailure({ code, language: languageOfLocale(app.getLocale()), place: dataFolder, isDriven });
}

/** Says at once that nothing more is kept, and where the work up to now is. */
function tellDatabaseGone(language: Language, copy: string | null): void {
  const { title, databaseGone, databaseGoneUncopied } = startTexts[language];
  const text = copy === null ? databaseGoneUncopied : `${databaseGone}\n\n${copy}`;
  if (isDriven) process.stderr.write(`${JSON.stringify({ dialog: "db.gone", text })}\n`);
  else dialog.showErrorBox(title, text);
}

interface Ground {
  readonly log: DeskLog;
  readonly callLog: ReturnType<typeof createCallLog>;
  readonly memoTokens: MemoTokens;
  readonly keys: DeskKeys;
  readonly store: KeyStore | null;
}

async function start(): Promise<void> {
  closeToOthers(dataFolder, databaseName);
  const log = createDeskLog(logFileIn(dataFolder));
  const callLog = createCallLog(log, Date.now);
  process.on("uncaughtException", (cause) => log.error("main.uncaught", { cause }));
  process.on("unhandledRejection", (cause) => log.error("main.unhandled", { cause }));
  await app.whenReady();
  language = languageOfLocale(app.getLocale());
  const store = systemKeyStore();
  const ground: Ground = { log, callLog, memoTokens: createMemoTokens(Date.now), store, keys: createDeskKeys(store, () => askForPassphrase(log)) };
  try {
    finishPutBack(databaseFile);
    finishEncrypting(databaseFile);
    const manifest = listRendererFiles(join(built, "..", "renderer"));
    lockSession(session.defaultSession, { isPackaged: app.isPackaged });
    protocol.handle(deskScheme, (request) => answerRequest({ manifest, memoTokens: ground.memoTokens }, request));
    bindIpc({
      handlers: () => (ground.keys.isLocked() ? lockHandlers(ground.keys) : openDesk().handlers),
      isKnownWindow: (id) => (desk !== null || ground.keys.isLocked()) && window !== null && !window.isDestroyed() && window.webContents.id === id,
      within: async (channel, input, work) => (ground.keys.isLocked() ? work() : openDesk().within(channel, input, work)),
      canStore: () => openDesk().canStore(),
      onFailure: ({ code, channel, cause }) => callLog.error("call.failed", { code, channel, cause }),
    });
    const opened = await openOrRestore(ground);
    if (opened === null) return;
    await isAttached;
    showWindow(opened, log);
    log.info("app.started", { version: app.getVersion() });
    if (switches.isDemo && window !== null) app.exit(await demo(opened, window));
  } catch (cause) {
    await restoreAfter(cause, startFailed(log));
  }
}

/** Calls of the page come only while it is there. */
function openDesk(): Desk {
  if (desk === null) throw new DeskError("db.gone");
  return desk;
}

function startFailed(log: DeskLog) {
  return { databaseFile, key, language, log, isDriven, answer: () => scriptedStartAnswer(answersFile) };
}

/** Opens the desk; where that fails, says why, and tries again with a backup that the user chose. Null once the app is about to quit. */
async function openOrRestore(ground: Ground, restored: string | null = null, hasFailed = false): Promise<Desk | null> {
  for (let restoredFrom = restored; ; ) {
    try {
      key = await ground.keys.keyFor(databaseFile);
      const opened = compose(ground, restoredFrom, hasFailed);
      desk = opened;
      if (key !== null) removePlain(databaseFile);
      ({ language } = await opened.services.settings.get());
      setMenu(language);
      if (restoredFrom !== null) await opened.within("backups.restore", { restoredFrom }, () => true);
      return opened;
    } catch (cause) {
      const closing = desk;
      desk = null;
      await closing?.close();
      restoredFrom = await restoreAfter(cause, startFailed(ground.log));
      if (restoredFrom === null) return null;
    }
  }
}

function compose(ground: Ground, restoredFrom: string | null, hasFailed: boolean): Desk {
  const { log, callLog, memoTokens, keys, store } = ground;
  const opened = composeDesk({
    databaseFile,
    key,
    workerFile,
    samplesFolder: join(built, "samples"),
    locale: app.getLocale(),
    version: app.getVersion(),
    log,
    callLog,
    memoTokens,
    dialogs: answersFile ? createScriptedDialogs(answersFile, () => window) : createDialogs(() => window),
    window: windowPorts(() => window),
    showLog: () => shell.showItemInFolder(log.file),
    openFile: (path) => shell.openPath(path),
    showFile: (path) => shell.showItemInFolder(path),
    showFolder: (path) => shell.openPath(path),
    program: {
      noticesFile: app.isPackaged ? join(process.resourcesPath, "third-party", "notices.txt") : join(built, "..", "third-party", "notices.txt"),
      openOther: (folder) => leaveFor({ desk: folder }),
      moveTo: (folder) => leaveFor({ movingTo: folder }),
    },
    currentWindow: () => window,
    givenFiles,
    onJobEvent: (event) => sendJobEvent(window, event),
    restore: { restoredFrom, reopen: (from) => void setTimeout(() => void reopen(ground, from), answerMs), onKey: keys.remember },
    encryption: { store, lock: keys.lock, hasFailed, encryptDesk: (order) => void setTimeout(() => void encryptDesk(ground, order), answerMs) },
    onDatabaseGone: (copy) => tellDatabaseGone(language, copy),
  });
  const settle = () => opened.settle().catch((cause: unknown) => stopIfDamaged(opened, cause, ground));
  return { ...opened, settle };
}

/** The window, or the page anew where there is one; what a start leaves until then follows it. */
function showWindow(opened: Desk, log: DeskLog): void {
  if (window !== null && !window.isDestroyed()) {
    if (asksForPassphrase(window)) void leaveLock(window, stateFile);
    else window.webContents.reload();
    setTimeout(() => desk === opened && void opened.warm(), warmAfterMs).unref();
  } else
    window = openMainWindow({
      preloadFile,
      language,
      currentLanguage: async () => (await openDesk().services.settings.get()).language,
      log,
      stateFile,
      isLocked: false,
      onShown: () => setTimeout(() => desk === opened && void opened.warm(), warmAfterMs).unref(),
    });
  void opened.settle();
}

/** Shows the page on which the desk's passphrase is typed. */
async function askForPassphrase(log: DeskLog): Promise<void> {
  await isAttached;
  if (window !== null && !window.isDestroyed()) {
    await showLock(window, language);
    return;
  }
  setMenu(language);
  const currentLanguage = async () => (desk === null ? language : (await desk.services.settings.get()).language);
  window = openMainWindow({ preloadFile, language, currentLanguage, log, stateFile, isLocked: true, onShown: () => undefined });
}

/** Closes the desk, encrypts its file in a worker, and opens it again in the same window; where that fails, the desk is as it was. */
async function encryptDesk(ground: Ground, order: EncryptOrder): Promise<void> {
  const closing = desk;
  if (closing === null) return;
  desk = null;
  const jobs = createJobRunner<DeskTasks>({ workerFile, onEvent: () => undefined, maxWorkers: 1 });
  let hasFailed = false;
  try {
    await closing.close();
    await jobs.run("encryptDesk", { file: databaseFile, key: order.key, nativeBinding: null }, { kind: null });
    ground.keys.remember(order.key);
    swapIn(databaseFile, order.keyFile);
    ground.log.info("db.encrypted");
  } catch (cause) {
    ground.log.error("db.encryptingFailed", { cause });
    hasFailed = true;
    finishEncrypting(databaseFile);
  } finally {
    await jobs.close();
  }
  const opened = await openOrRestore(ground, null, hasFailed);
  if (opened !== null) showWindow(opened, ground.log);
}

/** Closes the desk with its workers, puts the backup that waits beside its file in its place, and opens it again in the same window. */
async function reopen(ground: Ground, restoredFrom: string): Promise<void> {
  const closing = desk;
  if (closing === null) return;
  desk = null;
  try {
    await closing.close();
    putBack(databaseFile, new Date().toISOString(), { key });
    ground.log.info("db.restored");
    const opened = await openOrRestore(ground, restoredFrom);
    if (opened !== null) showWindow(opened, ground.log);
  } catch (cause) {
    await restoreAfter(cause, startFailed(ground.log));
  }
}

/** A large file is looked over while the window is there; where it is damaged, nothing more may be written to it. */
async function stopIfDamaged(damaged: Desk, cause: unknown, ground: Ground): Promise<void> {
  ground.log.error("desk.settlingFailed", { cause });
  if (!(cause instanceof DeskError) || cause.code !== "db.damaged") return;
  if (desk === damaged) desk = null;
  isStopping = true;
  window?.destroy();
  window = null;
  await damaged.close();
  const restoredFrom = await restoreAfter(cause, startFailed(ground.log));
  if (restoredFrom === null) return;
  const opened = await openOrRestore(ground, restoredFrom);
  if (opened === null) return;
  showWindow(opened, ground.log);
  isStopping = false;
}

async function demo(opened: Desk, shown: BrowserWindow): Promise<number> {
  const outDir = process.env.AMC_OUT_DIR ?? join(process.cwd(), "out");
  mkdirSync(outDir, { recursive: true });
  const exitCode = await playDemo({ services: opened.services, window: shown, outDir });
  await opened.close();
  return exitCode;
}

app.on("second-instance", (_event, argv, workingFolder) => {
  const isGiven = givenFiles.add(argv.slice(1), workingFolder);
  if (!window || window.isDestroyed()) return;
  if (isGiven) sendGiven(window);
  if (window.isMinimized()) window.restore();
  window.focus();
});

app.on("window-all-closed", () => {
  if (!isStopping) app.quit();
});

// The database is closed before the process ends, so that its log is folded in and emptied.
app.on("will-quit", (event) => {
  const closing = desk;
  desk = null;
  if (!closing) return;
  event.preventDefault();
  // `exit`, not `quit`: a quit asked for while this one is still being prevented is dropped, and the app would stay.
  void closing.close().finally(leave);
});

/** The page gets its answer first. */
function leaveFor(reason: NonNullable<typeof leaving>): void {
  leaving = reason;
  setTimeout(() => app.quit(), answerMs);
}

/** Where the files can't be moved they stay, and the desk opens where it was. */
function leave(): void {
  if (leaving !== null && "movingTo" in leaving) {
    try {
      moveDesk(dataFolder, leaving.movingTo);
    } catch (cause) {
      const { title, moveFailed } = startTexts[language];
      process.stderr.write(`${String(cause)}\n`);
      if (!isDriven) dialog.showErrorBox(title, moveFailed);
    }
  }
  // A test starts it itself.
  if (leaving !== null && !isDriven) startAgain("desk" in leaving ? leaving.desk : null);
  app.exit();
}
