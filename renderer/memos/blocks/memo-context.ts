import type { Memo } from "../../../shared/domain/memo.ts";
import { formatMoney, noValue } from "../../../shared/format.ts";
import { codesEn } from "../../../shared/locales/en/codes-en.ts";
import { type MemoWords, memoEn } from "../../../shared/locales/en/memo-en.ts";
import type { SameKeys } from "../../../shared/locales/flatten-texts.ts";
import { codesZh } from "../../../shared/locales/zh/codes-zh.ts";
import { memoZh } from "../../../shared/locales/zh/memo-zh.ts";

/** What every section of the memo needs: the data, the words of its language, those for code values and money in its unit. */
export interface MemoContext {
  readonly memo: Memo;
  readonly words: MemoWords;
  readonly codes: SameKeys<typeof codesZh>;
  readonly money: (fen: number | null) => string;
}

export function createMemoContext(memo: Memo): MemoContext {
  return {
    memo,
    words: memo.language === "zh" ? memoZh : memoEn,
    codes: memo.language === "zh" ? codesZh : codesEn,
    money: (fen) => formatMoney(fen, memo.moneyUnit),
  };
}

/** Puts values into the `{{name}}` places of a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? noValue));
}

/** The word for a stored code; a code that this version doesn't know is printed as it stands. */
export function wordOf(list: Readonly<Record<string, string>>, code: string | null, missing: string): string {
  return code === null || code === "" ? missing : (list[code] ?? code);
}
