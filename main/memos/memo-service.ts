import { basename } from "node:path";
import type { ChannelInput, ChannelOutput } from "../../shared/contract/contract.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import type { PrintedApproval } from "../../shared/domain/approval.ts";
import type { TrailHead } from "../../shared/domain/audit.ts";
import { type Memo, memoSchema } from "../../shared/domain/memo.ts";
import type { MemoForm } from "../../shared/domain/memo-form.ts";
import type { MemoParts } from "../../shared/domain/memo-parts.ts";
import type { PrintedReport } from "../../shared/domain/printed-report.ts";
import type { BridgeService } from "../bridges/bridge-service.ts";
import type { DealService } from "../deals/deal-service.ts";
import { fileNameOf } from "../files/file-name.ts";
import { assertFileWritable, replaceAtomically, writeAtomically } from "../files/write-atomically.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import type { MarketService } from "../market/market-service.ts";
import type { RunService } from "../runs/run-service.ts";
import type { TapeService } from "../tapes/tape-service.ts";
import type { memoTasks } from "./memo-tasks.ts";
import { countPdfPages } from "./pdf-pages.ts";
import { createPrintJobs } from "./print-jobs.ts";
import { suggestedName } from "./suggested-name.ts";

type MemoRequest = ChannelInput<"memos.preview">;
type PrintRequest = ChannelInput<"memos.print">;
/** A memo, and behind it the same in the other language where both are wanted. */
export type MemoPapers = readonly [Memo, ...Memo[]];

/** Where memos come out: the file dialog and the hidden window that lays a memo out. */
export interface MemoPrinter {
  /** Asks where to write a file of the ending that its name has; null where the user cancels. */
  chooseFile(suggestedName: string): Promise<string | null>;
  printToPdf(printed: MemoPapers | PrintedReport, signal: AbortSignal): Promise<Uint8Array>;
  /** What stands on the pages, for a word processor to lay out. */
  partsOf(memos: MemoPapers, signal: AbortSignal): Promise<MemoParts[]>;
  /** Opens the system's print dialog; false where the user cancels. */
  print(memos: MemoPapers, signal: AbortSignal): Promise<boolean>;
}

export interface MemoServiceParts {
  /** What was decided of a run; null where it was never handed in. */
  readonly approval: (runId: number) => Promise<PrintedApproval | null>;
  /** How the desk wants the memo of a deal. */
  readonly form: (dealId: number) => Promise<MemoForm>;
  /** The last event of the trail, which every memo keeps. */
  readonly head: () => Promise<TrailHead | null>;
  readonly deals: Pick<DealService, "get">;
  readonly runs: Pick<RunService, "runForMemo">;
  readonly bridges: Pick<BridgeService, "printed">;
  readonly tapes: Pick<TapeService, "tapeOf">;
  readonly market: Pick<MarketService, "deals" | "averages">;
  readonly jobs: Pick<JobRunner<typeof memoTasks>, "run">;
  readonly printer: MemoPrinter;
  readonly now: () => string;
  readonly onEvent: (event: JobEvent) => void;
  /** Lets the page open a file that was saved, by a token. */
  readonly admit: (path: string) => { readonly fileToken: string };
}

export interface MemoService {
  preview(request: MemoRequest): Promise<Memo>;
  /** Null where the user cancels. */
  savePdf(request: PrintRequest): Promise<ChannelOutput<"memos.savePdf">>;
  /** Null where the user cancels. */
  saveDocument(request: PrintRequest): Promise<ChannelOutput<"memos.saveDocument">>;
  /** Writes the document to a path that the app itself chose. */
  writeDocument(request: MemoRequest, file: string): Promise<void>;
  /** Asks for a file and writes a report that is laid out like a memo. Null where the user cancels. */
  saveReport(report: PrintedReport, fileName: readonly string[]): Promise<ChannelOutput<"memos.savePdf">>;
  /** Writes the PDF to a path that the app itself chose; answers its pages. */
  writePdf(request: MemoRequest, file: string): Promise<number>;
  print(request: PrintRequest): Promise<boolean>;
  /** Stops a print by its job. */
  cancel(jobId: string): void;
}

