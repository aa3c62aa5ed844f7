import type { TFunction } from "i18next";
import type { TaughtWord } from "../../shared/domain/seller-words.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice } from "../desk/session-store.ts";

/** Teaches a word and says so; false where it was refused. */
export async function teachWord(word: TaughtWord, textOf: (code: string) => string, t: TFunction): Promise<boolean> {
  try {
    const { builtInCode } = await call("dictionary.teach", word);
    const isTurned = builtInCode !== null && builtInCode !== word.code;
    showNotice(
      t(isTurned ? "dictionary.taughtOver" : "dictionary.taught", {
        word: word.word.trim(),
        code: textOf(word.code),
        builtIn: textOf(builtInCode ?? word.code),
      }),
    );
    return true;
  } catch (failure) {
    showError(failure);
    return false;
  }
}
