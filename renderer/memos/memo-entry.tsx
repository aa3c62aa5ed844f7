import "../desk/zod-without-eval.ts";
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import { createRoot } from "react-dom/client";
import { memoSchema } from "../../shared/domain/memo.ts";
import { printedReportSchema } from "../../shared/domain/printed-report.ts";
import { memoFailedTitle, memoReadyTitle, readMemoTitle } from "../../shared/memo-title.ts";
import { pageFonts } from "../ui/use-drawn-fonts.ts";
import { MemoDocument } from "./MemoDocument.tsx";
import { ReportDocument } from "./ReportDocument.tsx";

/** Whatever fails on this page, while reading, drawing or laying out; the first failure is told. */
function announceFailure(error: unknown): void {
  if (readMemoTitle(document.title) === null) document.title = memoFailedTitle(error);
}

const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Paper is not drawn again: it waits for fonts that the screen would give up, and for those of the text that isn't measured. */
async function announceReady(): Promise<void> {
  await painted();
  await pageFonts.settled();
  await document.fonts.ready;
  await painted();
  await painted();
  document.title = memoReadyTitle;
}

async function showMemo(host: HTMLElement): Promise<void> {
  const token = new URLSearchParams(location.search).get("token") ?? location.hash.slice(1);
  const response = await fetch(`memo-data/${encodeURIComponent(token)}.json`);
  if (!response.ok) throw new Error(`memo data: ${response.status}`);
  const content: unknown = await response.json();
  const report = printedReportSchema.safeParse(content);
  const memo = report.success ? null : memoSchema.parse(content);
  document.documentElement.lang = (memo ?? report.data)?.language === "zh" ? "zh-CN" : "en";
  const onLaidOut = () => void announceReady();
  const root = createRoot(host);
  if (memo !== null) root.render(<MemoDocument memo={memo} onLaidOut={onLaidOut} />);
  else if (report.data !== undefined) root.render(<ReportDocument report={report.data} onLaidOut={onLaidOut} />);
}

// An event without an error is no failure of ours, such as an observer's note that it has more to say.
addEventListener("error", ({ error }) => error instanceof Error && announceFailure(error));
addEventListener("unhandledrejection", ({ reason }) => announceFailure(reason));

const host = document.querySelector<HTMLElement>("#memo");
if (host !== null) void showMemo(host);
