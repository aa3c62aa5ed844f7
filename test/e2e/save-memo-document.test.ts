import { execFile, execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import { documentLines, documentParts } from "../unit/memos/document-parts.ts";
import { axeFindings } from "./axe-findings.ts";
import { pagesSaid, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

/** Where it isn't installed, opening the document there is skipped; .ci/run says that it must be there. */
const hasOffice = spawnSync("soffice", ["--version"]).status === 0 && existsSync("/usr/lib/libreoffice/program/libswlo.so");
const isRequired = process.env["AMC_LIBREOFFICE"] === "required";
const languages = ["zh", "en"] as const;
const folder = mkdtempSync(join(tmpdir(), "memo-document-"));
const fileOf = (language: "zh" | "en", ending: string) => join(folder, `${language}.${ending}`);
const ownWords = "委员会须知 =1+1 <b>";
const shown = { zh: "", en: "" };
const drawn = { zh: "", en: "" };
let desk: DeskWindow;
let runHash = "";

/** What stands on the pages of the preview, less what is drawn and the heads that a table repeats; and what is drawn. */
const textOnScreen = () =>
  desk.page.evaluate(() => {
    const bodies = [...document.querySelectorAll(".memo-preview .memo-page-body")].map((body) => body.cloneNode(true) as HTMLElement);
    const drawn = bodies.flatMap((body) => [...body.querySelectorAll("figure, svg")].map((figure) => figure.textContent ?? ""));
    for (const body of bodies) {
      for (const figure of body.querySelectorAll("figure, svg")) figure.remove();
      for (const item of body.querySelectorAll("li")) item.prepend("•");
      for (const head of body.querySelectorAll("table[data-continued] thead")) head.remove();
    }
    return { text: bodies.map((body) => body.textContent ?? "").join(""), drawn: drawn.join(" ") };
  });

beforeAll(async () => {
  const save = languages.flatMap((language) => [fileOf(language, "docx"), fileOf(language, "pdf")]);
  desk = await openDesk({ dialogs: { save } });
  const { page } = desk;
  const saved = await page.evaluate(async (words) => {
    const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
      if (result.ok) return result.value;
      throw new Error(result.code);
    };
    const deal = valueOf(await window.desk.call("deals.openSample", undefined));
    const { assumptions, cases, bidPriceFen } = valueOf(await window.desk.call("assumptions.model", { dealId: deal.id }));
    valueOf(await window.desk.call("pricing.price", { dealId: deal.id, edit: { assumptions, cases, bidPriceFen } }));
    valueOf(await window.desk.call("simulation.run", { dealId: deal.id }));
    const run = valueOf(await window.desk.call("runs.save", { dealId: deal.id, name: "投决稿", caseName: "base" }));
    const form = valueOf(await window.desk.call("memos.form", { dealId: deal.id }));
    const text = { type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: words }] }] };
    // Own words, one section left out, another moved up.
    const sections = form.sections.map((section) => ({
      ...section,
      isOn: section.key !== "limits",
      ...(section.key === "facts" ? { textZh: text, textEn: text } : {}),
    }));
    const moved = sections.splice(5, 1);
    sections.splice(2, 0, ...moved);
    valueOf(await window.desk.call("memos.saveForm", { dealId: deal.id, form: { ...form, sections } }));
    return { dealId: deal.id, runHash: run.runHash };
  }, ownWords);
  runHash = saved.runHash;
  await page.goto(`app://desk/index.html#memo=${saved.dealId}`);
  await page.reload();
});

afterAll(async () => {
  await desk?.quit();
  if (desk) await removeFolder(desk.dataFolder);
  rmSync(folder, { recursive: true });
});

const partOf = (language: "zh" | "en", name: string) =>
  documentParts(readFileSync(fileOf(language, "docx")))
    .get(name)
    ?.toString("utf8") ?? "";
const bare = (text: string) => text.replaceAll(/\s+/g, "");
const numbersIn = (text: string) =>
  text
    .normalize("NFKC")
    .replaceAll("−", "-")
    .match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? [];

