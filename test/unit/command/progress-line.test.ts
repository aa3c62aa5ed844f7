import { afterEach, describe, expect, it, vi } from "vitest";
import { commandTexts } from "../../../main/command/command-texts.ts";
import { createProgressLine } from "../../../main/command/progress-line.ts";
import type { JobEvent } from "../../../shared/contract/job-events.ts";

const running = (progress: number | null): JobEvent => ({ jobId: "1", kind: "importTape", state: "running", progress });
const done: JobEvent = { jobId: "1", kind: "importTape", state: "done", progress: 1 };

describe("the progress of a step on the command line", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each([
    ["zh", "导入清单"],
    ["en", "Importing tape"],
  ] as const)("is one line of a terminal in %s, and goes", (language, word) => {
    const said: string[] = [];
    const line = createProgressLine((text) => said.push(text), true, commandTexts(language));
    for (const share of [null, 0.121, 0.129, 0.5]) line.tell(running(share));
    line.tell(done);
    line.end();
    const clear = "\r\u001b[2K";
    expect(said).toEqual([`${clear}${word}`, `${clear}${word} 12 %`, `${clear}${word} 50 %`, clear]);
  });

  it("is a line of a log every ten seconds, and none of a short step", () => {
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => now);
    const said: string[] = [];
    const line = createProgressLine((text) => said.push(text), false, commandTexts("en"));
    for (now = 0; now <= 25_000; now += 500) line.tell(running(now / 50_000));
    line.tell(done);
    expect(said).toEqual(["Importing tape 20 %\n", "Importing tape 40 %\n"]);
  });
});
