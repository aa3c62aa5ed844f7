/** Signs that are drawn as nothing or only steer the drawing: zero-width blanks, marks of direction, soft hyphens, selectors. */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu;

/** Most cells of a long list: nothing that isn't seen, and nothing with another form. */
const plain = /^[ -~\u4e00-\u9fff]*$/;

/** Text without signs that nobody sees. */
export function visibleText(text: string): string {
  return plain.test(text) ? text : text.replaceAll(invisible, "");
}

/** Marks of footnotes, powers and shares, whose narrow forms are digits: "100①" is no 1001. */
const digitMark =
  /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u218b\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3248-\u324f\u3251-\u325f\u3280-\u3289\u32b1-\u32bf]/;

/** Whether a text holds a mark that would pass for a digit of a number. */
export function hasDigitMark(text: string): boolean {
  return digitMark.test(text);
}

/** Full-width digits, letters and signs to their narrow forms (NFKC), and every dash and minus to "-". */
export function narrowText(text: string): string {
  if (plain.test(text)) return text.trim();
  return visibleText(text)
    .normalize("NFKC")
    .replaceAll(/[\p{Pd}\u2212\u02d7\u2796]/gu, "-")
    .trim();
}
