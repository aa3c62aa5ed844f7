import { type CaseName, type Language } from "../../../shared/domain/codes.ts";
import { flatTexts, type TextKey } from "../../../shared/locales/texts.ts";
import type { CellStyle, ColumnHead } from "../workbook/twin-table.ts";

type HeadKeyOf<Key> = Key extends `twin.head.${infer Head}` ? Head : never;
type HeadKey = HeadKeyOf<TextKey>;

/** Which of several columns of one head: a case, an outcome. */
interface HeadPart {
  readonly caseName?: CaseName;
  readonly place?: string | number;
}

/** The words of a twin in a language. */
export interface TwinWords {
  readonly language: Language;
  say(key: TextKey, values?: Readonly<Record<string, string | number>>): string;
  head(key: HeadKey, part?: HeadPart): string;
  /** The head of a column by its key and its words. */
  column(key: string, style: CellStyle, head: HeadKey, part?: HeadPart): ColumnHead;
}

export function twinWords(language: Language): TwinWords {
  const texts = flatTexts[language];
  const say: TwinWords["say"] = (key, values = {}) => {
    let text: string = texts[key] ?? key;
    for (const [name, value] of Object.entries(values)) text = text.replaceAll(`{{${name}}}`, String(value));
    return text;
  };
  const head: TwinWords["head"] = (key, { caseName, place } = {}) =>
    [say(`twin.head.${key}`), place, caseName === undefined ? undefined : `· ${say(`code.caseName.${caseName}`)}`]
      .filter((part) => part !== undefined)
      .join(" ");
  return { language, say, head, column: (key, style, of, part) => ({ key, style, head: head(of, part) }) };
}
