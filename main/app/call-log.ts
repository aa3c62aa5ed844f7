import type { DeskLog, LogFields } from "./desk-log.ts";

const spanMs = 60_000;
/** More than an honest page needs in a minute, and too little for a page that was taken over to turn the log over with. */
const mostLines = 60;

/** The log for what the page causes: at most so many lines a minute, and then how many were left out. */
export function createCallLog(log: Pick<DeskLog, "info" | "error">, nowMs: () => number): Pick<DeskLog, "info" | "error"> {
  let spanStart = nowMs();
  let written = 0;
  let leftOut = 0;
  const limited = (level: "info" | "error") => (event: string, fields?: LogFields) => {
    if (nowMs() - spanStart >= spanMs) {
      if (leftOut > 0) log.error("calls.leftOut", { count: leftOut });
      [spanStart, written, leftOut] = [nowMs(), 0, 0];
    }
    if (written >= mostLines) leftOut += 1;
    else {
      written += 1;
      log[level](event, fields);
    }
  };
  return { info: limited("info"), error: limited("error") };
}
