import { appendFile } from "node:fs/promises";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runDealdesk } from "../../main/command/dealdesk.ts";
import type { Role } from "../../shared/domain/people.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { openSampleDeal, openWorkbench, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, databaseName, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;
let isEnded = false;
const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf("zh", key, values);
const persons = {
  王经办: { passphrase: "maker pass 1", roles: ["maker", "member", "bidder", "administrator"] },
  李复核: { passphrase: "checker pass 1", roles: ["checker", "member", "chair"] },
  赵旁观: { passphrase: "reader pass 12", roles: ["reader"] },
} as const satisfies Readonly<Record<string, { readonly passphrase: string; readonly roles: readonly Role[] }>>;
type Name = keyof typeof persons;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const list = join(dataFolder, "留痕.csv");
  desk = await openDesk({ dataFolder, dialogs: { save: [list], open: [list, list] } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  if (!isEnded) await desk?.quit();
  await removeFolder(dataFolder);
});

async function addPerson(page: Page, name: Name): Promise<void> {
  const { passphrase, roles } = persons[name];
  await page.getByTestId("person-add").click();
  await page.getByTestId("person-name").fill(name);
  for (const role of roles) await page.getByTestId(`role-${role}`).setChecked(true);
  await page.getByTestId("person-passphrase").fill(passphrase);
  await page.getByTestId("person-repeat").fill(passphrase);
  await page.getByTestId("secret-submit").click();
  await page.getByTestId("person-table").getByText(name, { exact: true }).waitFor();
}

/** By the keyboard: Ctrl+L locks where a key is open, and asks for the next. */
async function unlock(page: Page, name: Name): Promise<void> {
  if ((await page.getByTestId("key-status").textContent()) !== say("people.statusLocked")) {
    await page.keyboard.press("Control+l");
    await page.getByTestId("key-status").getByText(say("people.statusLocked"), { exact: true }).waitFor();
  }
  await page.keyboard.press("Control+l");
  await page.getByTestId("unlock-passphrase").waitFor();
  await page.getByTestId("unlock-person").getByRole("combobox").click();
  await page.getByRole("option", { name, exact: true }).click();
  await page.getByTestId("unlock-passphrase").fill(persons[name].passphrase);
  await page.keyboard.press("Enter");
  await page.getByTestId("key-status").getByText(say("people.statusOpen", { name }), { exact: true }).waitFor();
}

const stateIs = (page: Page, state: "submitted" | "checked" | "agenda" | "approved" | "bid" | "won") =>
  page
    .getByTestId("approval-state")
    .getByText(say("approvals.caption", { state: say(`approvals.state.${state}`) }), { exact: true })
    .waitFor();
const refused = (page: Page, code: string) => page.getByText(say("common.errorCode", { code }), { exact: true }).waitFor();

/** Looks once what was pressed and what opened has come to rest: a colour on its way is none of the theme's. */
async function isSound(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().iterations === Infinity),
  );
  expect(await axeFindings(page)).toEqual([]);
}

