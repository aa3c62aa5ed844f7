import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import type { TapeRecord } from "../../shared/contract/tape-channels.ts";
import { formatMoney } from "../../shared/format.ts";
import { memoEn } from "../../shared/locales/en/memo-en.ts";
import { memoZh } from "../../shared/locales/zh/memo-zh.ts";
import { readMemoTitle } from "../../shared/memo-title.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { pagesSaid } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

const folder = mkdtempSync(join(tmpdir(), "memo-e2e-"));
const fileOf = { zh: join(folder, "zh.pdf"), en: join(folder, "en.pdf") };
const bothFile = join(folder, "both.pdf");
const thirdFile = join(folder, "again.pdf");
const words = { zh: memoZh, en: memoEn };
const statedPages = { zh: 0, en: 0 };
let desk: DeskWindow;
let run: PricingRun;
let tape: TapeRecord;

beforeAll(async () => {
  desk = await openDesk({ dialogs: { save: [fileOf.zh, fileOf.en, bothFile, thirdFile] } });
  const saved = await desk.page.evaluate(async () => {
    const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
      if (result.ok) return result.value;
      throw new Error(result.code);
    };
    const deal = valueOf(await window.desk.call("deals.openSample", undefined));
    const { assumptions, cases, bidPriceFen } = valueOf(await window.desk.call("assumptions.model", { dealId: deal.id }));
    valueOf(await window.desk.call("pricing.price", { dealId: deal.id, edit: { assumptions, cases, bidPriceFen } }));
    valueOf(await window.desk.call("simulation.run", { dealId: deal.id }));
    const savedRun = valueOf(await window.desk.call("runs.save", { dealId: deal.id, name: "投决稿", caseName: "base" }));
    const [record] = valueOf(await window.desk.call("tapes.list", { dealId: deal.id }));
    await window.desk.call("settings.update", { language: "zh", moneyUnit: "wanYuan" });
    return { run: savedRun, tape: record };
  });
  run = saved.run;
  if (saved.tape === undefined) throw new Error("the sample has no tape");
  tape = saved.tape;
  await desk.page.goto(`app://desk/index.html#memo=${run.dealId}`);
  await desk.page.reload();
  for (const language of ["zh", "en"] as const) {
    if (language === "en") {
      await desk.page.getByLabel(memoZh.screen.language, { exact: true }).click();
      await desk.page.getByRole("option", { name: memoZh.screen.languageEn, exact: true }).click();
      await desk.page.getByRole("heading", { name: memoEn.title, exact: true }).waitFor();
    }
    await desk.page.getByTestId("memo-save-pdf").click();
    statedPages[language] = await pagesSaid(desk.page, "zh", `${language}.pdf`);
  }
});

afterAll(async () => {
  await desk?.quit();
  if (desk) await removeFolder(desk.dataFolder);
  rmSync(folder, { recursive: true });
});

const pagesOf = (file: string) => execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);

interface Word {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every word of the file with its box. */
function wordsOf(file: string): Word[] {
  const pages = execFileSync("pdftotext", ["-bbox", file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 })
    .split("<page ")
    .slice(1);
  return pages.flatMap((text, page) =>
    [...text.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g)].map(
      ([, left, top, right, bottom, word = ""]): Word => ({
        text: word,
        page,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      }),
    ),
  );
}

/** Chinese brackets that meet, such as 》（, share the half sign of blank that each has. */
const sharedBlank = (one: Word, other: Word) =>
  /[》）」】，。；、：]$/.test(one.text) || /^[（《「【]/.test(other.text) ? (Math.min(one.bottom - one.top, other.bottom - other.top) / 1.448) * 0.5 : 0;

/** Words that lie over each other by more than a hair across and half a line down; a word's box is higher than its line. */
const wordsOver = (words: readonly Word[]): string[] =>
  words.flatMap((one, index) =>
    words.slice(index + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const [left, right] = one.left <= other.left ? [one, other] : [other, one];
      const isOver =
        one.page === other.page && across > 0.75 + sharedBlank(left, right) && down > 0.5 * Math.min(one.bottom - one.top, other.bottom - other.top);
      return isOver ? [`page ${one.page + 1}: ${one.text} / ${other.text}`] : [];
    }),
  );

/** Share of pixels darker than mid-grey in a page's grey picture (binary PGM). */
function inkOf(picture: Buffer): number {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.subarray(0, 40).toString("latin1"));
  if (header === null) throw new Error("not a grey picture");
  const pixels = picture.subarray(header[0].length);
  return pixels.reduce((dark, grey) => dark + (grey < 128 ? 1 : 0), 0) / pixels.length;
}

