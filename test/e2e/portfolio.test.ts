import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, registerDeal, speak } from "./desk-steps.ts";
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

it("of one deal there is none: the register alone is home", async () => {
  const { page } = desk;
  await page.getByTestId("nav-deals").press("Enter");
  await page.getByTestId("deals-export").waitFor();
  await countIs(page, '[data-testid="portfolio-strip"]', 0);
  await registerDeal(page, "二号包");
});

describe.each(languages)("all deals together in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);

  it("stand over the register, and open from there by keyboard", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-deals").press("Enter");
    await page.getByTestId("portfolio-strip").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("open-portfolio").press("Enter");
    // Both deals, and their sum.
    await countIs(page, '[data-testid="pipeline"] tbody tr', 3);
    const second = page.locator('[data-testid="pipeline"] tr[data-deal="2"]');
    expect(await second.textContent()).toContain(say("portfolio.noRun"));
    await page.getByText(say("portfolio.emptyHoldings"), { exact: true }).waitFor();
    // The ten largest debtors of the sample.
    await countIs(page, '[data-testid="concentration"] tbody tr', 10);
    await page.getByText(say("portfolio.noMatches"), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it("are concentrated by what is chosen", async () => {
    const { page } = desk;
    await page.getByTestId("concentration-kind").getByRole("combobox").press("Enter");
    await page.getByRole("option", { name: say("portfolio.kindOf.seller"), exact: true }).press("Enter");
    await countIs(page, '[data-testid="concentration"] tbody tr', 1);
    await page.getByTestId("concentration-scope").getByRole("combobox").press("Enter");
    await page.getByRole("option", { name: say("portfolio.scopeOf.held"), exact: true }).press("Enter");
    await page.getByText(say("portfolio.nothingStated"), { exact: true }).waitFor();
  });

  it("leave the register where it was", async () => {
    const { page } = desk;
    await page.getByTestId("show-register").press("Enter");
    await page.getByTestId("deals-export").waitFor();
  });

  it("raise no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
