import { randomInt } from "node:crypto";

/** Digits and letters that no hand confuses: no I, L, O, U. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const groups = 6;
/** Of a group, beside its check sign: 6 × 4 × 5 bits are 120. */
const signsOfGroup = 4;

/** Each place counts by an odd weight of its own, so that one wrong sign and most that were changed over are found; the group's place counts too. */
function checkOf(group: string, place: number): string {
  let sum = place;
  for (let at = 0; at < signsOfGroup; at += 1) sum += (2 * at + 3) * signs.indexOf(group.charAt(at));
  return signs.charAt(sum % signs.length);
}

/** A new code to be written down: six groups of five signs, the last of each a check sign. */
export function newRecoveryCode(): string {
  const group = (place: number) => {
    const drawn = Array.from({ length: signsOfGroup }, () => signs.charAt(randomInt(signs.length))).join("");
    return drawn + checkOf(drawn, place);
  };
  return Array.from({ length: groups }, (_, place) => group(place)).join("-");
}

/** What was typed as the code is written, or the first group that can't be right; 0 where there are too few or too many signs. */
export function readRecoveryCode(typed: string): { readonly code: string } | { readonly wrongGroup: number } {
  const known = typed
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const parts = known.match(/.{1,5}/gu) ?? [];
  if (parts.length !== groups || parts.at(-1)?.length !== signsOfGroup + 1) return { wrongGroup: 0 };
  const wrong = parts.findIndex((part, place) => !/^[0-9A-HJKMNP-TV-Z]+$/.test(part) || part.charAt(signsOfGroup) !== checkOf(part, place));
  return wrong === -1 ? { code: parts.join("-") } : { wrongGroup: wrong + 1 };
}