/** Memos of saved runs. Every figure is the run's own, and so are the deal's facts and the market table; the parse drops what a memo has no place for, such as tokens or ids. */
export function createMemoService({
  approval,
  head,
  form,
  deals,
  runs,
  bridges,
  tapes,
  market,
  jobs: tasks,
  printer,
  now,
  onEvent,
  admit,
}: MemoServiceParts): MemoService {
  const jobs = createPrintJobs(onEvent);
  const recordOfToday = async (dealId: number) => {
    const [deal, averages, reported] = await Promise.all([deals.get(dealId), market.averages(), market.deals()]);
    const unknown = { assumptionSet: null, debtors: null, edits: null, quality: null, company: null, compliance: null, analyses: null, bid: null };
    return { deal, market: { averages, deals: reported }, ...unknown };
  };
  const preview = async ({ runId, fromRunId, language, moneyUnit }: MemoRequest): Promise<Memo> => {
    const { run, tapeId, assumptions, sources, cases, isBidEntered, strata, assetTypes, record } = await runs.runForMemo(runId);
    const [tape, { deal, assumptionSet, market: references, debtors, edits, quality, company, compliance, analyses, bid }] = await Promise.all([
      tapes.tapeOf(tapeId),
      record ?? recordOfToday(run.dealId),
    ]);
    const bridge = fromRunId === undefined ? null : await bridges.printed({ fromId: fromRunId, toId: runId });
    const wanted = await form(run.dealId);
    return memoSchema.parse({
      form: wanted,
      approval: await approval(runId),
      trailHead: await head(),
      bridge,
      language,
      moneyUnit,
      printedAt: now(),
      deal,
      run,
      result: run.result,
      isBidEntered,
      assumptionSet,
      edits,
      quality,
      company,
      compliance,
      analyses,
      bid,
      assumptions,
      sources,
      cases,
      strata,
      assetTypes,
      debtors,
      tape,
      market: references,
    });
  };
  const papersOf = async ({ withTwin = false, ...request }: PrintRequest): Promise<MemoPapers> => {
    const memo = await preview(request);
    return withTwin ? [memo, await preview({ ...request, language: request.language === "zh" ? "en" : "zh" })] : [memo];
  };
  const writePdf = async (printed: MemoPapers | PrintedReport, file: string): Promise<number> => {
    await assertFileWritable(file);
    return jobs.run(async (signal) => {
      const pdf = await printer.printToPdf(printed, signal);
      const pages = countPdfPages(pdf);
      signal.throwIfAborted();
      await writeAtomically(file, pdf);
      return pages;
    });
  };
  const writeDocument = async (memos: MemoPapers, file: string): Promise<void> => {
    await assertFileWritable(file);
    await jobs.run(async (signal) => {
      const papers = await printer.partsOf(memos, signal);
      const [memo] = memos;
      const facts = { title: `${memo.deal.name} - ${memo.run.name}`, language: memo.language };
      await replaceAtomically(file, (temporary) => tasks.run("memoDocument", { papers, file: temporary, ...facts }, { kind: null, signal }));
    });
  };
  return {
    preview,
    saveDocument: async (request) => {
      const memos = await papersOf(request);
      const file = await printer.chooseFile(suggestedName(memos[0], "docx"));
      if (file === null) return null;
      await writeDocument(memos, file);
      return { fileName: basename(file), fileToken: admit(file).fileToken };
    },
    writeDocument: async (request, file) => writeDocument([await preview(request)], file),
    savePdf: async (request) => {
      const memos = await papersOf(request);
      const file = await printer.chooseFile(suggestedName(memos[0], "pdf"));
      if (file === null) return null;
      return { fileName: basename(file), pages: await writePdf(memos, file), fileToken: admit(file).fileToken };
    },
    saveReport: async (report, fileName) => {
      const file = await printer.chooseFile(fileNameOf(fileName, "pdf"));
      if (file === null) return null;
      return { fileName: basename(file), pages: await writePdf(report, file), fileToken: admit(file).fileToken };
    },
    writePdf: async (request, file) => writePdf([await preview(request)], file),
    print: async (request) => {
      const memos = await papersOf(request);
      return jobs.run((signal) => printer.print(memos, signal));
    },
    cancel: jobs.cancel,
  };
}
