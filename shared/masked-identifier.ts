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

/** Signs that a name of an organisation has and a person's has not. */
const organisation = /公司|集团|厂|店|社|行|部|所|院|站|场|校|会|中心|企业|商户|合伙|工作室/;
const personZh = /^[\p{Script=Han}·]{2,4}$/u;
/** Names of minorities are longer, with a dot between their parts. */
const dottedZh = /^[\p{Script=Han}]{1,10}(?:·[\p{Script=Han}]{1,10})+$/u;

/** A person's name as a memo may show it; a name of an organisation stands as it is. */
export function maskedPerson(name: string): string {
  const plain = name.normalize("NFKC").trim();
  if (organisation.test(plain) || !(personZh.test(plain) || dottedZh.test(plain))) return name;
  const [first = "", ...rest] = plain;
  return first + "*".repeat(rest.length);
}
