import { describe, expect, it } from "vitest";
import { createCallLog } from "../../../main/app/call-log.ts";
import type { LogFields } from "../../../main/app/desk-log.ts";

function logAt(clock: { ms: number }) {
  const lines: (readonly [event: string, fields: LogFields | undefined])[] = [];
  const write = (event: string, fields?: LogFields) => void lines.push([event, fields]);
  return { lines, callLog: createCallLog({ info: write, error: write }, () => clock.ms) };
}

describe("the log of the page's calls", () => {
  it("keeps every line of an honest page", () => {
    const clock = { ms: 0 };
    const { lines, callLog } = logAt(clock);
    for (let call = 0; call < 300; call += 1) {
      clock.ms += 1500;
      callLog.error("call.failed", { code: "deal.notFound" });
    }
    expect(lines).toHaveLength(300);
  });

  it("is not turned over by a page that calls without end: it says how much it left out", () => {
    const clock = { ms: 0 };
    const { lines, callLog } = logAt(clock);
    for (let call = 0; call < 20_000; call += 1) callLog.error("call.failed", { code: "ipc.badPayload" });
    const kept = lines.length;
    expect(kept).toBeLessThan(100);
    clock.ms += 60_000;
    callLog.info("call.failed", { code: "deal.notFound" });
    expect(lines.slice(kept)).toEqual([
      ["calls.leftOut", { count: 20_000 - kept }],
      ["call.failed", { code: "deal.notFound" }],
    ]);
  });
});
