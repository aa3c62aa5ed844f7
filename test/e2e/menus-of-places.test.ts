import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { answered, countIs, openSampleDeal, openWorkbench, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;

beforeAll(async () => {
  desk = await openDesk();
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(desk.dataFolder);
});

describe.each(languages)("the right button of the mouse (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const offered = () => desk.page.getByTestId("place-menu").getByRole("menuitem").locator(".MuiListItemText-primary").allTextContents();
  const actions = (
    ...ids: readonly (
      | "openRow"
      | "compareRow"
      | "starRow"
      | "editRow"
      | "restoreRow"
      | "duplicateRow"
      | "removeRow"
      | "copy"
      | "copyWithHeads"
      | "exportTable"
    )[]
  ) => ids.map((id) => say(`action.${id}`));
  /** The dialog that a command opened, until Escape closes it. */
  const dialogOpens = async () => {
    await desk.page.getByRole("dialog").waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
  };

  const confirmRemoval = () =>
    desk.page
      .getByRole("dialog")
      .getByRole("button", { name: say("common.remove"), exact: true })
      .click();

  beforeAll(() => speak(desk.page, language));

  it("offers what can be done with a saved run, and does it", async () => {
    const { page } = desk;
    const name = `右键-${language}`;
    await openWorkbench(page);
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(name);
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name }), { exact: true }).waitFor();
    await page.getByTestId("nav-runs").click();
    const row = page
      .getByTestId("run-list")
      .getByRole("row")
      .filter({ has: page.getByRole("button", { name, exact: true }) });
    const choose = async (id: string) => {
      await row.getByText(say("code.caseName.base"), { exact: true }).click({ button: "right" });
      expect(await offered()).toEqual(actions("openRow", "compareRow", "starRow", "editRow", "restoreRow", "copy", "copyWithHeads", "exportTable"));
      await page.getByTestId(`place-${id}`).click();
      await page.getByTestId("place-menu").waitFor({ state: "detached" });
    };
    await choose("openRow");
    await page.getByRole("heading", { name, exact: true }).waitFor();
    await choose("compareRow");
    await row.getByRole("checkbox", { name: say("runs.choose", { name }), exact: true, checked: true }).waitFor();
    await choose("starRow");
    await row.getByRole("button", { name: say("runs.unstar"), exact: true }).waitFor();
    await choose("editRow");
    await dialogOpens();
    await choose("restoreRow");
    await dialogOpens();
  });

  it("offers what can be done with a scenario, and does it", async () => {
    const { page } = desk;
    await openWorkbench(page);
    await page.getByTestId("view-scenarios").click();
    await page.getByTestId("scenario-templates").click();
    await page.getByTestId("template-houseFall").click();
    const name = `右键-${language}`;
    await page.getByTestId("scenario-name").fill(name);
    await page.getByTestId("scenario-save").click();
    await answered(page, "scenarios-view");
    const head = (which: string) => page.getByTestId("scenario-column").filter({ has: page.getByText(which, { exact: true }) });
    const choose = async (which: string, id: string) => {
      await head(which).getByText(which, { exact: true }).click({ button: "right" });
      expect(await offered()).toEqual(actions("editRow", "duplicateRow", "removeRow", "copy", "copyWithHeads", "exportTable"));
      await page.getByTestId(`place-${id}`).click();
    };
    await choose(name, "editRow");
    expect(await page.getByTestId("scenario-name").inputValue()).toBe(name);
    await dialogOpens();
    await choose(name, "duplicateRow");
    const copy = say("scenarios.copyOf", { name });
    await head(copy).waitFor();
    await answered(page, "scenarios-view");
    for (const one of [copy, name]) {
      await choose(one, "removeRow");
      await confirmRemoval();
      await head(one).waitFor({ state: "detached" });
    }
    await page.getByTestId("view-bid").click();
    await priced(page);
  });

  it("offers what can be done with a market average, and does it", async () => {
    const { page } = desk;
    await page.getByTestId("nav-market").click();
    const average = page.getByTestId("average-1-remove");
    const choose = async (id: string) => {
      await average.click({ button: "right" });
      expect(await offered()).toEqual(actions("editRow", "removeRow", "copy", "copyWithHeads", "exportTable"));
      await page.getByTestId(`place-${id}`).click();
    };
    await choose("editRow");
    await dialogOpens();
    await choose("removeRow");
    await confirmRemoval();
    await average.waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await average.waitFor();
  });

  it("finds a market record by what any of its cells says", async () => {
    const { page } = desk;
    const averages = page.getByRole("table", { name: say("market.averages"), exact: true });
    await page.keyboard.press("Control+f");
    await page.locator('[data-testid="market-search"]:focus').waitFor();
    await page.keyboard.type("２０２５ q1");
    await countIs(page, '[data-testid^="average-"][data-testid$="-remove"]', 2);
    await page.keyboard.type("？");
    await averages.getByRole("cell", { name: say("market.noMatch"), exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("average-1-remove").waitFor();
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
