/** Characters that show nothing and that a copy from a sheet or a page brings along. */
const invisible = /[\u200B-\u200E\u2060\u2066\u2068\u2069\u202A\u202C\u202D\uFEFF]/g;
const minusSigns = /[\u2010-\u2013\u2212]/g;

/** A character such as ² or ① that its compatibility form (NFKC) would turn into a digit: "12²" is not 122. */
const hidesDigit = (letter: string): boolean => !/[0-9０-９]/.test(letter) && /[0-9]/.test(letter.normalize("NFKC"));

/**
 * What was typed or pasted, in its narrow form: full-width digits, letters and signs (NFKC), every minus as "-", nothing
 * invisible, no white space at the ends. Null where a character would become a digit that it doesn't stand for.
 */
export function plainTyped(text: string): string | null {
  if (Array.from(text).some(hidesDigit)) return null;
  return text.normalize("NFKC").replaceAll(invisible, "").replaceAll(minusSigns, "-").trim();
}
