/** Signs that are drawn as nothing or only steer the drawing: zero-width blanks, marks of direction, soft hyphens, selectors. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;

/** Most cells of a long list: nothing that isn't seen, and nothing with another form. */
const plain = /^[ -~\u4e00-\u9fff]*$/;

/** Text without signs that nobody sees. */
export function visibleText(text: string): string {
  return plain.test(text) ? text : text.replaceAll(invisible, "");
}

/** Full-width digits, letters and signs to their narrow forms (NFKC), and every dash and minus to "-". */
export function narrowText(text: string): string {
  if (plain.test(text)) return text.trim();
  return visibleText(text)
    .normalize("NFKC")
    .replaceAll(/[\p{Pd}\u2212\u02d7\u2796]/gu, "-")
    .trim();
}
