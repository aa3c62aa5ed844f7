import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { openSampleDeal, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** Waits until a field that isn't typed in shows so. */
const shows = (testId: string, text: string) => desk.page.locator(`[data-testid="${testId}"][value="${text}"]`).waitFor();

describe.each(languages)("in %s", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const said = (key: TextKey, values?: Parameters<typeof textOf>[2]) => desk.page.getByText(say(key, values), { exact: true }).waitFor();
  const typeHurdle = async (text: string) => {
    const { page } = desk;
    await page.getByTestId("hurdle-rate").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
    await shows("hurdle-rate", text);
    await priced(page);
  };
  const hurdleStep = () => say("journal.step.modelEdited", { part: say("pricing.group.hurdleRate") });

  it("edits of the workbench are undone field by field, also after the app was killed, and done again", async () => {
    await speak(desk.page, language);
    await desk.page.getByTestId("nav-workbench").click();
    await priced(desk.page);
    await typeHurdle("15.25");
    await typeHurdle("18");
    await desk.page.keyboard.press("Control+z");
    await shows("hurdle-rate", "15.25");
    await said("journal.undone", { step: hurdleStep() });
    const ended = new Promise((settle) => desk.app.process().once("exit", settle));
    desk.app.process().kill("SIGKILL");
    await ended;
    desk = await openDesk({ dataFolder });
    await priced(desk.page);
    await desk.page.keyboard.press("Control+z");
    await shows("hurdle-rate", "12");
    await desk.page.keyboard.press("Control+y");
    await shows("hurdle-rate", "15.25");
    await desk.page.keyboard.press("Control+Shift+z");
    await shows("hurdle-rate", "18");
    await said("journal.redone", { step: hurdleStep() });
    await desk.page.keyboard.press("Control+y");
    await said("journal.nothingToRedo");
  });

  it("what is typed right after Ctrl+Z stands on what the undo leaves, and is undone by itself", async () => {
    const { page } = desk;
    await typeHurdle("21");
    await page.getByTestId("shift-costsShift").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.press("Control+z");
    await page.keyboard.type("-12.5");
    await page.keyboard.press("Tab");
    await shows("hurdle-rate", "18");
    await shows("shift-costsShift", "-12.5");
    await priced(page);
    await page.keyboard.press("Control+z");
    await shows("shift-costsShift", "0");
    await shows("hurdle-rate", "18");
    await priced(page);
  });

  it("in a text that is being typed the field's own undo goes first, then the edit", async () => {
    const { page } = desk;
    const hurdle = page.getByTestId("hurdle-rate");
    await hurdle.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("1");
    expect(await hurdle.inputValue()).toBe("181");
    await page.keyboard.press("Control+z");
    expect(await hurdle.inputValue()).toBe("18");
    await page.keyboard.press("Control+z");
    await said("journal.undone", { step: hurdleStep() });
    await page.keyboard.press("Tab");
    await shows("hurdle-rate", "15.25");
    await page.keyboard.press("Control+z");
    await shows("hurdle-rate", "12");
    await priced(page);
  });

  it("a changed number says what the set has, and goes back to it by itself or with its group", async () => {
    const { page } = desk;
    await typeHurdle("16");
    const field = page.getByTestId("hurdle-rate");
    expect(
      await field.evaluate((input) => (input.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent)),
    ).toEqual([say("typed.setValue", { value: "12%" })]);
    await page.getByTestId("reset-field").click();
    await shows("hurdle-rate", "12");
    await page.getByTestId("reset-field").waitFor({ state: "detached" });
    await typeHurdle("17");
    await field.focus();
    await page.keyboard.press("Alt+Backspace");
    await shows("hurdle-rate", "12");
    await typeHurdle("19");
    await page.getByTestId("reset-hurdleRate").click();
    await shows("hurdle-rate", "12");
    await page.getByTestId("shift-costsShift").fill("-12.5");
    await page.getByTestId("reset-shifts").click();
    await shows("shift-costsShift", "0");
    await page.getByTestId("reset-shifts").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await shows("shift-costsShift", "0");
    await page.getByTestId("reset-shifts").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await shows("hurdle-rate", "19");
    await page.keyboard.press("Control+y");
    await shows("hurdle-rate", "12");
    await priced(page);
  });

  it("what is edited in Financing and Simulation goes back to the set with its group", async () => {
    const { page } = desk;
    await page.getByTestId("view-financing").click();
    await page.getByTestId("leverage-on").check();
    await page.getByTestId("reset-leverage").click();
    await page.getByTestId("reset-leverage").waitFor({ state: "detached" });
    await page.locator('[data-testid="leverage-on"]:not(:checked)').waitFor();
    await page.getByTestId("view-simulation").click();
    await page.getByTestId("simulation-terms").click();
    const before = await page.getByTestId("delay-loading").inputValue();
    await page.getByTestId("delay-loading").fill("35");
    await page.getByTestId("reset-simulation").click();
    await page.getByTestId("reset-simulation").waitFor({ state: "detached" });
    await shows("delay-loading", before);
    await page.getByTestId("view-bid").click();
    await priced(page);
  });

  it("a set that is used from Assumptions is taken back by its notice, and by Ctrl+Z on the workbench", async () => {
    const { page } = desk;
    const line = page.getByTestId("assumption-set");
    const before = (await line.textContent()) ?? "";
    const use = async () => {
      await page.getByTestId("nav-assumptions").click();
      await page.getByTestId("set-retailBulk").click();
      await page.getByTestId("apply-set").click();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: say("pricing.sets.apply"), exact: true })
        .click();
      await page.getByTestId("notice-undo").waitFor();
    };
    const isBack = async () => {
      await line.and(page.getByText(before, { exact: true })).waitFor();
      await shows("hurdle-rate", "12");
      await priced(page);
    };
    await use();
    await page.getByTestId("notice-undo").click();
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    await isBack();
    await use();
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    expect(await line.textContent()).not.toBe(before);
    await page.keyboard.press("Control+z");
    await isBack();
  });

  it("a scenario that was removed comes back", async () => {
    const { page } = desk;
    await page.getByTestId("view-scenarios").click();
    await page.getByTestId("scenario-new").click();
    await page.getByTestId("scenario-name").fill(`悲观 ${language}`);
    await page.getByTestId("scenario-save").click();
    await page.getByTestId(`scenario-remove-悲观 ${language}`).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("common.remove"), exact: true })
      .click();
    await page.getByTestId(`scenario-remove-悲观 ${language}`).waitFor({ state: "detached" });
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await page.getByTestId(`scenario-remove-悲观 ${language}`).waitFor();
    await said("journal.undone", { step: say("journal.step.scenarioRemoved", { name: `悲观 ${language}` }) });
    await page.getByTestId("view-bid").click();
  });

  it("a deal that was edited from the workbench is taken back there, and the deal's own edits after it", async () => {
    const { page } = desk;
    await typeHurdle("13");
    await page.keyboard.press("F2");
    await page.getByTestId("deal-name").fill(`改名 ${language}`);
    await page.getByTestId("deal-name").press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await said("journal.undone", { step: say("journal.step.dealEdited", { name: `改名 ${language}` }) });
    await page.keyboard.press("Control+z");
    await shows("hurdle-rate", "12");
    await priced(page);
  });

  it("two exits of more than the whole are refused with a sentence, and a month beyond the horizon is said to count nothing", async () => {
    const { page } = desk;
    await page.getByTestId("group-exits").click();
    const field = (path: string) => page.locator(`[data-assumption="exits.${path}"] input`);
    const note = (kind: "settlement" | "resale", column: "probability" | "month", text: string) =>
      say("typed.noteOf", { field: `${say(`pricing.route.exit.kinds.${kind}`)} ${say(`pricing.route.exit.${column}`)}`, note: text });
    await field("settlement.probability").fill("60");
    await field("settlement.month").fill("110");
    await page.getByText(note("settlement", "month", say("unusual.beyondHorizon", { month: 110, horizon: 84 })), { exact: true }).waitFor();
    await field("resale.probability").fill("60");
    const refusals = (["settlement", "resale"] as const).map((kind) =>
      page.getByText(note(kind, "probability", say("typed.joint.exitsWithinWhole")), { exact: true }),
    );
    for (const refusal of refusals) await refusal.waitFor();
    await field("resale.probability").fill("40");
    for (const refusal of refusals) await refusal.waitFor({ state: "detached" });
    await page.getByTestId("reset-exits").click();
    await page.getByTestId("reset-exits").waitFor({ state: "detached" });
    await page.getByTestId("group-exits").click();
    await priced(page);
  });

  it("a deal that was archived comes back by its notice", async () => {
    const { page } = desk;
    await page.getByTestId("nav-deals").click();
    await page.getByTestId("archive-1").click();
    await page.getByTestId("archive-1").waitFor({ state: "detached" });
    await page.getByTestId("notice-undo").click();
    await page.getByTestId("archive-1").waitFor();
    await openSampleDeal(page);
  });

  it("built-in market records come back, and go again by undo", async () => {
    const { page } = desk;
    await page.getByTestId("nav-market").click();
    const averages = page.getByRole("table", { name: say("market.averages"), exact: true }).getByRole("row");
    await page.getByTestId("average-1-remove").waitFor();
    const before = await averages.count();
    await page.getByTestId("average-1-remove").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("common.remove"), exact: true })
      .click();
    await page.getByTestId("restore-built-ins").click();
    await page.getByTestId("restore-built-ins").waitFor({ state: "detached" });
    expect(await averages.count()).toBe(before);
    await page.keyboard.press("Control+z");
    await page.getByTestId("restore-built-ins").waitFor();
    await page.keyboard.press("Control+z");
    await page.getByTestId("restore-built-ins").waitFor({ state: "detached" });
    expect(await averages.count()).toBe(before);
  });

  it("a set is stored as it is edited, Esc gives up a name, and each edit is undone", async () => {
    const { page } = desk;
    await page.getByTestId("nav-assumptions").click();
    await page.getByTestId("copy-set").click();
    await page.getByTestId("set-stored").waitFor();
    const name = page.getByTestId("set-nameEn");
    const before = await name.inputValue();
    await name.fill("Gone");
    await name.press("Escape");
    expect(await name.inputValue()).toBe(before);
    await typeInSet("hurdle-rate", "14");
    await page.getByTestId("set-stored").waitFor();
    await typeInSet("hurdle-rate", "1001");
    await page.getByTestId("set-notStored").waitFor();
    await page.getByTestId("nav-market").click();
    await page.getByTestId("nav-assumptions").click();
    await page.getByTestId("set-nameEn").waitFor();
    await shows("hurdle-rate", "14");
    await page.keyboard.press("Control+z");
    await shows("hurdle-rate", "12");
    await page.keyboard.press("Control+z");
    await page.getByTestId("set-readOnly").waitFor();
    expect(desk.pageErrors).toEqual([]);
  });

  async function typeInSet(testId: string, text: string): Promise<void> {
    await desk.page.getByTestId(testId).focus();
    await desk.page.keyboard.press("ControlOrMeta+a");
    await desk.page.keyboard.type(text);
    await desk.page.keyboard.press("Tab");
  }
});
