import { narrowText } from "../words/visible-text.ts";

const parting = /[、，,;；\n]+|\s+(?:和|及|与|\/)\s*|(?<=\d)(?:和|及|与)(?=[A-Z\d(（])|\/(?=[^/]{6,}(?:\/|$))/i;
const andOthers = /[,，、]?\s*等\s*\d{0,5}\s*(?:笔|份|个|户|项|合同|借据)*$/;
const mayBe = /[、，,;；\n等和及与/]/;

/**
 * The contract numbers of a cell that lists several ("A-1001、A-1002", "A-1001等2笔"); null where it has one. A number may hold
 * such signs itself, so whoever asks looks whether the parts are known.
 */
export function severalContracts(text: string): readonly string[] | null {
  if (!mayBe.test(text)) return null;
  const named = narrowText(text);
  const listed = named.replace(andOthers, "");
  const parts = listed
    .split(parting)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const areNumbers = parts.every((part) => part.length > 2 && /\d/.test(part));
  return areNumbers && (parts.length > 1 || listed !== named) ? parts : null;
}
