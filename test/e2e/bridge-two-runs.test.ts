import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { answered, openSampleDeal, openWorkbench, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";
import { bidNow, goToCell, openSheet } from "./sheet-steps.ts";

let desk: DeskWindow;
beforeAll(async () => {
  desk = await openDesk();
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(desk.dataFolder);
});

/** Other amounts in each language: what was typed before is there already. */
const principal: Record<Language, string> = { zh: "1.2亿", en: "800" };

describe.each(languages)("the bridge between two runs (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const names = { before: `改前-${language}`, after: `改后-${language}` };
  let contractNo = "";

  const saveRun = async (name: string) => {
    const { page } = desk;
    await openWorkbench(page);
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(name);
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name }), { exact: true }).waitFor();
  };

  it("is made of two saved runs, by keyboard, and names what was typed in between", async () => {
    const { page } = desk;
    await speak(page, language);
    await saveRun(names.before);
    await openSheet(page);
    const before = await bidNow(page);
    contractNo = (await page.getByTestId("glide-cell-0-0").textContent()) ?? "";
    await goToCell(page, "principal", 1);
    await page.keyboard.type(principal[language]);
    await page.keyboard.press("Enter");
    expect(await bidNow(page)).not.toBe(before);
    await saveRun(names.after);
    await page.getByTestId("show-runs").click();
    for (const name of Object.values(names)) await page.getByRole("checkbox", { name: say("runs.choose", { name }), exact: true }).press("Space");
    await page.getByTestId("compare-runs").press("Enter");
    await answered(page, "bridge");
    expect(await page.getByTestId("bridge-counts").textContent()).toBe(say("bridge.counts", { kept: "465", dropped: "0", added: "0" }));
    const bid = async (end: "from" | "to") => (await page.getByTestId(`bridge-${end}`).getByRole("cell").allTextContents()).at(-2);
    expect(await bid("from")).not.toBe(await bid("to"));
    await page.getByTestId("bridge-edits").waitFor();
    expect(await page.getByTestId("bridge-collateral").count()).toBe(0);
  });

  it("opens a cause to its loans, by keyboard, and closes it again", async () => {
    const { page } = desk;
    const [, count] = await page.getByTestId("bridge-edits").getByRole("cell").allTextContents();
    const button = page.getByRole("button", { name: say("bridge.open", { cause: say("bridge.cause.edits") }), exact: true });
    await button.press("Enter");
    const loans = page.getByTestId("bridge-loans");
    await loans.getByRole("rowheader", { name: contractNo, exact: true }).waitFor();
    const close = page.getByRole("button", { name: say("bridge.close"), exact: true });
    expect(await close.getAttribute("aria-expanded")).toBe("true");
    expect(await loans.getByRole("rowheader").count()).toBe(Number(count));
    await close.press("Enter");
    await loans.waitFor({ state: "detached" });
  });

  it("stands in the memo of the later run once the earlier one is chosen", async () => {
    const { page } = desk;
    await page.getByTestId("nav-memo").click();
    const choice = page.getByRole("combobox", { name: say("bridge.memoChoice"), exact: true });
    await choice.press("Enter");
    await page.getByRole("option", { name: new RegExp(`^${names.before} · .+$`) }).press("Enter");
    await page.getByRole("heading", { name: say("bridge.title"), exact: true }).waitFor();
    const section = page.getByRole("figure", { name: say("bridge.memoChart"), exact: true });
    await section.waitFor();
    expect(
      await page
        .getByRole("rowheader", { name: say("bridge.to"), exact: true })
        .or(page.getByRole("cell", { name: say("bridge.to"), exact: true }))
        .count(),
    ).toBe(1);
    // It was chosen once for all.
    await page.getByTestId("nav-memo").click();
    await openWorkbench(page);
    await page.getByTestId("nav-memo").click();
    await section.waitFor();
    expect(await choice.textContent()).toMatch(new RegExp(`^${names.before} · .+$`));
  });
});

it("the window reports no error", () => expect(desk.pageErrors).toEqual([]));
