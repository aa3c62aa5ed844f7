import { pinyin } from "pinyin-pro";

/** A text and how it is typed without an input method: 鹤壁兴远 as "hebixingyuan" and "hbxy". */
export interface Spelled {
  readonly text: string;
  readonly whole: string;
  readonly initials: string;
}

const hasHan = /\p{Script=Han}/u;
const plain = (text: string) => text.toLowerCase().replaceAll(/\s+/g, "");

export function spelled(text: string): Spelled {
  const lower = text.toLowerCase();
  if (!hasHan.test(text)) return { text: lower, whole: "", initials: "" };
  const options = { toneType: "none", type: "array", v: true } as const;
  return { text: lower, whole: plain(pinyin(text, options).join("")), initials: plain(pinyin(text, { ...options, pattern: "first" }).join("")) };
}

/** How well a text fits what is typed, itself best of all: the lower the better; null where a word of it is nowhere. */
export function fit({ text, whole, initials }: Spelled, typed: string): number | null {
  const lower = typed.toLowerCase().trim();
  if (text === lower) return -1;
  if (text.startsWith(lower)) return 0;
  let worst = 0;
  for (const word of lower.split(/\s+/).filter(Boolean)) {
    const rank = [
      text.startsWith(word),
      text.includes(word),
      initials.startsWith(word),
      initials.includes(word),
      whole.startsWith(word),
      whole.includes(word),
    ].indexOf(true);
    if (rank < 0) return null;
    worst = Math.max(worst, rank);
  }
  return worst;
}
