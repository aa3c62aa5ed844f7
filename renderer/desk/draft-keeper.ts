import { showError } from "./session-store.ts";

/** Typing is stored at most so often: what a crash takes is younger. */
const keepEveryMs = 500;

interface DraftStore<Content> {
  readonly store: (content: Content) => Promise<unknown>;
  readonly forget: () => Promise<unknown>;
}

interface DraftKeeper<Content> {
  /** Stores the latest content within half a second. */
  readonly keep: (content: Content) => void;
  /** Forgets what waits and what is stored. */
  readonly drop: () => void;
  /** Stores what still waits once the page goes, or the answered function is called. */
  readonly watch: () => () => void;
}

/** Keeps what is being typed without storing every key. */
export function draftKeeper<Content>({ store, forget }: DraftStore<Content>): DraftKeeper<Content> {
  let waiting: { readonly content: Content } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rest = () => {
    clearTimeout(timer);
    timer = undefined;
    const last = waiting;
    waiting = null;
    return last;
  };
  const flush = () => {
    const last = rest();
    if (last !== null) store(last.content).catch(showError);
  };
  return {
    keep: (content) => {
      waiting = { content };
      timer ??= setTimeout(flush, keepEveryMs);
    },
    drop: () => {
      rest();
      forget().catch(showError);
    },
    watch: () => {
      window.addEventListener("pagehide", flush);
      return () => {
        window.removeEventListener("pagehide", flush);
        flush();
      };
    },
  };
}
