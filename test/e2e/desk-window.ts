import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright";
import { countKilledWindow } from "./killed-windows.ts";

export const projectRoot = resolve(import.meta.dirname, "../..");
export const databaseName = "desk.sqlite";
export const samplePackage = join(projectRoot, "main/samples/corporate-package.xlsx");

/** Long enough for two busy cores; a test that fails has something else wrong. */
const stepLimitMs = 60_000;
const exitLimitMs = 30_000;

export interface DeskWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Errors that the page reported since it opened. */
  readonly pageErrors: string[];
  /** Ends the app and keeps its data folder. */
  quit(): Promise<void>;
}

interface DeskOptions {
  readonly dataFolder?: string;
  /** Answers for the open and save dialogs, in order; and the places of backups that are chosen where the desk can't be opened. */
  readonly dialogs?: { readonly open?: readonly (string | readonly string[])[]; readonly save?: readonly string[]; readonly start?: readonly number[] };
  readonly arguments?: readonly string[];
  readonly executable?: string;
  /** It starts the app as somebody who isn't the super-user, in Chromium's own sandbox. */
  readonly isSandboxed?: boolean;
  /** Beside what every test sets. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the first page shows once it is there: of a desk that is open, its foot. */
  readonly first?: string;
}

interface Runtime {
  readonly executable: string;
  readonly appArguments: string[];
  readonly electronVersion: string;
}

async function readRuntime(): Promise<Runtime> {
  return JSON.parse(await readFile(join(projectRoot, ".cache/runtime.json"), "utf8")) as Runtime;
}

export async function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "desk-e2e-"));
}

/** Electron's helpers may still write for a moment after the window is gone. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function commandOf(options: DeskOptions, dataFolder: string) {
  const found = await readRuntime();
  const dialogFile = join(dataFolder, "e2e-dialogs.json");
  await writeFile(dialogFile, JSON.stringify({ open: options.dialogs?.open ?? [], save: options.dialogs?.save ?? [], start: options.dialogs?.start ?? [] }));
  const isUnconfined = process.getuid?.() === 0 && options.isSandboxed !== true;
  return {
    executable: options.executable ?? found.executable,
    args: [...(options.executable ? [] : found.appArguments), ...(isUnconfined ? ["--no-sandbox"] : []), ...(options.arguments ?? [])],
    env: {
      ...(process.env as Record<string, string>),
      AMC_DATA_DIR: dataFolder,
      AMC_E2E: "1",
      AMC_E2E_DIALOGS: dialogFile,
      LANG: "zh_CN.UTF-8",
      ...options.environment,
    },
  };
}

/** Starts the built app in the real Electron and waits for its first window. */
export async function openDesk(options: DeskOptions = {}): Promise<DeskWindow> {
  const dataFolder = options.dataFolder ?? (await newDataFolder());
  const { executable, args, env } = await commandOf(options, dataFolder);
  const driven = { ...env, AMC_E2E_DRIVER: "1" };
  const chromiumSandbox = options.isSandboxed === true;
  const app = await _electron.launch({ executablePath: executable, args, cwd: projectRoot, env: driven, chromiumSandbox, timeout: stepLimitMs });
  app.context().setDefaultTimeout(stepLimitMs);
  const firstWindow = app.firstWindow({ timeout: stepLimitMs });
  await app.evaluate(({ app: main }) => main.emit("driver-attached"));
  const page = await firstWindow;
  const pageErrors: string[] = [];
  page.on("pageerror", (error) => pageErrors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") pageErrors.push(message.text());
  });
  await page.getByTestId(options.first ?? "status-bar").waitFor();
  return { app, page, dataFolder, pageErrors, quit: () => quit(app, dataFolder) };
}

/** Ends the app as its user does. Where it hangs although its database is closed, it is killed and counted. */
async function quit(app: ElectronApplication, dataFolder: string): Promise<void> {
  let isLate = false;
  const limit = setTimeout(() => {
    isLate = true;
    app.process().kill("SIGKILL");
  }, exitLimitMs);
  await app.close().finally(() => clearTimeout(limit));
  if (!isLate) return;
  if (existsSync(join(dataFolder, `${databaseName}-wal`))) throw new Error("the app did not end: its database was still open");
  await countIfKnown(dataFolder);
}

async function countIfKnown(dataFolder: string): Promise<void> {
  const { electronVersion } = await readRuntime();
  if (!electronVersion.startsWith("33.")) throw new Error(`the app hung at its end in Electron ${electronVersion}`);
  countKilledWindow(dataFolder);
}

interface DeskExit {
  /** Null where the app said its last words and then hung at its end. */
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** Starts the app without a driver and waits until it ends by itself. `lastWords` are what it says right before it does. */
export async function startUntilExit(options: DeskOptions & { readonly dataFolder: string }, lastWords?: string): Promise<DeskExit> {
  const { executable, args, env } = await commandOf(options, options.dataFolder);
  const child = spawn(executable, args, { cwd: projectRoot, env, stdio: ["ignore", "ignore", "pipe"], timeout: exitLimitMs, killSignal: "SIGKILL" });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const exitCode = await new Promise<number | null>((settle, reject) => {
    child.on("error", reject);
    child.on("close", settle);
  });
  if (exitCode !== null) return { exitCode, stderr };
  if (lastWords === undefined || !stderr.includes(lastWords)) throw new Error(`the app did not end: ${stderr}`);
  await countIfKnown(options.dataFolder);
  return { exitCode, stderr };
}
