import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import { axeFindings } from "./axe-findings.ts";
import { registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const passphrase = "only I know this one";

/** Files below the folder in which the text can be read. */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile() && (await readFile(path)).includes(text)) found.push(name);
  }
  return found;
}

async function showEncryption(page: Page, language: Language): Promise<void> {
  await page.getByTestId("nav-deals").click();
  await page.keyboard.press("Alt+8");
  await page.getByTestId("open-safekeeping").press("Enter");
  await page.getByRole("heading", { level: 1, name: textOf(language, "backups.title"), exact: true }).waitFor();
  await page.getByTestId("safekeeping-page-encryption").click();
  await page.getByTestId("encryption-state").waitFor();
}

const dealRow = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });

/** Types where the focus is, and presses Enter. */
async function type(page: Page, testId: string, text: string): Promise<void> {
  await page.getByTestId(testId).fill(text);
  await page.keyboard.press("Enter");
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  const name = language === "zh" ? "笔记本里的秘密包" : "A secret on a laptop";
  const environment = { LANG: language === "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8" };
  const argumentsOf = [`--lang=${language === "zh" ? "zh-CN" : "en-US"}`];
  let dataFolder: string;
  let desk: DeskWindow | undefined;
  let code: string;
  beforeAll(async () => {
    dataFolder = await newDataFolder();
  });
  afterAll(async () => {
    await desk?.quit();
    await removeFolder(dataFolder);
  });

  it("a desk in clear is encrypted by its user, who writes the recovery code down, and works on", async () => {
    desk = await openDesk({ dataFolder, environment, arguments: argumentsOf });
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, name);
    await page.getByTestId("plain-mark").waitFor();
    await showEncryption(page, language);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("encrypt-desk").press("Enter");
    await page.getByTestId("desk-passphrase").fill(passphrase);
    await type(page, "desk-passphrase-repeat", passphrase);
    code = (await page.getByTestId("recovery-code").textContent()) ?? "";
    expect(code).toMatch(/^(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}$/);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("secret-submit").press("Enter");
    await type(page, "typed-code", `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}`);
    await page.getByText(textOf(language, "common.errorCode", { code: "lock.codeMistyped" }), { exact: true }).waitFor();
    await type(page, "typed-code", code.toLowerCase());
    await page.getByTestId("plain-mark").waitFor({ state: "detached" });
    await showEncryption(page, language);
    await page.getByText(textOf(language, "encryption.isEncrypted"), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("nav-deals").click();
    await dealRow(page, name).waitFor();
    await desk.quit();
    desk = undefined;
    expect(await filesWith(dataFolder, name)).toEqual([]);
    expect((await readdir(dataFolder)).filter((file) => /-(plain|encrypted)/.test(file))).toEqual([]);
  });

  it("asks for the passphrase at the start; where that is forgotten the recovery code opens it, and a new passphrase is set", async () => {
    desk = await openDesk({ dataFolder, environment, arguments: argumentsOf, first: "lock-open" });
    const { page } = desk;
    await page.getByRole("heading", { level: 1, name: textOf(language, "lock.title"), exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await type(page, "lock-passphrase", "not this one");
    await page.getByText(textOf(language, "error.lock.wrongPassphrase"), { exact: true }).waitFor();
    await page.getByRole("button", { name: textOf(language, "lock.kind.recovery"), exact: true }).click();
    await type(page, "lock-code", code.slice(6));
    await page.getByText(textOf(language, "error.lock.codeLength"), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await type(page, "lock-code", code);
    await page.getByTestId("status-bar").waitFor();
    await page.getByTestId("nav-deals").click();
    await dealRow(page, name).waitFor();
    await showEncryption(page, language);
    await page.getByTestId("set-passphrase").press("Enter");
    await page.getByTestId("desk-passphrase").fill("another that I keep");
    await type(page, "desk-passphrase-repeat", "another that I keep");
    await page.getByText(textOf(language, "encryption.passphraseSet"), { exact: true }).waitFor();
    await desk.quit();
    desk = await openDesk({ dataFolder, environment, arguments: argumentsOf, first: "lock-open" });
    await type(desk.page, "lock-passphrase", "another that I keep");
    await desk.page.getByTestId("status-bar").waitFor();
    expect(desk.pageErrors).toEqual([]);
  });
});
