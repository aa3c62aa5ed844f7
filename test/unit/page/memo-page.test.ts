import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { loadMemoPage } from "../../../main/page/memo-page.ts";
import { memoFailedTitle, memoReadyTitle, readMemoTitle } from "../../../shared/memo-title.ts";

/** Far beyond any test: what is told must be heard at once. */
const limitMs = 30_000;

/** A window that does what a page would make it do, once it is loaded. */
function windowThat(after: (window: EventEmitter & { readonly webContents: EventEmitter }) => void) {
  const window = Object.assign(new EventEmitter(), {
    webContents: new EventEmitter(),
    loadURL: async () => {
      window.webContents.emit("page-title-updated", {}, "memo");
      after(window);
    },
  });
  return window;
}
const tell = (title: string) => windowThat(({ webContents }) => webContents.emit("page-title-updated", {}, title));

describe("waiting for the page of a memo", () => {
  it("ends when the page says that the memo stands", async () => {
    await expect(loadMemoPage(tell(memoReadyTitle), "app://desk/memo.html", limitMs)).resolves.toBeUndefined();
  });

  it("fails at once with the page's own reason", async () => {
    const title = memoFailedTitle(new TypeError("no such\n section"));
    await expect(loadMemoPage(tell(title), "app://desk/memo.html", limitMs)).rejects.toThrow("the memo page failed: TypeError: no such section");
  });

  it("fails when the page ends, its window is closed, or it never loads", async () => {
    const ended = windowThat(({ webContents }) => webContents.emit("render-process-gone"));
    await expect(loadMemoPage(ended, "app://desk/memo.html", limitMs)).rejects.toThrow("ended");
    const closed = windowThat((window) => window.emit("closed"));
    await expect(loadMemoPage(closed, "app://desk/memo.html", limitMs)).rejects.toThrow("closed");
    const absent = { webContents: new EventEmitter(), once: () => undefined, loadURL: () => Promise.reject(new Error("ERR_FAILED")) };
    await expect(loadMemoPage(absent, "app://desk/memo.html", limitMs)).rejects.toThrow("did not load");
  });

  it("gives up on a page that says nothing", async () => {
    await expect(
      loadMemoPage(
        windowThat(() => undefined),
        "app://desk/memo.html",
        20,
      ),
    ).rejects.toThrow("not ready in time");
  });
});

it("a title tells of a memo, or of nothing", () => {
  expect(readMemoTitle("memo")).toBeNull();
  expect(readMemoTitle(memoReadyTitle)).toEqual({ state: "ready" });
  expect(readMemoTitle(memoFailedTitle("broken"))).toEqual({ state: "failed", reason: "broken" });
});
