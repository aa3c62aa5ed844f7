import type { TFunction } from "i18next";
import { readNumber } from "../../../shared/typed/typed-number.ts";
import { writeNumber } from "../../../shared/typed/written-number.ts";

const between = /[\s;；、]+/;

const wordsOf = (text: string) => text.split(between).filter((word) => word !== "");

/** Shares typed in percent, parted by blanks; the text itself where one of them can't be read, null where there are none. */
export function readShares(text: string): readonly number[] | string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const shares = words.flatMap((word) => {
    const read = readNumber(word, "percent");
    return read.kind === "exact" ? [read.value] : [];
  });
  return shares.length === words.length ? shares : text;
}

/** Months that the schema takes. */
const mostMonths = 120;

/** What is wrong with shares as they are stored, in a sentence; null where each is one. */
export function sharesProblem(stored: unknown, t: TFunction): string | null {
  if (typeof stored === "string") {
    const word = wordsOf(stored).find((one) => readNumber(one, "percent").kind !== "exact");
    return t("typed.noShare", { word: word ?? stored });
  }
  if (!Array.isArray(stored)) return null;
  const outside = stored.find((share: unknown) => typeof share === "number" && (share < 0 || share > 1)) as number | undefined;
  if (outside !== undefined) return t("typed.noShare", { word: writeNumber(outside, "percent") });
  return stored.length > mostMonths ? t("typed.tooManyMonths", { months: mostMonths }) : null;
}

export function writeShares(stored: unknown): string {
  if (!Array.isArray(stored)) return typeof stored === "string" ? stored : "";
  return stored.map((share: unknown) => (typeof share === "number" ? writeNumber(share, "percent") : "")).join(" ");
}
