const ready = "memo-ready";
const failed = "memo-failed";
/** Enough for a sentence of what went wrong. */
const longestTitle = 300;

/** The page of a memo has no bridge: by its title it tells the main process that the memo stands, */
export const memoReadyTitle: string = ready;

/** or why it does not. */
export function memoFailedTitle(error: unknown): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `${failed} ${reason}`.replace(/\s+/g, " ").slice(0, longestTitle);
}

/** What a title tells; null where it tells nothing of a memo. */
export function readMemoTitle(title: string): { readonly state: "ready" } | { readonly state: "failed"; readonly reason: string } | null {
  if (title === ready) return { state: "ready" };
  return title.startsWith(`${failed} `) ? { state: "failed", reason: title.slice(failed.length + 1) } : null;
}
