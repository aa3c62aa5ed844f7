import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

const folder = mkdtempSync(join(tmpdir(), "dossier-e2e-"));
const sealedFile = join(folder, "deal.dealdossier");
const alteredFile = join(folder, "altered.dealdossier");
const runName = "投决稿";

beforeAll(async () => {
  const seller = await openDesk({ dialogs: { save: [sealedFile] } });
  try {
    const { page } = seller;
    await openSampleDeal(page);
    const dealId = await page.evaluate(async (name) => {
      const deals = await window.desk.call("deals.list", { archived: false });
      const [deal] = deals.ok ? deals.value : [];
      if (deal === undefined) throw new Error("no deal");
      await window.desk.call("runs.save", { dealId: deal.id, name, caseName: "base" });
      return deal.id;
    }, runName);
    await speak(page, "zh");
    await page.goto(`app://desk/index.html#runs=${dealId}`);
    await page.reload();
    await page.getByTestId("seal-dossier").focus();
    await page.keyboard.press("Enter");
    // Both memos are printed, the twin is worked out.
    await page.getByRole("button", { name: textOf("zh", "common.showInFolder"), exact: true }).waitFor({ timeout: 120_000 });
    if (seller.pageErrors.length > 0) throw new Error(seller.pageErrors.join("\n"));
  } finally {
    await seller.quit();
    await removeFolder(seller.dataFolder);
  }
  const bytes = readFileSync(sealedFile);
  const middle = bytes.indexOf(Buffer.from("twin.xlsx"), bytes.lastIndexOf(Buffer.from("%%EOF"))) + 100;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(alteredFile, bytes);
});

afterAll(() => rmSync(folder, { recursive: true }));

it("that the system opens with the app is shown at once", async () => {
  const desk = await openDesk({ dialogs: {}, arguments: [sealedFile] });
  try {
    await desk.page.getByTestId("dossier-state").getByText(textOf("zh", "dossier.allIntact"), { exact: true }).waitFor();
    await desk.page.getByTestId("dossier-runs").getByRole("rowheader", { name: runName, exact: true }).waitFor();
  } finally {
    await desk.quit();
    await removeFolder(desk.dataFolder);
  }
});

describe.each(["zh", "en"] as const)("a dossier on another desk, in %s", (language) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openDesk({ dialogs: { open: [sealedFile, alteredFile] } });
    await speak(desk.page, language);
    await desk.page.goto("app://desk/index.html#safekeeping");
    await desk.page.reload();
  });
  afterAll(async () => {
    await desk?.quit();
    if (desk) await removeFolder(desk.dataFolder);
  });

  it("is opened by keyboard, shows what it holds, and comes out equal", async () => {
    const { page } = desk;
    await page.getByTestId("safekeeping-page-dossier").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("open-dossier").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("dossier-state").getByText(textOf(language, "dossier.allIntact"), { exact: true }).waitFor();
    await page.getByTestId("dossier-runs").getByRole("rowheader", { name: runName, exact: true }).waitFor();
    await countIs(page, '[data-testid="dossier-parts"] tbody tr', 12);
    await page.getByTestId("replay-dossier").focus();
    await page.keyboard.press("Enter");
    await page
      .getByTestId("dossier-verdict")
      .getByText(textOf(language, "dossier.verdict.equal", { name: runName }), { exact: true })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // Read-only: nothing of it is on this desk.
    const deals = await page.evaluate(() => window.desk.call("deals.list", { archived: false }));
    expect(deals).toEqual({ ok: true, value: [] });
  });

  it("names the part that was altered", async () => {
    const { page } = desk;
    await page.getByTestId("open-dossier").focus();
    await page.keyboard.press("Enter");
    await page
      .getByTestId("dossier-state")
      .getByText(textOf(language, "dossier.notIntact", { count: 1 }), { exact: true })
      .waitFor();
    const row = page
      .getByTestId("dossier-parts")
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: "twin.xlsx", exact: true }) });
    await row.getByText(textOf(language, "dossier.stateOf.altered"), { exact: true }).waitFor();
    expect(desk.pageErrors).toEqual([]);
  });
});
