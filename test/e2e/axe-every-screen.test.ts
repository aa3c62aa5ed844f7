import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { type Language, languages } from "../../shared/domain/codes.ts";
import { axeFindings } from "./axe-findings.ts";
import { answered, chooseTape, importTape, openWorkbench, priced, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder, samplePackage } from "./desk-window.ts";

let desk: DeskWindow;
let dataFolder: string;
let found: string[] = [];
/** What the system says that it has, which the desk follows. */
let scheme: "light" | "dark" = "light";

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage] } });
  await desk.page.evaluate(() => window.desk.call("settings.update", { theme: "system" }));
  await desk.page.reload();
  await desk.page.getByTestId("status-bar").waitFor();
  await wear("light");
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

async function wear(next: typeof scheme): Promise<void> {
  scheme = next;
  await desk.page.emulateMedia({ colorScheme: next });
  await desk.page.waitForFunction((wanted) => getComputedStyle(document.documentElement).colorScheme === wanted, next);
}

/** Looks at all that is there in the theme that it has, and then at its colours in the other: nothing else hangs on the theme. */
async function look(place: string): Promise<void> {
  const note = (findings: readonly string[]) => found.push(...findings.map((finding) => `${place}, ${scheme}: ${finding}`));
  note(await axeFindings(desk.page));
  await wear(scheme === "light" ? "dark" : "light");
  note(await axeFindings(desk.page, "colours"));
}

const views = ["bid", "loans", "scenarios", "sensitivity", "simulation", "financing", "gaps"] as const;
/** What has to have answered before a view is whole. */
const analyses: Partial<Record<(typeof views)[number], readonly string[]>> = {
  scenarios: ["scenarios-view"],
  sensitivity: ["tornado", "grid"],
  gaps: ["gaps-view"],
};

async function lookAtScreens(): Promise<void> {
  const { page } = desk;
  for (const screen of ["deals", "market", "assumptions", "help", "settings", "tape", "quality", "debtors", "strata", "runs", "memo"] as const) {
    await page.getByTestId(`nav-${screen}`).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    if (screen === "strata") await answered(page, "strata-view");
    await look(screen);
  }
  await openWorkbench(page);
  for (const view of views) {
    await page.getByTestId(`view-${view}`).click();
    for (const analysis of analyses[view] ?? []) await answered(page, analysis);
    await look(view);
  }
  await page.getByTestId("view-bid").click();
}

async function lookAtStates(language: Language): Promise<void> {
  const { page } = desk;
  await page.getByTestId("hurdle-rate").fill("x");
  await page.locator('[data-testid="hurdle-rate"][aria-invalid="true"]').waitFor();
  await look("refused field");
  await page.getByTestId("hurdle-rate").fill("12");
  await priced(page);
  // At its corner, beside the digits: the whole cell opens.
  await page.getByTestId("max-bid-base").click({ position: { x: 3, y: 3 } });
  await page.getByTestId("figure-drawer").waitFor();
  await look("figure drawer");
  await page.keyboard.press("Escape");
  await page.getByTestId("figure-drawer").waitFor({ state: "detached" });
  await page.getByTestId("data-grid-canvas").focus();
  await page.keyboard.press("Enter");
  await page
    .getByTestId("trace-drawer")
    .getByRole("list", { name: textOf(language, "pricing.trace.title"), exact: true })
    .waitFor();
  await look("loan trace");
  await page.keyboard.press("Escape");
  await page.getByTestId("trace-drawer").waitFor({ state: "detached" });
  for (const [keys, testId] of [
    ["Control+k", "palette-input"],
    ["Control+s", "run-name"],
    ["Control+n", "deal-name"],
  ] as const) {
    await page.keyboard.press(keys);
    await page.getByTestId(testId).waitFor();
    await look(testId);
    await page.keyboard.press("Escape");
    await page.getByTestId(testId).waitFor({ state: "detached" });
  }
  await page.getByTestId("nav-workbench").focus();
  await page.keyboard.press("?");
  await page.getByTestId("key-list").waitFor();
  await look("keys");
  await page.keyboard.press("Escape");
  await page.getByTestId("key-list").waitFor({ state: "detached" });
}

describe("axe finds nothing wrong", () => {
  it("before the first deal, while a tape is mapped and reported", async () => {
    const { page } = desk;
    await look("first run");
    await registerDeal(page, "无障碍");
    await look("choose a tape");
    await chooseTape(page);
    await look("mapping");
    await importTape(page);
    await look("report");
    expect(found).toEqual([]);
  });

  it.each(languages)("on any screen, view, dialog and refused field in %s, in both themes", async (language) => {
    found = [];
    await openWorkbench(desk.page);
    await speak(desk.page, language);
    await lookAtScreens();
    await lookAtStates(language);
    expect(found).toEqual([]);
  });

  it("and the loans' grid says what it is and how it is sorted", async () => {
    const { page } = desk;
    await openWorkbench(page);
    await page.getByTestId("view-loans").click();
    // The columns that are out of view are not in the table behind the canvas.
    await page.getByTestId("fold-assumptions").click();
    await page.locator('[role="columnheader"][aria-sort="descending"]').waitFor({ state: "attached" });
    await page.locator('[role="grid"][aria-label][aria-readonly="true"]').waitFor({ state: "attached" });
    expect(await page.locator('[role="columnheader"][aria-sort="descending"]').count()).toBe(1);
  });
});
