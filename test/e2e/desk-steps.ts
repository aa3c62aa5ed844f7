import type { Page } from "playwright";
import type { Language } from "../../shared/domain/codes.ts";
import { textOf } from "./desk-texts.ts";
import type { DeskWindow } from "./desk-window.ts";

/*
 * Steps of the desk that many tests begin with. Each ends with what the user then sees, so that the next can rely on it.
 */

/** Has the app speak the language. */
export async function speak(page: Page, language: Language): Promise<void> {
  const bar = page.getByRole("contentinfo", { name: textOf(language, "status.bar"), exact: true });
  if ((await page.locator("html").getAttribute("lang")) !== (language === "zh" ? "zh-CN" : "en")) await page.getByTestId("language-switch").click();
  await bar.waitFor();
}

/** Waits until what is on the workbench is what its fields say: a run of it could be saved. */
export async function priced(page: Page): Promise<void> {
  await page.locator('[data-testid="save-run"]:enabled').waitFor();
}

/** Waits until an analysis has answered what is asked now. */
export async function answered(page: Page, testId: string): Promise<void> {
  await page.locator(`[data-testid="${testId}"][data-running="false"]`).waitFor();
}

/** Waits until as many are there: what a press draws may come a moment after what it answers. */
export async function countIs(page: Page, selector: string, wanted: number): Promise<void> {
  await page.waitForFunction(([css, count]) => document.querySelectorAll(css).length === count, [selector, wanted] as const);
}

export async function openSampleDeal(page: Page): Promise<void> {
  await page.getByTestId("open-sample").click();
  await priced(page);
}

async function chooseKind(page: Page, kind: string): Promise<void> {
  await page.getByTestId("deal-kind").getByRole("combobox").click();
  await page.getByRole("option", { name: kind, exact: true }).click();
}

/** Makes a deal one of another kind, in the register; it is opened next. */
export async function editDealKind(page: Page, name: string, kind: string, language: Language): Promise<void> {
  await page.getByTestId("nav-deals").click();
  const row = page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });
  await row.getByLabel(textOf(language, "common.edit"), { exact: true }).click();
  await chooseKind(page, kind);
  await page.getByTestId("dialog-save").click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Registers a deal; its tape is to be chosen next. */
export async function registerDeal(page: Page, name: string, kind?: string): Promise<void> {
  await page.getByTestId("nav-deals").click();
  await page.getByTestId("new-deal").click();
  await page.getByTestId("deal-name").fill(name);
  if (kind !== undefined) await chooseKind(page, kind);
  // Sellers of their own: how the lists of one were mapped is remembered.
  await page.getByTestId("deal-seller").fill(`示例农村商业银行（${name}）`);
  await page.getByTestId("dialog-save").click();
  await page.getByTestId("choose-file").waitFor();
}

/** Reads the tape that the open dialog answers with; its mapping is to be confirmed next. */
export async function chooseTape(page: Page): Promise<void> {
  await page.getByTestId("choose-file").click();
  await page.getByTestId("import-tape").waitFor();
}

/** States what a list doesn't say: its cut-off date, and that its amounts are yuan. */
export async function stateDayAndYuan(page: Page, language: Language): Promise<void> {
  await page.getByTestId("cut-off-date").fill("2025-09-30");
  await page.keyboard.press("Tab");
  await page.getByRole("combobox", { name: textOf(language, "pricing.tape.currency"), exact: true }).press("Enter");
  await page.getByRole("option", { name: textOf(language, "pricing.tape.currencyOf.CNY"), exact: true }).press("Enter");
}

export async function importTape(page: Page): Promise<void> {
  await page.getByTestId("import-tape").click();
  await page.getByTestId("rows-in").waitFor();
}

export async function openWorkbench(page: Page): Promise<void> {
  await page.getByTestId("nav-workbench").click();
  await priced(page);
}

/** From the register of deals to the workbench of a new one with its tape. */
export async function priceNewDeal(page: Page, name: string): Promise<void> {
  await registerDeal(page, name);
  await chooseTape(page);
  await importTape(page);
  await openWorkbench(page);
}

/** Waits until the app says that a memo is saved; answers the pages that it states. */
export async function pagesSaid(page: Page, language: Language, fileName: string): Promise<number> {
  // The sentence word for word, with any number in the place of its pages.
  const sentence = textOf(language, "memo.screen.saved", { fileName, pages: "…" }).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const said = new RegExp(`^${sentence.replace("…", String.raw`(\d+)`)}$`);
  const text = await page.getByText(said).textContent();
  return Number(said.exec(text ?? "")?.[1]);
}

/** What a crash may take is younger than this. */
const oldestLostMs = 2000;

/** Waits until the main process has the text, which it must within two seconds. */
export const stored = ({ page }: DeskWindow, channel: string, input: object, text: string) =>
  page.evaluate(
    async ({ channel: name, input: asked, text: wanted, limit }) => {
      const { desk: bridge } = window as unknown as { readonly desk: { call(channel: string, input: object): Promise<unknown> } };
      let answer = "";
      for (const since = performance.now(); performance.now() - since < limit && !answer.includes(wanted); )
        answer = JSON.stringify(await bridge.call(name, asked));
      if (!answer.includes(wanted)) throw new Error(`${wanted} is not stored within ${limit} ms: ${answer}`);
    },
    { channel, input, text, limit: oldestLostMs },
  );
