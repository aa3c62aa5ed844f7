/** A citizen's number (公民身份号码): place, day of birth, order, check sign; the older form has fifteen digits. */
const citizen = /^(?:\d{6}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]|\d{8}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})$/i;

/** Whether an identifier is a person's own. */
export const isPersonal = (identifier: string): boolean => citizen.test(identifier.normalize("NFKC").trim());

/** An identifier as a memo may show it: enough to find it in the tape, not enough to use it. */
export function maskIdentifier(identifier: string): string {
  const shown = identifier.length > 8 ? 4 : 0;
  const end = identifier.length > 8 ? 2 : 0;
  return identifier.slice(0, shown) + "*".repeat(identifier.length - shown - end) + identifier.slice(identifier.length - end);
}

/** An identifier as it may stand on a screen that others see: a person's own is masked. */
export const maskedIfPersonal = (identifier: string): string => (isPersonal(identifier) ? maskIdentifier(identifier) : identifier);
