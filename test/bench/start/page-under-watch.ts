import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const limitMs = 60_000;
const lookEveryMs = 5;

interface Target {
  readonly targetId: string;
  readonly type: string;
  readonly url: string;
}

/** A page of an app that was started with `--remote-debugging-port=0`, watched from outside: nothing of a driver runs in the app while it starts. */
export interface WatchedPage {
  /** Waits until an element is laid out, and answers the middle of it. */
  waitFor(selector: string): Promise<{ readonly x: number; readonly y: number }>;
  click(place: { readonly x: number; readonly y: number }): Promise<void>;
  close(): Promise<void>;
}

/** Attaches to the first page whose address fits. */
export async function watchPage(userData: string, isPage: (url: string) => boolean): Promise<WatchedPage> {
  const until = Date.now() + limitMs;
  const portFile = join(userData, "DevToolsActivePort");
  const look = async <T>(what: string, find: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const found = await find();
      if (found !== undefined) return found;
      if (Date.now() > until) throw new Error(`${what} was not there in time`);
      await pause(lookEveryMs);
    }
  };
  const [port, path] = await look("the app's port", async () => {
    const lines = existsSync(portFile) ? readFileSync(portFile, "utf8").trim().split("\n") : [];
    return lines.length === 2 ? lines : undefined;
  });
  const ask = await connect(`ws://127.0.0.1:${port}${path}`);
  const { targetId } = await look("the page", async () => {
    const { targetInfos } = (await ask("Target.getTargets")) as { targetInfos: readonly Target[] };
    return targetInfos.find(({ type, url }) => type === "page" && isPage(url));
  });
  const { sessionId } = (await ask("Target.attachToTarget", { targetId, flatten: true })) as { sessionId: string };
  const placeOf = (selector: string) => `(() => {
    const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect();
    return box && box.width > 0 ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  })()`;
  return {
    waitFor: (selector) =>
      look(selector, async () => {
        // A page that is just being loaded throws the question away.
        const answer = (await ask("Runtime.evaluate", { expression: placeOf(selector), returnByValue: true }, sessionId).catch(() => null)) as {
          readonly result?: { readonly value?: { readonly x: number; readonly y: number } };
        } | null;
        return answer?.result?.value ?? undefined;
      }),
    click: async (place) => {
      for (const type of ["mousePressed", "mouseReleased"]) await ask("Input.dispatchMouseEvent", { type, ...place, button: "left", clickCount: 1 }, sessionId);
    },
    close: async () => void (await ask("Browser.close").catch(() => undefined)),
  };
}

/** The protocol of Chromium's own inspector. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((settle, reject) => {
    socket.addEventListener("open", settle);
    socket.addEventListener("error", () => reject(new Error("the app's port did not answer")));
  });
  const waiting = new Map<number, { readonly settle: (value: unknown) => void; readonly reject: (reason: Error) => void }>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } };
    const asked = id === undefined ? undefined : waiting.get(id);
    if (id !== undefined) waiting.delete(id);
    if (error === undefined) asked?.settle(result);
    else asked?.reject(new Error(error.message));
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("the app closed its port"));
  });
  let questions = 0;
  return (method: string, params: unknown = {}, sessionId?: string) => {
    questions += 1;
    const id = questions;
    return new Promise<unknown>((settle, reject) => {
      waiting.set(id, { settle, reject });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  };
}
