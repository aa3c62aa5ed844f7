import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemoPrinter, MemoService } from "../../../main/memos/memo-service.ts";
import { inputOf } from "../../../shared/contract/deal-channels.ts";
import { type Memo, memoSchema, type Stratum } from "../../../shared/domain/memo.ts";
import type { MemoParts } from "../../../shared/domain/memo-parts.ts";
import { documentLines, documentParts } from "../../unit/memos/document-parts.ts";
import { noParts, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

/** The least that counts as a PDF of two pages. */
const twoPages = Buffer.from(
  "%PDF-1.4\n1 0 obj <</Type /Pages /Count 2 /Kids [2 0 R 3 0 R]>> endobj\n2 0 obj <</Type /Page>> endobj\n3 0 obj <</Type /Page>> endobj\n",
);

let desk: TestDesk;
let memos: MemoService;
let folder: string;
let runId: number;
let chosenFile: string | null = null;
let suggested = "";
const atOnce = async (): Promise<Uint8Array> => twoPages;
let layOut: MemoPrinter["printToPdf"] = atOnce;
let partsOf: MemoPrinter["partsOf"] = async () => [noParts];
const printed: Memo[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "memo-"));
  desk = openTestDesk(undefined, {
    chooseFile: async (name) => {
      suggested = name;
      return chosenFile;
    },
    printToPdf: (memo, signal) => layOut(memo, signal),
    partsOf: (memo, signal) => partsOf(memo, signal),
    print: async (papers) => {
      printed.push(...papers);
      return true;
    },
  });
  memos = desk.memos;
  const deal = await desk.deals.openSample();
  const { assumptions, cases, bidPriceFen } = await desk.assumptions.model(deal.id);
  await desk.pricing.price(deal.id, { assumptions, cases, bidPriceFen });
  runId = (await desk.runs.save(deal.id, "投决稿")).id;
});

afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const request = () => ({ runId, language: "zh" as const, moneyUnit: "wanYuan" as const });
const sum = (strata: readonly Stratum[], part: (stratum: Stratum) => number) => strata.reduce((total, stratum) => total + part(stratum), 0);

describe("the memo of the sample's saved run", () => {
  it("is whole by the contract", async () => {
    const memo = await memos.preview(request());
    expect(memoSchema.parse(memo)).toEqual(memo);
    expect(memo.run.runHash).toMatch(/^[0-9a-f]{64}$/);
    expect(memo.printedAt).toBe("2025-11-25T08:00:00.000Z");
  });

  it("cuts the package so that every cut adds up to it, to the fen", async () => {
    const { strata, result } = await memos.preview(request());
    for (const lines of Object.values(strata)) {
      expect(sum(lines, (line) => line.loans)).toBe(result.totals.loans);
      expect(sum(lines, (line) => line.upbFen)).toBe(result.totals.upbFen);
      expect(sum(lines, (line) => line.claimFen)).toBe(result.totals.claimFen);
      expect(sum(lines, (line) => line.allocatedFen)).toBe(result.bidPriceFen);
      // Shares are floats: a few units in the last place for each line.
      expect(sum(lines, (line) => line.upbShare)).toBeCloseTo(1, 12);
    }
  });

  it("prints the deal and the market table as they were when the run was saved", async () => {
    const before = await memos.preview(request());
    const deal = await desk.deals.get((await desk.deals.openSample()).id);
    await desk.deals.update(deal.id, { ...inputOf(deal), name: "改名后的项目", cutOffDate: "2020-01-01" });
    await desk.market.saveDeal(null, {
      buyer: "甲",
      seller: "乙",
      reportedOn: "2025-11",
      priceFen: 1,
      principalFen: null,
      claimFen: null,
      kind: "",
      source: "测试",
      note: "",
    });
    expect(await memos.preview(request())).toEqual(before);
    await desk.deals.update(deal.id, inputOf(deal));
  });

  it("lists every rejected row of the tape with its place", async () => {
    const { tape } = await memos.preview(request());
    const { counts, rejections } = tape.report;
    expect(counts.loanRows).toBe(counts.loansKept + counts.loansRejected);
    expect(rejections.length).toBe(counts.loansRejected + counts.collateralRejected);
    expect(rejections.every((finding) => finding.row !== null)).toBe(true);
  });

  it("carries the market's deals without a ratio where no principal is published", async () => {
    const { market } = await memos.preview(request());
    expect(market.deals.length).toBeGreaterThan(0);
    expect(market.averages.length).toBeGreaterThan(0);
    // Only Zhengzhou Bank published its balances.
    const known = market.deals.filter((deal) => deal.priceToPrincipal !== null);
    expect(known.map(({ seller, priceToPrincipal }) => [seller, ((priceToPrincipal ?? 0) * 100).toFixed(2)])).toEqual([["郑州银行 Zhengzhou Bank", "71.89"]]);
  });

  it("tells of the run as it was saved, whatever is edited afterwards", async () => {
    const before = await memos.preview(request());
    const [deal] = await desk.deals.list(false);
    if (deal === undefined) throw new Error("no deal");
    const { assumptions, cases } = await desk.assumptions.model(deal.id);
    await desk.pricing.price(deal.id, { assumptions: { ...assumptions, hurdleRate: 0.3 }, cases, bidPriceFen: 100_000_000 });
    expect(await memos.preview(request())).toEqual(before);
  });

  it("has no memo for a run that is not there", async () => {
    await expect(memos.preview({ ...request(), runId: 999 })).rejects.toMatchObject({ code: "run.notFound" });
  });
});