/** What is left of a list once each of the others was taken away once. */
function without(these: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return these.filter((one) => {
    const has = left.get(one) ?? 0;
    left.set(one, has - 1);
    return has <= 0;
  });
}

describe.each(languages)("the memo as a Word document in %s", (language) => {
  it("is saved by keyboard from beside the PDF, and told", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.reload();
    await page.getByRole("heading", { name: textOf(language, "memo.title"), exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const { text, drawn: said } = await textOnScreen();
    shown[language] = text;
    drawn[language] = said;
    await page.getByRole("button", { name: textOf(language, "memo.screen.saveDocument"), exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByText(textOf(language, "memo.screen.savedDocument", { fileName: `${language}.docx` }), { exact: true }).waitFor();
    await page.getByTestId("memo-save-pdf").click();
    await pagesSaid(page, language, `${language}.pdf`);
  });

  it("says word for word, in the same order, what stands on the pages", () => {
    const said = documentLines(partOf(language, "word/document.xml")).join("");
    expect(bare(said)).toContain(bare(ownWords));
    expect(bare(said).length).toBeGreaterThan(10_000);
    expect(bare(said)).toBe(bare(shown[language]));
  });

  it("has every number of the PDF but those that are drawn, and none of its own", () => {
    const pdf = execFileSync("pdftotext", ["-layout", fileOf(language, "pdf"), "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
    const [inPdf, inDocument] = [numbersIn(pdf), numbersIn(documentLines(partOf(language, "word/document.xml")).join("\n"))];
    expect(inDocument.length).toBeGreaterThan(1000);
    // Amounts with decimals break over no line.
    const figures = (numbers: readonly string[]) => numbers.filter((number) => /\.\d/.test(number));
    expect(without(figures(inDocument), figures(inPdf))).toEqual([]);
    expect(without(figures(inPdf), [...figures(inDocument), ...figures(numbersIn(drawn[language]))])).toEqual([]);
  });

  it("has tables, pictures of the charts, the marks above, the run's hash and the page below", () => {
    const part = partOf(language, "word/document.xml");
    expect(part.match(/<w:tbl>/g)?.length).toBeGreaterThan(20);
    expect(part.match(/<pic:pic /g)?.length).toBeGreaterThan(4);
    const mark = `${textOf(language, "memo.confidential")} · ${textOf(language, "approvals.print.draft")}`;
    expect(documentLines(partOf(language, "word/header1.xml")).join("")).toContain(mark);
    const foot = partOf(language, "word/footer1.xml");
    expect(documentLines(foot).join("")).toContain(runHash);
    expect([...foot.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, field]) => field)).toEqual(["PAGE", "NUMPAGES"]);
  });
});

describe("LibreOffice", () => {
  it("is there where it must be", () => expect([hasOffice, isRequired]).not.toEqual([false, true]));

  it.skipIf(!hasOffice)(
    "opens both without repair, with every number in its text (skipped where LibreOffice Writer is not installed)",
    async () => {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const out = join(folder, "office");
      for (const form of ["pdf", "txt:Text (encoded):UTF8"])
        await promisify(execFile)("soffice", [profile, "--headless", "--convert-to", form, "--outdir", out, ...languages.map((one) => fileOf(one, "docx"))], {
          timeout: 300_000,
        });
      for (const language of languages) {
        const facts = execFileSync("pdfinfo", [join(out, `${language}.pdf`)], { encoding: "utf8" });
        expect(Number(/^Pages: +(\d+)$/m.exec(facts)?.[1])).toBeGreaterThan(8);
        // A number in a narrow cell may go on in the next line of the page, but not of the text.
        const [read, written] = [readFileSync(join(out, `${language}.txt`), "utf8"), documentLines(partOf(language, "word/document.xml")).join("\n")];
        expect(without(numbersIn(written), numbersIn(read))).toEqual([]);
      }
    },
    400_000,
  );
});

it("the memo screen reports no error", () => expect(desk.pageErrors).toEqual([]));
