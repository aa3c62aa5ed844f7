import type { TFunction } from "i18next";
import type { SheetRefusal } from "../../shared/contract/sheet-channels.ts";
import { isTextKey } from "../../shared/locales/texts.ts";

/** Why a text was not taken, as a sentence with its code. */
export function cellRefusal({ code, word }: Pick<SheetRefusal, "code" | "word">, t: TFunction): string {
  const sentence = isTextKey(code) ? t(code, { word }) : t("tapeSheet.notWritten");
  return t("tapeSheet.refusalWithCode", { sentence, code });
}
