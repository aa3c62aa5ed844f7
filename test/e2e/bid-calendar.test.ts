import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, speak } from "./desk-steps.ts";
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

/** The day in Shanghai so many days from now. */
const dayIn = (days: number) => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);

describe.each(languages)("the calendar of bids in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);

  const dealName = () => desk.page.getByTestId("open-deal-name").innerText();

  it("takes dates by keyboard, refuses an hour that is none, and says above the deals what falls due", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.keyboard.press("Shift+F7");
    await page.getByTestId("add-date").press("Enter");
    await page.getByTestId("date-day").fill(dayIn(3));
    await page.getByTestId("date-time").fill("25:00");
    await page.getByTestId("date-time").press("Enter");
    await page.getByText(say("typed.noSuchTime"), { exact: true }).waitFor();
    await page.getByTestId("date-time").fill(language === "zh" ? "下午5点半" : "5:30 pm");
    await page.getByTestId("date-note").fill(`${language} 一千万元`);
    await page.getByTestId("dialog-save").press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const table = page.getByTestId("bid-dates");
    await table.getByRole("cell", { name: "17:30", exact: true }).waitFor();
    await table.getByRole("cell", { name: say("calendar.stateOf.soon"), exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Alt+1");
    const due = [say("calendar.kindOf.deposit"), `${dayIn(3)} 17:30`].join(" · ");
    await page.getByText(`${say("calendar.due", { shown: 1 })} · ${say("calendar.stateOf.soon")}: ${await dealName()} · ${due}`, { exact: true }).waitFor();
    await page.getByTestId("open-calendar").press("Enter");
    await table.waitFor();
  });

  it("reminds of what is due today, and leaves out what is done, which can be undone", async () => {
    const { page } = desk;
    await page.getByTestId("add-date").press("Enter");
    await page.getByTestId("date-kind").getByRole("combobox").press("Enter");
    await page.getByRole("option", { name: say("calendar.kindOf.payment"), exact: true }).press("Enter");
    await page.getByRole("listbox").waitFor({ state: "detached" });
    await page.getByTestId("date-day").fill(dayIn(0));
    await page.getByTestId("dialog-save").press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const [deal, payment] = [await dealName(), say("calendar.kindOf.payment")];
    await page.getByText(say("calendar.reminder", { deal, what: payment, when: dayIn(0) }), { exact: true }).waitFor();
    const [first, second] = [`${deal} · ${payment} · ${dayIn(0)}`, `${deal} · ${say("calendar.kindOf.deposit")} · ${dayIn(3)} 17:30`];
    await page.getByRole("checkbox", { name: say("calendar.markDone", { what: first }), exact: true }).press(" ");
    await countIs(page, '[data-testid="bid-dates"] tbody tr', 1);
    await page.keyboard.press("Control+z");
    await countIs(page, '[data-testid="bid-dates"] tbody tr', 2);
    for (const what of [first, second]) await page.getByRole("button", { name: say("calendar.removeOf", { what }), exact: true }).press("Enter");
    await page.getByText(say("calendar.empty"), { exact: true }).waitFor();
  });
});