describe.each(["zh", "en"] as const)("the memo in %s", (language) => {
  it("has the pages that the app states, each with its number and the run's hash", () => {
    const pages = pagesOf(fileOf[language]);
    expect(pages.length).toBe(statedPages[language]);
    pages.forEach((text, index) => {
      expect(text).toContain(run.runHash);
      expect(text.replace(/\s+/g, "")).toContain(
        words[language].pageOf
          .replace("{{page}}", String(index + 1))
          .replace("{{pages}}", String(pages.length))
          .replace(/\s+/g, ""),
      );
    });
  });

  it("says the bid, every rejected row and the signatures", () => {
    const text = pagesOf(fileOf[language]).join("\n");
    expect(text).toContain(formatMoney(run.result.bidPriceFen, "wanYuan"));
    const lines = text.split("\n");
    expect(tape.report.rejections.length).toBeGreaterThan(0);
    for (const finding of tape.report.rejections) {
      // A long reason goes on in the next line.
      const reason = textOf(language, `tape.code.${finding.code}`).slice(0, 8);
      expect(lines.some((line) => line.includes(finding.sheet) && line.includes(` ${finding.row} `) && line.includes(reason))).toBe(true);
    }
    for (const role of ["prepared", "reviewed", "approved"] as const) expect(text).toContain(words[language].signatures[role]);
  });

  it("says what it is and how to enter it: title, tags, language, bookmarks", () => {
    const facts = execFileSync("pdfinfo", [fileOf[language]], { encoding: "utf8" });
    expect(facts).toMatch(/^Title: +示例农商银行2025年第1期不良资产包 - 投决稿$/m);
    expect(facts).toMatch(/^Tagged: +yes$/m);
    const raw = readFileSync(fileOf[language]).toString("latin1");
    expect(raw).toMatch(language === "zh" ? /\/Lang \(zh-CN\)/ : /\/Lang \(en\)/);
    expect(raw).toContain("/Outlines ");
    const kinds = execFileSync("pdfinfo", ["-struct", fileOf[language]], { encoding: "utf8" }).match(/\b(?:H1|H2|H3|Table|TH)\b/g);
    expect([...new Set(kinds)].sort()).toEqual(["H1", "H2", "H3", "TH", "Table"]);
  });

  it("embeds every font as outlines", () => {
    const fonts = execFileSync("pdffonts", [fileOf[language]], { encoding: "utf8" }).trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter((line) => line.includes("Type 3") || !/\b(?:Identity-H|WinAnsi|Custom)\s+yes\s/.test(line))).toEqual([]);
    expect(fonts.filter((line) => !line.includes("NotoSansSC"))).toEqual([]);
  });

  it("sets no word over another, the chart's legend included", () => {
    const placed = wordsOf(fileOf[language]);
    for (const part of ["collateral", "cumulative"] as const) {
      const legend = words[language].flows[part].split(" ")[0] ?? "";
      expect(placed.some(({ text }) => text.includes(legend))).toBe(true);
    }
    expect(wordsOver(placed)).toEqual([]);
  });

  it("has ink on every page", () => {
    execFileSync("pdftoppm", ["-r", "40", "-gray", fileOf[language], join(folder, language)]);
    const pictures = readdirSync(folder).filter((name) => name.startsWith(`${language}-`));
    expect(pictures.length).toBe(statedPages[language]);
    for (const name of pictures) expect(inkOf(readFileSync(join(folder, name)))).toBeGreaterThan(0.002);
  });
});

const numberSigns = /-?\d+(?:,\d{3})*(?:\.\d+)?/g;
/** Hyphens part the signs of dates and names; what is below nothing has a minus. */
const plainText = (text: string) => text.normalize("NFKC").replaceAll("-", " ").replaceAll("−", "-");

/** Hashes, in one piece or broken over lines, stand for no number. */
function withoutHashes(text: string, hashes: readonly string[]): string {
  const tokens = text.split(/(\s+)/);
  for (const hash of hashes) {
    for (const [start, token] of tokens.entries()) {
      if (token.length < 16 || !hash.startsWith(token)) continue;
      let read = 0;
      for (let at = start; at < tokens.length && read < hash.length; at += 1) {
        const part = tokens[at] ?? "";
        const isNext = part.length > 0 && hash.startsWith(part, read) && (part.length > 3 || read + part.length === hash.length);
        if (!isNext) continue;
        tokens[at] = "";
        read += part.length;
      }
    }
  }
  return tokens.join("");
}

/** Every number of a memo's text but those at the head and foot of its pages, of its sections and of the unit's name; what was done until it was printed is another each time. */
function numbersIn(text: string, language: "zh" | "en", hashes: readonly string[]): string[] {
  const others = [run.runHash, words[language].confidential, textOf(language, "approvals.print.trail")];
  const lines = text.split("\n").filter((line) => !others.some((other) => line.includes(other)));
  const body = withoutHashes(plainText(lines.join("\n")), hashes);
  return (language === "en" ? body.replaceAll(/^ *\d+\. (?=[A-Z])|10k(?= yuan)/gm, "") : body).match(numberSigns) ?? [];
}

