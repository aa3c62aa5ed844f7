import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSampleDeal, priced, speak } from "./desk-steps.ts";
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

const boundsOf = ({ app }: DeskWindow) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
const shownView = ({ page }: DeskWindow) => page.locator('[data-testid^="view-"][aria-selected="true"]').getAttribute("data-testid");

/** Whether the focused element shows it. */
const focusShown = ({ page }: DeskWindow) =>
  page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it("the next start opens where the last one ended: window, deal and view", async () => {
    await speak(desk.page, language);
    await desk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1100, height: 640 }));
    await desk.page.getByTestId("view-loans").click();
    await desk.page.getByTestId("loan-search").fill("物流");
    await desk.page.getByTestId("data-grid-canvas").focus();
    await desk.page.keyboard.press("Shift+F10");
    await desk.page.getByTestId("place-sortAscending").click();
    await desk.page.locator('[role="columnheader"][aria-sort="ascending"]').waitFor({ state: "attached" });
    await desk.page.getByTestId("view-scenarios").click();
    await desk.quit();
    desk = await openDesk({ dataFolder });
    await priced(desk.page);
    expect(await shownView(desk)).toBe("view-scenarios");
    await desk.page.getByTestId("view-loans").click();
    expect(await desk.page.getByTestId("loan-search").inputValue()).toBe("物流");
    await desk.page.locator('[role="columnheader"][aria-sort="ascending"]').waitFor({ state: "attached" });
    await desk.page.getByTestId("loan-search").fill("");
    expect(await boundsOf(desk)).toMatchObject({ width: 1100, height: 640 });
  });

  it("the register is narrowed and ordered as it was left, the deal is open and its case chosen, and so is the set of assumptions", async () => {
    const name = () => desk.page.locator('[role="columnheader"][data-field="name"]');
    await desk.page.getByTestId("case-high").click();
    await desk.page.getByTestId("nav-deals").click();
    await desk.page.getByTestId("deal-filter").fill("示例");
    await name().click();
    const order = await name().getAttribute("aria-sort");
    await desk.page.getByTestId("nav-market").click();
    await desk.page.getByTestId("nav-deals").click();
    expect(await desk.page.getByTestId("deal-filter").inputValue()).toBe("示例");
    await desk.page.getByTestId("nav-assumptions").click();
    await desk.page.getByTestId("set-retailBulk").click();
    await desk.page.getByTestId("nav-market").click();
    await desk.quit();
    desk = await openDesk({ dataFolder });
    await desk.page.getByTestId("nav-workbench").waitFor();
    await desk.page.getByTestId("nav-deals").click();
    expect(await desk.page.getByTestId("deal-filter").inputValue()).toBe("示例");
    expect(["ascending", "descending"]).toContain(order);
    expect(await name().getAttribute("aria-sort")).toBe(order);
    await desk.page.getByTestId("deal-filter").fill("");
    await desk.page.getByTestId("nav-assumptions").click();
    await desk.page.locator('[data-testid="set-retailBulk"][aria-current="true"]').waitFor();
    await desk.page.getByTestId("set-corporateBulk").click();
    await desk.page.getByTestId("nav-workbench").click();
    await priced(desk.page);
    expect(await desk.page.getByTestId("case-high").getAttribute("aria-selected")).toBe("true");
    await desk.page.getByTestId("case-base").click();
  });

  it("a page that ends comes back to its deal and view", async () => {
    await desk.page.getByTestId("view-gaps").click();
    const isBack = desk.app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((settle) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once("did-finish-load", () => settle());
          contents?.forcefullyCrashRenderer();
        }),
    );
    await isBack;
    // The driver lost the page with its process: the main process looks at the new one, frame by frame until a view is chosen.
    const view = await desk.app.evaluate(
      ({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`new Promise((settle) => {
          const look = () => {
            const tab = document.querySelector('[data-testid^="view-"][aria-selected="true"]');
            if (tab === null) requestAnimationFrame(look);
            else settle(tab.dataset.testid);
          };
          look();
        })`) as Promise<unknown>,
    );
    expect(view).toBe("view-gaps");
    await desk.quit();
    desk = await openDesk({ dataFolder });
  });

  it("a view that was left is open again on return", async () => {
    await desk.page.getByTestId("view-financing").click();
    await desk.page.getByTestId("nav-market").click();
    await desk.page.getByTestId("nav-workbench").click();
    await priced(desk.page);
    expect(await shownView(desk)).toBe("view-financing");
  });

  it("the keyboard shows where it is, and goes on in the screen that it opened", async () => {
    const { page } = desk;
    await page.getByTestId("nav-assumptions").focus();
    await page.keyboard.press("Shift+Tab");
    expect(await focusShown(desk)).toBe(true);
    await page.getByTestId("view-bid").focus();
    await page.keyboard.press("ArrowRight");
    expect(await focusShown(desk)).toBe(true);
    // By its key the screen changes under the focused tab.
    await page.keyboard.press("Alt+Digit1");
    await page.getByTestId("open-sample").waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("MAIN");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null && document.activeElement?.tagName !== "MAIN")).toBe(true);
    await page.getByTestId("nav-workbench").click();
    await priced(page);
  });
});
