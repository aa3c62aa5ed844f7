import { visibleText } from "../words/visible-text.ts";

/** A header without width, case, blanks, signs and whatever stands in brackets. */
export function headerKey(text: string): string {
  return visibleText(text)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[([【〔][^)\]】〕]*[)\]】〕]/g, "")
    .replaceAll(/[\s_\-*:：.、,，/·]/g, "");
}
