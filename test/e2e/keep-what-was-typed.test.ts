import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import { chooseTape, importTape, openWorkbench, priced, registerDeal, speak, stored } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder, samplePackage } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;

const open = async () => {
  desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage] } });
};
beforeAll(async () => {
  dataFolder = await newDataFolder();
  await open();
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** The main process ends as by a power cut, and the app starts again. */
async function killAndOpen(): Promise<void> {
  const ended = new Promise((settle) => desk.app.process().once("exit", settle));
  desk.app.process().kill("SIGKILL");
  await ended;
  await open();
}

/** Ends the page's process; answers what `expression` finds in the page that comes back, looked for frame by frame. */
async function crashPage(expression: string): Promise<unknown> {
  return desk.app.evaluate(
    ({ BrowserWindow }, wanted) =>
      new Promise<unknown>((settle, reject) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        const look = `new Promise((settle) => {
          const look = () => { const found = ${wanted}; if (found) settle(found); else requestAnimationFrame(look); };
          look();
        })`;
        contents?.once("did-finish-load", () => void contents.executeJavaScript(look).then(settle, reject));
        contents?.forcefullyCrashRenderer();
      }),
    expression,
  );
}
const valueIn = (testId: string) => `document.querySelector('[data-testid="${testId}"]')?.value`;

describe.each(languages)("in %s", (language) => {
  it("a deal that is being registered is there again after the app was killed and after its page ended", async () => {
    await speak(desk.page, language);
    await desk.page.getByTestId("nav-deals").click();
    await desk.page.getByTestId("new-deal").click();
    await desk.page.getByTestId("deal-name").fill(`洛阳第${language}期`);
    await desk.page.getByTestId("deal-cutOffDate").fill("2025-02-30");
    await stored(desk, "drafts.of", { form: "deal", dealId: null }, "2025-02-30");
    await killAndOpen();
    await desk.page.getByTestId("draft-note").waitFor();
    expect(await desk.page.getByTestId("deal-name").inputValue()).toBe(`洛阳第${language}期`);
    expect(await desk.page.getByTestId("deal-cutOffDate").inputValue()).toBe("2025-02-30");
    await desk.page.getByTestId("deal-seller").fill("示例银行");
    await stored(desk, "drafts.of", { form: "deal", dealId: null }, "示例银行");
    expect(await crashPage(valueIn("deal-seller"))).toBe("示例银行");
    await killAndOpen();
    await desk.page.getByTestId("draft-note").waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.page.getByTestId("dialog-discard").click();
    await desk.page.getByTestId("new-deal").click();
    expect(await desk.page.getByTestId("deal-name").inputValue()).toBe("");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByTestId("deal-name").waitFor({ state: "detached" });
  });

  it("a market record that is being edited is there again, an unreadable amount included", async () => {
    await desk.page.getByTestId("nav-market").click();
    await desk.page.getByRole("button", { name: textOf(language, "market.addDeal"), exact: true }).click();
    await desk.page.getByRole("textbox", { name: textOf(language, "market.priceField"), exact: true }).fill("12,5");
    await stored(desk, "drafts.of", { form: "marketDeal", dealId: null }, "12,5");
    await killAndOpen();
    const price = desk.page.getByRole("textbox", { name: textOf(language, "market.priceField"), exact: true });
    await desk.page.getByTestId("draft-note").waitFor();
    expect(await price.inputValue()).toBe("12,5");
    await desk.page.keyboard.press("Escape");
    await desk.page.getByTestId("dialog-discard").click();
    await price.waitFor({ state: "detached" });
  });

  it("a mapping is there again after another screen, a killed app, an ended page and an import that was undone", async () => {
    await registerDeal(desk.page, `映射-${language}`);
    const dealId = Number(/\d+$/.exec(new URL(desk.page.url()).hash)?.[0]);
    await chooseTape(desk.page);
    await desk.page.getByTestId("cut-off-date").fill("2025-06-30");
    await desk.page.getByTestId("nav-market").click();
    await desk.page.getByTestId("nav-tape").click();
    await desk.page.getByTestId("put-back-same").waitFor();
    expect(await desk.page.getByTestId("cut-off-date").inputValue()).toBe("2025-06-30");
    await desk.page.getByTestId("cut-off-date").fill("2025-05-31");
    await stored(desk, "tapes.draft", { dealId }, "2025-05-31");
    await killAndOpen();
    await desk.page.getByTestId("put-back-same").waitFor();
    expect(await desk.page.getByTestId("cut-off-date").inputValue()).toBe("2025-05-31");
    await desk.page.getByTestId("cut-off-date").fill("2025-04-30");
    await stored(desk, "tapes.draft", { dealId }, "2025-04-30");
    expect(await crashPage(valueIn("cut-off-date"))).toBe("2025-04-30");
    await killAndOpen();
    await importTape(desk.page);
    await desk.page.getByTestId("undo-import").click();
    await desk.page.getByTestId("undo-import-confirm").click();
    await desk.page.getByTestId("put-back-same").waitFor();
    expect(await desk.page.getByTestId("cut-off-date").inputValue()).toBe("2025-04-30");
    expect(desk.pageErrors).toEqual([]);
  });

  it("a text that a field of the workbench refused is there again, until it is mended", async () => {
    await importTape(desk.page);
    await openWorkbench(desk.page);
    const dealId = Number(/\d+/.exec(new URL(desk.page.url()).hash)?.[0]);
    await desk.page.getByTestId("hurdle-rate").fill("12,5");
    await desk.page.getByTestId("bid-price").fill("一亿多");
    await stored(desk, "drafts.of", { form: "workbench", dealId }, "一亿多");
    await killAndOpen();
    await desk.page.locator('[data-testid="hurdle-rate"][aria-invalid="true"]').waitFor();
    expect(await desk.page.getByTestId("hurdle-rate").inputValue()).toBe("12,5");
    expect(await desk.page.getByTestId("bid-price").inputValue()).toBe("一亿多");
    await desk.page.getByTestId("bid-price").fill("");
    await desk.page.getByTestId("hurdle-rate").fill("12");
    await priced(desk.page);
    await stored(desk, "drafts.of", { form: "workbench", dealId }, "[]");
  });

  it("a deal that is duplicated has the same tape chosen, and a run's name that is being typed is there again", async () => {
    const dealId = Number(/\d+/.exec(new URL(desk.page.url()).hash)?.[0]);
    await desk.page.keyboard.press("Control+s");
    await desk.page.getByTestId("run-name").fill(`投委会-${language}`);
    await stored(desk, "drafts.of", { form: "saveRun", dealId }, `投委会-${language}`);
    await killAndOpen();
    await desk.page.getByTestId("draft-note").waitFor();
    expect(await desk.page.getByTestId("run-name").inputValue()).toBe(`投委会-${language}`);
    await desk.page.getByTestId("run-save-confirm").click();
    await desk.page.getByText(textOf(language, "pricing.run.saved", { name: `投委会-${language}` }), { exact: true }).waitFor();
    await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("duplicateDeal")?.click());
    await desk.page.getByText(textOf(language, "deals.duplicatedWithFile"), { exact: true }).waitFor();
    await desk.page.getByTestId("import-tape").waitFor();
    await importTape(desk.page);
    expect(desk.pageErrors).toEqual([]);
  });

  it("a mapping whose file has changed or is gone meanwhile says so", async () => {
    const list = join(dataFolder, `${language}.csv`);
    const rows = ["合同编号,债务人名称,本金余额（元）", "HT-1,示例甲公司,1000000"];
    writeFileSync(list, rows.join("\n"));
    writeFileSync(join(dataFolder, "e2e-dialogs.json"), JSON.stringify({ open: [list], save: [] }));
    await registerDeal(desk.page, `清单-${language}`);
    await chooseTape(desk.page);
    await desk.page.getByTestId("nav-market").click();
    writeFileSync(list, [...rows, "HT-2,示例乙公司,2000000"].join("\n"));
    await desk.page.getByTestId("nav-tape").click();
    await desk.page.getByTestId("put-back-changed").waitFor();
    await desk.page.getByTestId("nav-market").click();
    rmSync(list);
    await desk.page.getByTestId("nav-tape").click();
    await desk.page.getByTestId("put-back-gone").waitFor();
    await desk.page.getByTestId("choose-file").waitFor();
    await desk.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("duplicateDeal")?.click());
    await desk.page.getByText(textOf(language, "deals.duplicatedFileGone", { fileName: `${language}.csv` }), { exact: true }).waitFor();
  });
});
