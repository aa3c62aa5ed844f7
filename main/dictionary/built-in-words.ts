import type { BuiltInWords } from "../../shared/contract/dictionary-channels.ts";
import { tapeFields } from "../../shared/domain/tape-fields.ts";
import { fieldWords } from "../tapes/cells/field-words.ts";

const listOf = (words: string) => words.split(" ").filter((word) => word !== "");

/** The reader's own words by field: heads in the form in which they are compared, and the words of codes. */
export const builtInWords: readonly BuiltInWords[] = tapeFields.map((field) => {
  const words: { readonly headers: string; readonly codes?: Readonly<Record<string, string>> } = fieldWords[field];
  return { field, headers: listOf(words.headers), codes: Object.entries(words.codes ?? {}).map(([code, list]) => ({ code, words: listOf(list) })) };
});