describe("saving the PDF", () => {
  it("writes the chosen file and answers its name and pages", async () => {
    chosenFile = join(folder, "memo.pdf");
    writeFileSync(chosenFile, "an older memo");
    expect(await memos.savePdf(request())).toEqual({ fileName: "memo.pdf", pages: 2, fileToken: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(readFileSync(chosenFile).equals(twoPages)).toBe(true);
    expect(readdirSync(folder)).toEqual(["memo.pdf"]);
    expect(suggested).toBe("示例农商银行2025年第1期不良资产包 - 投决稿 - 2025-11-25.pdf");
  });

  it("writes nothing where the user cancels", async () => {
    chosenFile = null;
    expect(await memos.savePdf(request())).toBeNull();
  });

  it("says so where the file can't be written, and leaves nothing behind", async () => {
    layOut = async () => {
      throw new Error("laid out for nothing");
    };
    for (const place of [join(folder, "absent", "memo.pdf"), folder]) {
      chosenFile = place;
      await expect(memos.savePdf(request())).rejects.toMatchObject({ code: "file.notWritable" });
    }
    layOut = atOnce;
    expect(readdirSync(folder)).toEqual(["memo.pdf"]);
  });

  it("can be watched and stopped, and then leaves the old file", async () => {
    chosenFile = join(folder, "memo.pdf");
    desk.jobEvents.length = 0;
    layOut = (_memo, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("the window is gone")));
        memos.cancel(desk.jobEvents[0]?.jobId ?? "");
      });
    await expect(memos.savePdf(request())).rejects.toMatchObject({ code: "job.cancelled" });
    layOut = atOnce;
    expect(desk.jobEvents.map(({ kind, state }) => [kind, state])).toEqual([
      ["printMemo", "running"],
      ["printMemo", "cancelled"],
    ]);
    expect(readFileSync(chosenFile).equals(twoPages)).toBe(true);
    expect(readdirSync(folder)).toEqual(["memo.pdf"]);
  });

  it("prints the same memo that it shows", async () => {
    expect(await memos.print(request())).toBe(true);
    expect(printed.at(-1)).toEqual(await memos.preview(request()));
  });

  it("prints the same in the other language behind it where both are wanted", async () => {
    printed.length = 0;
    expect(await memos.print({ ...request(), withTwin: true })).toBe(true);
    expect(printed).toEqual([await memos.preview(request()), await memos.preview({ ...request(), language: "en" })]);
  });
});

describe("saving the document", () => {
  const said = (text: string): MemoParts => ({
    ...noParts,
    parts: [{ kind: "text", style: "body", runs: [{ text, isBold: false, isItalic: false }] }],
  });

  it("packs what the page laid out, and answers the file's name", async () => {
    chosenFile = join(folder, "memo.docx");
    partsOf = async ([memo]) => [said(memo.run.runHash)];
    expect(await memos.saveDocument(request())).toEqual({ fileName: "memo.docx", fileToken: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(suggested).toBe("示例农商银行2025年第1期不良资产包 - 投决稿 - 2025-11-25.docx");
    const text = documentParts(readFileSync(chosenFile)).get("word/document.xml")?.toString("utf8") ?? "";
    expect(documentLines(text).join("")).toBe((await memos.preview(request())).run.runHash);
  });

  it("packs both languages into one, each on pages of its own", async () => {
    chosenFile = join(folder, "memo.docx");
    partsOf = async (papers) => papers.map(({ language }) => said(language));
    await memos.saveDocument({ ...request(), withTwin: true });
    const text = documentParts(readFileSync(chosenFile)).get("word/document.xml")?.toString("utf8") ?? "";
    expect(documentLines(text).filter((line) => line !== "")).toEqual(["zh", "en"]);
    expect(text.match(/<w:sectPr/g)).toHaveLength(2);
  });

  it("leaves the old file where it is stopped, and writes nothing where the user cancels", async () => {
    chosenFile = join(folder, "memo.docx");
    const before = readFileSync(chosenFile);
    desk.jobEvents.length = 0;
    partsOf = async () => {
      memos.cancel(desk.jobEvents[0]?.jobId ?? "");
      return [said("二")];
    };
    await expect(memos.saveDocument(request())).rejects.toMatchObject({ code: "job.cancelled" });
    expect(readFileSync(chosenFile).equals(before)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(["memo.docx", "memo.pdf"]);
    chosenFile = null;
    expect(await memos.saveDocument(request())).toBeNull();
  });
});