describe("two persons take a deal from draft to won", () => {
  it("adds three persons and a house rule of two", async () => {
    const { page } = desk;
    await openWorkbench(page);
    await priced(page);
    await page.keyboard.press("Control+s");
    await page.getByTestId("run-name").fill("委员会稿");
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name: "委员会稿" }), { exact: true }).waitFor();
    await page.getByTestId("nav-people").click();
    await addPerson(page, "王经办");
    await unlock(page, "王经办");
    await addPerson(page, "李复核");
    await addPerson(page, "赵旁观");
    await isSound(page);
    await page.getByTestId("people-page-rules").click();
    for (const field of ["members", "quorum"]) await page.getByTestId(`rule-0-${field}`).fill("2");
    await page.getByTestId("rules-save").click();
    await page.getByText(say("approvals.rulesSaved"), { exact: true }).waitFor();
    await isSound(page);
  });

  it("is handed in by one, checked by the other, and by no third", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+Shift+a");
    await page.getByTestId("submit-asked").fill("24000");
    await page.getByTestId("submit-reasoning").fill("按基准情形，留有余地");
    await page.getByTestId("submit-paper").click();
    await stateIs(page, "submitted");
    await page.getByTestId("step-check").click();
    await refused(page, "person.roleMissing");
    await unlock(page, "赵旁观");
    await page.getByTestId("step-check").click();
    await refused(page, "person.roleMissing");
    await unlock(page, "李复核");
    await page.getByTestId("step-check").click();
    await stateIs(page, "checked");
    await isSound(page);
  });

  it("is voted on by two and approved", async () => {
    const { page } = desk;
    await page.getByTestId("step-agenda").click();
    await stateIs(page, "agenda");
    await page.getByTestId("vote-reason").fill("价格有依据");
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    await page.keyboard.press("Control+Shift+a");
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("[data-testid=vote-reason]")?.value === "价格有依据");
    await page.getByTestId("vote-yes").click();
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>("[data-testid=vote-reason]")?.value === "");
    const tally = (yes: number) =>
      page
        .getByTestId("approval-tally")
        .getByText(new RegExp(`^.*赞成 ${yes}，.*$`))
        .waitFor();
    await tally(1);
    await page.getByTestId("decide").click();
    await refused(page, "approval.noQuorum");
    await unlock(page, "王经办");
    await page.getByTestId("vote-yes").click();
    await tally(2);
    await unlock(page, "李复核");
    await page.getByTestId("decide-conditions").fill("补齐抵押登记");
    await isSound(page);
    await page.getByTestId("decide").click();
    await stateIs(page, "approved");
    await page.getByTestId("paper-limit").getByText("24,000.00 万元", { exact: true }).waitFor();
  });

  it("says on the workbench, in both languages, what is no longer as approved", async () => {
    const { page } = desk;
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    await page.getByTestId("approval-note").waitFor({ state: "detached" });
    await page.getByTestId("hurdle-rate").fill("13");
    const said = `${say("approvals.differs")}: ${say("approvals.differenceOf.inputs")}`;
    await page.getByTestId("approval-note").getByText(said, { exact: true }).waitFor();
    await isSound(page);
    await speak(page, "en");
    const inEnglish = `${textOf("en", "approvals.differs")}: ${textOf("en", "approvals.differenceOf.inputs")}`;
    await page.getByTestId("approval-note").getByText(inEnglish, { exact: true }).waitFor();
    await speak(page, "zh");
    await page.getByTestId("to-approval").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("approval-differs").getByText(said, { exact: true }).waitFor();
    await page.getByTestId("nav-workbench").click();
    await page.getByTestId("hurdle-rate").fill("12");
    await page.getByTestId("approval-note").waitFor({ state: "detached" });
  });

  it("refuses a limit of 0.01 yuan more, and is won by the bidder in the room", async () => {
    const { page } = desk;
    await unlock(page, "王经办");
    await page.keyboard.press("F9");
    await page.getByTestId("bid-edit-terms").click();
    await page.getByTestId("term-listFen").fill("22725.2353");
    await page.getByTestId("term-stepFen").fill("50");
    await page.getByTestId("term-limitFen").fill("24000.000001");
    await page.getByTestId("dialog-save").click();
    await refused(page, "bid.aboveApproval");
    await page.getByTestId("term-limitFen").fill("24000");
    await page.getByTestId("dialog-save").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByTestId("bid-page-card").click();
    await page.getByTestId("card-minutes").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("card-live").waitFor();
    await page.getByTestId("card-own").click();
    await page.getByTestId("card-standing").getByText("22,725.2353 万元", { exact: true }).waitFor();
    await page.getByTestId("card-close").click();
    await page.getByTestId("dialog-save").click();
    await page.getByText(say("bids.card.closed"), { exact: true }).waitFor();
    await page.keyboard.press("Control+Shift+a");
    await stateIs(page, "won");
    expect(desk.pageErrors).toEqual([]);
  });

  it("finds a list that was saved in the trail, by keyboard, until the list is changed", async () => {
    const { page } = desk;
    await page.getByTestId("nav-people").click();
    await page.getByTestId("people-page-trail").click();
    await page.getByTestId("trail-export").click();
    const ofFile = (said: string) =>
      page
        .getByTestId("trail-verdict")
        .getByText(new RegExp(`^留痕\\.csv${said}$`))
        .waitFor();
    await page.getByText(/^已导出 \d+ 行到“留痕\.csv”$/).waitFor();
    await page.getByTestId("trail-find-file").focus();
    await page.keyboard.press("Enter");
    await ofFile("：与第 [\\d,]+ 条（.*）送出时一字不差。");
    await appendFile(join(dataFolder, "留痕.csv"), "一行\r\n");
    await page.keyboard.press("Enter");
    await ofFile("：没有一条留痕送出过这个文件。.*");
    await isSound(page);
    await speak(page, "en");
    await ofFile(": no event let this file out\\. .*");
    await speak(page, "zh");
  });

  it("leaves a trail that verifies in the window, in English too, and by the command until a byte is changed", async () => {
    const { page } = desk;
    await page.getByTestId("nav-people").click();
    await page.getByTestId("people-page-trail").click();
    await page.getByTestId("trail-table").waitFor();
    await page.getByTestId("trail-verify").click();
    await page
      .getByTestId("trail-verdict")
      .getByText(/^完好：.*$/)
      .waitFor();
    await isSound(page);
    await speak(page, "en");
    await page
      .getByTestId("trail-verdict")
      .getByText(/^Sound: .*$/)
      .waitFor();
    await speak(page, "zh");
    await desk.quit();
    isEnded = true;
    let said = "";
    const output = { print: (text: string) => (said += text), complain: (text: string) => (said += text) };
    expect({ code: await runDealdesk(["audit", join(dataFolder, databaseName), "--lang", "en"], "en", output), said }).toMatchObject({ code: 0 });
    const raw = new Sqlite(join(dataFolder, databaseName));
    raw.exec("DROP TRIGGER audit_event_stays; UPDATE audit_event SET kind = 'deals.updatf' WHERE id = 5");
    raw.close();
    said = "";
    expect(await runDealdesk(["audit", join(dataFolder, databaseName), "--lang", "en"], "en", output)).toBe(6);
    expect(said).toBe("Not to be trusted from event 5 on: it was changed.\n");
  });
});
