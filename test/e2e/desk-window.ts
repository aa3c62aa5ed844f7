import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright";

export const projectRoot = resolve(import.meta.dirname, "../..");

export interface DeskWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
  /** Errors that the page reported since it opened. */
  readonly pageErrors: string[];
  /** Ends the app and keeps its data folder. */
  quit(): Promise<void>;
}

export interface DeskOptions {
  readonly dataFolder?: string;
  /** Answers for the open and save dialogs, in order. */
  readonly dialogs?: { readonly open?: readonly string[]; readonly save?: readonly string[] };
  readonly arguments?: readonly string[];
  readonly executable?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

async function runtime(): Promise<{ executable: string; appArguments: string[] }> {
  return JSON.parse(await readFile(join(projectRoot, ".cache/runtime.json"), "utf8")) as { executable: string; appArguments: string[] };
}

export async function newDataFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "desk-e2e-"));
}

/** Electron's helpers may still write for a moment after the window is gone. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function commandOf(options: DeskOptions, dataFolder: string) {
  const found = await runtime();
  const dialogFile = join(dataFolder, "e2e-dialogs.json");
  await writeFile(dialogFile, JSON.stringify({ open: options.dialogs?.open ?? [], save: options.dialogs?.save ?? [] }));
  const isSuperUser = process.getuid?.() === 0;
  return {
    executable: options.executable ?? found.executable,
    args: [...(options.executable ? [] : found.appArguments), ...(isSuperUser ? ["--no-sandbox"] : []), ...(options.arguments ?? [])],
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
  const app = await _electron.launch({ executablePath: executable, args, cwd: projectRoot, env });
  const page = await app.firstWindow();
  const pageErrors: string[] = [];
  page.on("pageerror", (error) => pageErrors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") pageErrors.push(message.text());
  });
  await page.getByTestId("status-bar").waitFor();
  return { app, page, dataFolder, pageErrors, quit: () => app.close() };
}

export interface DeskExit {
  /** Null where the process had to be ended from here, because it did not end by itself. */
  readonly exitCode: number | null;
  readonly stderr: string;
}

const exitLimitMs = 30_000;

/** Starts the app without a driver and waits until it ends by itself. */
export async function startUntilExit(options: DeskOptions & { readonly dataFolder: string }): Promise<DeskExit> {
  const { executable, args, env } = await commandOf(options, options.dataFolder);
  const child = spawn(executable, args, { cwd: projectRoot, env, stdio: ["ignore", "ignore", "pipe"], timeout: exitLimitMs, killSignal: "SIGKILL" });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((settle, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => settle({ exitCode, stderr }));
  });
}

/** Registers a deal, imports the tape that the open dialog answers with, and opens the workbench. */
export async function priceNewDeal(page: Page, name: string): Promise<void> {
  await page.getByTestId("new-deal").first().click();
  await page.getByTestId("deal-name").fill(name);
  await page.getByTestId("deal-seller").fill("示例农村商业银行");
  await page.getByTestId("dialog-save").click();
  await page.getByTestId("choose-file").click();
  await page.getByTestId("import-tape").click();
  await page.getByTestId("rows-in").waitFor({ timeout: 30_000 });
  await page.getByTestId("nav-workbench").click();
  await page.getByTestId("max-bid-base").waitFor();
}
