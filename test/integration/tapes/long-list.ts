import { writeFileSync } from "node:fs";
import { loanList } from "../../bench/loan-list.ts";

/** Enough rows that reading and storing them take several batches each. */
export const longListRows = 20_000;

export function writeLongList(path: string, rows = longListRows): string {
  writeFileSync(path, `${[...loanList(rows)].map((cells) => cells.join(",")).join("\n")}\n`);
  return path;
}
