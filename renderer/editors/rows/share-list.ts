import { readNumber } from "../../../shared/typed/typed-number.ts";
import { writeNumber } from "../../../shared/typed/written-number.ts";

const between = /[\s;；、]+/;

/** Shares typed in percent, parted by blanks; the text itself where one of them can't be read, null where there are none. */
export function readShares(text: string): readonly number[] | string | null {
  const words = text.split(between).filter((word) => word !== "");
  if (words.length === 0) return null;
  const shares = words.flatMap((word) => {
    const read = readNumber(word, "percent");
    return read.kind === "exact" ? [read.value] : [];
  });
  return shares.length === words.length ? shares : text;
}

export function writeShares(stored: unknown): string {
  if (!Array.isArray(stored)) return typeof stored === "string" ? stored : "";
  return stored.map((share: unknown) => (typeof share === "number" ? writeNumber(share, "percent") : "")).join(" ");
}
