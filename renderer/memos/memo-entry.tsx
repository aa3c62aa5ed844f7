import "../desk/zod-without-eval.ts";
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import { createRoot } from "react-dom/client";
import { memoSchema } from "../../shared/domain/memo.ts";
import { MemoDocument } from "./MemoDocument.tsx";

/** Main waits for one of these titles. */
const titles = { ready: "memo-ready", failed: "memo-failed" };

/** The page is drawn once the browser has painted twice. */
function announceReady(): void {
  requestAnimationFrame(() => requestAnimationFrame(() => void (document.title = titles.ready)));
}

async function showMemo(host: HTMLElement): Promise<void> {
  const token = new URLSearchParams(location.search).get("token") ?? location.hash.slice(1);
  const response = await fetch(`memo-data/${encodeURIComponent(token)}.json`);
  if (!response.ok) throw new Error(`memo data: ${response.status}`);
  const memo = memoSchema.parse(await response.json());
  document.documentElement.lang = memo.language === "zh" ? "zh-CN" : "en";
  createRoot(host).render(<MemoDocument memo={memo} onLaidOut={announceReady} />);
}

const host = document.querySelector<HTMLElement>("#memo");
if (host !== null) {
  showMemo(host).catch(() => {
    document.title = titles.failed;
  });
}
