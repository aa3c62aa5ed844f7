import "../desk/zod-without-eval.ts";
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import { createRoot } from "react-dom/client";
import { memoSchema } from "../../shared/domain/memo.ts";
import { memoFailedTitle, memoReadyTitle, readMemoTitle } from "../../shared/memo-title.ts";
import { pageFonts } from "../ui/use-drawn-fonts.ts";
import { MemoDocument } from "./MemoDocument.tsx";

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
  const memo = memoSchema.parse(await response.json());
  document.documentElement.lang = memo.language === "zh" ? "zh-CN" : "en";
  createRoot(host).render(<MemoDocument memo={memo} onLaidOut={() => void announceReady()} />);
}

// An event without an error is no failure of ours, such as an observer's note that it has more to say.
addEventListener("error", ({ error }) => error instanceof Error && announceFailure(error));
addEventListener("unhandledrejection", ({ reason }) => announceFailure(reason));

const host = document.querySelector<HTMLElement>("#memo");
if (host !== null) void showMemo(host);
