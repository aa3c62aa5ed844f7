import "../desk/zod-without-eval.ts";
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import { createRoot } from "react-dom/client";
import { memoSchema } from "../../shared/domain/memo.ts";
import { printedReportSchema } from "../../shared/domain/printed-report.ts";
import { memoFailedTitle, memoReadyTitle, readMemoTitle } from "../../shared/memo-title.ts";
import { pageFonts } from "../ui/use-drawn-fonts.ts";
import { PaperFormContext } from "./blocks/paper-form.ts";
import { collectParts } from "./document/collect-parts.ts";
import { MemoDocument } from "./MemoDocument.tsx";
import { ReportDocument } from "./ReportDocument.tsx";

/** Whatever fails on this page, while reading, drawing or laying out; the first failure is told. */
function announceFailure(error: unknown): void {
  if (readMemoTitle(document.title) === null) document.title = memoFailedTitle(error);
}

const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Paper is not drawn again: it waits for fonts that the screen would give up, and for those of the text that isn't measured. */
async function isDrawn(): Promise<void> {
  await painted();
  await pageFonts.settled();
  await document.fonts.ready;
  await painted();
  await painted();
}

/** What the main process takes from this page, which has no bridge. */
declare global {
  var memoParts: string | undefined;
}

async function showMemo(host: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const token = asked.get("token") ?? location.hash.slice(1);
  const form = asked.get("form") === "parts" ? "parts" : "pages";
  const response = await fetch(`memo-data/${encodeURIComponent(token)}.json`);
  if (!response.ok) throw new Error(`memo data: ${response.status}`);
  const content: unknown = await response.json();
  const report = printedReportSchema.safeParse(content);
  const memos = report.success ? [] : memoSchema.array().min(1).parse(content);
  document.documentElement.lang = (report.data ?? memos[0])?.language === "zh" ? "zh-CN" : "en";
  const tell = async () => {
    await isDrawn();
    if (form === "parts") globalThis.memoParts = JSON.stringify([...host.querySelectorAll(".memo-document")].map(collectParts));
    document.title = memoReadyTitle;
  };
  const waiting = new Set<string>(report.success ? ["report"] : memos.map(({ language }) => language));
  const laidOut = (paper: string) => () => {
    if (waiting.delete(paper) && waiting.size === 0) void tell();
  };
  const root = createRoot(host);
  const papers = memos.map((memo) => <MemoDocument key={memo.language} memo={memo} onLaidOut={laidOut(memo.language)} />);
  const reported = report.data === undefined ? null : <ReportDocument report={report.data} onLaidOut={laidOut("report")} />;
  root.render(<PaperFormContext value={form}>{reported ?? papers}</PaperFormContext>);
}

// An event without an error is no failure of ours, such as an observer's note that it has more to say.
addEventListener("error", ({ error }) => error instanceof Error && announceFailure(error));
addEventListener("unhandledrejection", ({ reason }) => announceFailure(reason));

const host = document.querySelector<HTMLElement>("#memo");
if (host !== null) void showMemo(host);
