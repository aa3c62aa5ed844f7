import type { Language } from "./domain/codes.ts";

/** "中文 / English": a text that says the same twice. */
const twoTexts = /^(.*\p{Script=Han}.*?) ?\/ ?([^\p{Script=Han}]*[A-Za-z][^\p{Script=Han}]*)$/u;
/** "郑州银行 Zhengzhou Bank": a name in both scripts. */
const twoNames = /^([^A-Za-z]*\p{Script=Han}[^A-Za-z]*?) ([A-Za-z][^\p{Script=Han}]*)$/u;

const half = (found: RegExpExecArray | null, text: string, language: Language): string => (found?.[language === "zh" ? 1 : 2] ?? text).trim();

/** The half in `language` of a text that states both; any other text as it stands. */
export const inOneLanguage = (text: string, language: Language): string => half(twoTexts.exec(text), text, language);

/** The same for a built-in name; what the desk entered itself is shown as it was typed. */
export const nameInOneLanguage = (name: string, language: Language): string => half(twoNames.exec(name), name, language);
