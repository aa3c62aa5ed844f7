import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { openSampleDeal, speak } from "./desk-steps.ts";
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

async function openPlan(page: Page, language: Language): Promise<void> {
  await speak(page, language);
  await page.keyboard.press("Control+Shift+L");
  await page.getByTestId("diligence-plan").waitFor();
}

/** Waits until the hours reach for so many files. */
const planned = (page: Page, files: number) => page.locator(`[data-testid="diligence-plan"][data-planned="${files}"]`).waitFor();

describe.each(languages)("the diligence plan in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);

  it("plans by the hours that are typed, and by what an hour on each file gains", async () => {
    const { page } = desk;
    await openPlan(page, language);
    await page.getByText(say("diligence.noSimulation"), { exact: true }).waitFor();
    await planned(page, 10);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("diligence-hours-left").fill("24");
    await page.getByTestId("diligence-hours-left").press("Enter");
    await planned(page, 3);
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.inspectionHours", { name: "24" }) }), { exact: true }).waitFor();
    await planned(page, 10);
  });

  it("keeps hours, status and finding of a file, whose place it then loses", async () => {
    const { page } = desk;
    const first = page.getByTestId("diligence-rank-1");
    const name = (await first.getByRole("rowheader").textContent()) ?? "";
    await first.getByRole("button", { name: say("diligence.plan.edit", { name }), exact: true }).click();
    await page.getByRole("dialog", { name: say("diligence.edit.title", { name }), exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("inspection-hours").fill("12");
    await page.getByTestId("inspection-status").getByRole("combobox").click();
    await page.getByRole("option", { name: say("diligence.status.done"), exact: true }).click();
    await page.getByRole("listbox").waitFor({ state: "detached" });
    await page.getByTestId("inspection-finding").fill("厂房空置");
    await page.getByTestId("dialog-save").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const done = page
      .getByTestId("diligence-plan")
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name: "厂房空置", exact: true }) });
    await done.getByRole("cell", { name: say("diligence.status.done"), exact: true }).waitFor();
    await done.getByRole("rowheader", { name, exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.inspectionEdited", { name }) }), { exact: true }).waitFor();
    await done.waitFor({ state: "detached" });
  });

  it("says how much of the bid rests on own work, and that too little was done to extrapolate", async () => {
    const { page } = desk;
    await page
      .getByTestId("diligence-own-share")
      .getByText(say("diligence.sample.counts", { underwritten: 0, rest: 310, share: "0.00%" }), { exact: true })
      .waitFor();
    await page.getByText(say("diligence.sample.tooFew"), { exact: true }).waitFor();
  });
});