/** What is left of a list once each of the others was taken away once. */
function without(these: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return these.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

it("both languages say the same numbers, but for those of texts that each language has of its own", async () => {
  const memo = await desk.page.evaluate(async (runId) => {
    const answer = await window.desk.call("memos.preview", { runId, language: "zh", moneyUnit: "wanYuan" });
    if (!answer.ok) throw new Error(answer.code);
    return answer.value;
  }, run.id);
  const hashes = [memo.tape.fileSha256, memo.run.inputsHash, memo.run.contentHash, memo.compliance?.packHash, memo.analyses?.simulation?.pathsHash].filter(
    (hash) => typeof hash === "string",
  );
  /** Sources, rules and the definition of a price are written in either language: 5,000万 and 50 m. */
  const ownTexts = (language: "zh" | "en") => {
    const rules = (memo.compliance?.rules ?? []).filter(({ code }) => memo.compliance?.verdicts.some((verdict) => verdict.code === code));
    return [
      words[language].decision.definition,
      ...Object.values(memo.sources).map(({ sourceZh, sourceEn }) => (language === "zh" ? sourceZh : sourceEn)),
      ...rules.map(({ textZh, textEn }) => (language === "zh" ? textZh : textEn)),
      ...memo.market.averages.filter(({ base }) => base === "principal").map(({ source }) => inOneLanguage(source, language)),
    ];
  };
  const said = (language: "zh" | "en") => {
    const own = ownTexts(language).flatMap((text) => plainText(text).match(numberSigns) ?? []);
    return without(numbersIn(pagesOf(fileOf[language]).join("\n"), language, hashes), own);
  };
  const [zh, en] = [said("zh"), said("en")];
  expect(zh.length).toBeGreaterThan(1000);
  expect({ zh: without(zh, en), en: without(en, zh) }).toEqual({ zh: [], en: [] });
});

describe("in both languages, one behind the other", () => {
  let pages: string[] = [];
  let said = 0;
  beforeAll(async () => {
    const { page } = desk;
    await page.getByLabel(memoZh.screen.language, { exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("End");
    await page.getByRole("option", { name: memoZh.screen.languageBoth, exact: true }).press("Enter");
    await page.getByRole("heading", { name: memoZh.title, exact: true }).waitFor();
    await page.getByRole("heading", { name: memoEn.title, exact: true }).waitFor();
    await page.getByTestId("memo-save-pdf").click();
    said = await pagesSaid(page, "zh", "both.pdf");
    pages = pagesOf(bothFile);
  });

  it("has the Chinese memo's pages, then the English one's, each counted by itself", () => {
    expect(said).toBe(statedPages.zh + statedPages.en);
    const ends = [statedPages.zh, statedPages.zh + statedPages.en].map((last) => pages[last - 1] ?? "");
    const [zh = "", en = ""] = ends.map((text) => text.replace(/\s+/g, " "));
    expect(zh).toContain(memoZh.pageOf.replace("{{page}}", String(statedPages.zh)).replace("{{pages}}", String(statedPages.zh)));
    expect(en).toContain(memoEn.pageOf.replace("{{page}}", String(statedPages.en)).replace("{{pages}}", String(statedPages.en)));
    expect(pages[statedPages.zh]).toContain(memoEn.title);
  });

  it("says what each says alone, and no word stands over another", () => {
    const numbersOf = (some: readonly string[], language: "zh" | "en") => numbersIn(some.join("\n"), language, []);
    expect(numbersOf(pages.slice(0, statedPages.zh), "zh")).toEqual(numbersOf(pagesOf(fileOf.zh), "zh"));
    expect(numbersOf(pages.slice(statedPages.zh), "en")).toEqual(numbersOf(pagesOf(fileOf.en), "en"));
    expect(wordsOver(wordsOf(bothFile))).toEqual([]);
  });
});

describe("once it is saved", () => {
  it("is opened, or shown in its folder, from the message", async () => {
    // Nothing on this system may open a window of its own.
    await desk.app.evaluate(({ shell }) => {
      const asked: string[] = [];
      Object.assign(globalThis, { asked });
      shell.openPath = async (path) => {
        asked.push(`open ${path}`);
        return "";
      };
      shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
    });
    await desk.page.getByTestId("memo-save-pdf").click();
    await pagesSaid(desk.page, "zh", "again.pdf");
    await desk.page.getByRole("button", { name: textOf("zh", "common.open"), exact: true }).click();
    await desk.page.getByRole("button", { name: textOf("zh", "common.showInFolder"), exact: true }).click();
    expect(await desk.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([`open ${thirdFile}`, `show ${thirdFile}`]);
  });

  it("is neither where the page makes up a token", async () => {
    const answers = await desk.page.evaluate(
      (token) => Promise.all([window.desk.call("app.openSaved", { fileToken: token }), window.desk.call("app.showSaved", { fileToken: token })]),
      "0".repeat(32),
    );
    expect(answers.map((answer) => !answer.ok && answer.code)).toEqual(["file.notFound", "file.notFound"]);
  });
});

it("a memo that can't be read is told at once, with the reason", async () => {
  const title = await desk.app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } });
    const told = new Promise<string>((resolve) =>
      window.webContents.on("page-title-updated", (_event, text) => {
        if (text !== "memo") resolve(text);
      }),
    );
    await window.loadURL(`app://desk/memo.html?token=${"0".repeat(32)}`);
    const text = await told;
    window.destroy();
    return text;
  });
  expect(readMemoTitle(title)).toEqual({ state: "failed", reason: "Error: memo data: 404" });
});

it("the memo screen reports no error", () => expect(desk.pageErrors).toEqual([]));
