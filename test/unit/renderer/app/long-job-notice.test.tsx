// @vitest-environment jsdom
import { cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { useLongJobNotice } from "../../../../renderer/app/use-long-job-notice.ts";
import { i18n } from "../../../../renderer/desk/i18n.ts";
import { useSession } from "../../../../renderer/desk/session-store.ts";

const call = vi.fn<(channel: string, input: unknown) => Promise<object>>(async () => ({ ok: true, value: undefined }));
const job = { jobId: "7", kind: "importTape", state: "running", progress: 0.5 } as const;
let now = 0;
let isLookedAt = false;

beforeEach(async () => {
  await i18n.changeLanguage("en");
  call.mockClear();
  now = 0;
  Object.defineProperty(window, "desk", { configurable: true, value: { call } });
  vi.spyOn(performance, "now").mockImplementation(() => now);
  vi.spyOn(document, "hasFocus").mockImplementation(() => isLookedAt);
  renderHook(useLongJobNotice);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function runFor(ms: number): void {
  useSession.setState({ jobs: { "7": job } });
  now += ms;
  useSession.setState({ jobs: { "7": { ...job, progress: 0.9 } } });
  useSession.setState({ jobs: {} });
}

test("a long job that ends unseen is told of, in the language of the page", () => {
  isLookedAt = false;
  runFor(10_001);
  expect(call.mock.calls).toEqual([["app.notify", { text: `${i18n.t("code.jobKind.importTape")}: over` }]]);
});

test("a short one is not, nor one whose window is looked at", () => {
  isLookedAt = false;
  runFor(9000);
  isLookedAt = true;
  runFor(60_000);
  expect(call).not.toHaveBeenCalled();
});
