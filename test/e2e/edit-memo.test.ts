import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { axeFindings } from "./axe-findings.ts";
import { openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;

beforeAll(async () => {
  desk = await openDesk({ dialogs: {} });
  await openSampleDeal(desk.page);
  const dealId = await desk.page.evaluate(async () => {
    const deals = await window.desk.call("deals.list", { archived: false });
    const [deal] = deals.ok ? deals.value : [];
    if (deal === undefined) throw new Error("no deal");
    await window.desk.call("runs.save", { dealId: deal.id, name: "投决稿", caseName: "base" });
    return deal.id;
  });
  await desk.page.goto(`app://desk/index.html#memo=${dealId}`);
  await desk.page.reload();
});

afterAll(async () => {
  await desk?.quit();
  if (desk) await removeFolder(desk.dataFolder);
});

const saved = (language: "zh" | "en") => desk.page.getByTestId("memo-form-state").getByText(textOf(language, "memo.form.saved"), { exact: true });

describe.each(["zh", "en"] as const)("the memo's editor in %s", (language) => {
  const words = language === "zh" ? "委员会须知：报价以上限为界。" : "Note to the committee: the limit bounds the bid.";

  it("writes the desk's words into the page, and keeps them over a reload", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.reload();
    await page.getByTestId("memo-edit").click();
    await page.getByTestId("memo-text").click();
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
    await page.keyboard.type("{{loans}}");
    await page.locator(".memo-preview").getByText(words, { exact: true }).waitFor();
    await page.locator(".memo-preview .memo-own").getByText("465", { exact: true }).waitFor();
    await saved(language).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await page.locator(".memo-preview").getByText(words, { exact: true }).waitFor();
  });

  it("leaves a section out by keyboard, counts the others anew, and takes it in again", async () => {
    const { page } = desk;
    await page.getByTestId("memo-edit").focus();
    await page.keyboard.press("Enter");
    const section = textOf(language, "memo.form.section.waterfall");
    const box = page.getByRole("checkbox", { name: textOf(language, "memo.form.shown", { section }), exact: true });
    await box.focus();
    await page.keyboard.press("Space");
    const first = (key: "facts" | "waterfall") => {
      const heading = key === "facts" ? textOf(language, "memo.facts.heading") : textOf(language, "memo.value.waterfall.heading");
      return page.getByRole("heading", { name: language === "zh" ? `一、${heading}` : `1. ${heading}`, exact: true });
    };
    await first("facts").waitFor();
    await box.focus();
    await page.keyboard.press("Space");
    await first("waterfall").waitFor();
    await saved(language).waitFor();
  });
});

it("reports no error", () => expect(desk.pageErrors).toEqual([]));
