import type { JobEvent } from "../../shared/contract/job-events.ts";
import type { CommandTexts } from "./command-texts.ts";

export interface ProgressLine {
  tell(event: JobEvent): void;
  /** Takes the line away, so that what is said next stands alone. */
  end(): void;
}

/** Where nothing can be rewritten, a log hears of a long step now and then. */
const logEveryMs = 10_000;
const clearLine = "\r\u001b[2K";

/** Tells how far a step is: on a terminal in a line that is rewritten, else a line every ten seconds. */
export function createProgressLine(write: (text: string) => void, isTerminal: boolean, t: CommandTexts): ProgressLine {
  let shown = "";
  let loggedAt = performance.now();
  const end = () => {
    if (shown !== "" && isTerminal) write(clearLine);
    shown = "";
  };
  return {
    tell: ({ kind, state, progress }) => {
      if (state !== "running") return end();
      const share = progress === null ? "" : ` ${Math.floor(progress * 100)} %`;
      const text = `${t(`code.jobKind.${kind}`)}${share}`;
      if (text === shown) return;
      if (isTerminal) {
        write(`${clearLine}${text}`);
        shown = text;
      } else if (performance.now() - loggedAt >= logEveryMs) {
        write(`${text}\n`);
        loggedAt = performance.now();
      }
    },
    end,
  };
}
