import type { Language } from "../../shared/domain/codes.ts";
import { flatTexts, type TextKey } from "../../shared/locales/texts.ts";

/** What the app says under a key, so that a test asks for its whole words and no longer name can be meant. */
export function textOf(language: Language, key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return (flatTexts[language][key] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`the text ${key} wants ${name}`);
    return String(value);
  });
}
