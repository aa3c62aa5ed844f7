/** Weights and check signs of a citizen's number (GB 11643-1999): Σ weight × digit mod 11. */
const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const citizenSigns = "10X98765432";

/** Signs of a unified social credit code (GB 32100-2015), I, O, S, V and Z being left out; the weights are 3^i mod 31. */
const creditSigns = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Weights of an organisation's code (GB 11714-1997), the last eight places of a credit code but one. */
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;
const organisationSigns = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** A citizen's number of 18 places with the right check sign, whose day of birth there was. */
export function isCitizenNumber(text: string): boolean {
  if (!/^[1-8]\d{16}[\dX]$/.test(text)) return false;
  const sum = citizenWeights.reduce((all, weight, place) => all + weight * Number(text[place]), 0);
  const year = Number(text.slice(6, 10));
  return citizenSigns[sum % 11] === text[17] && year >= 1880 && isDay(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)));
}

/** A unified social credit code with the right check sign. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (let place = 0; place < 17; place += 1) {
    const value = creditSigns.indexOf(text[place] ?? "");
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return creditSigns[(31 - (sum % 31)) % 31] === text[17];
}

/** An organisation's code of nine places with the right check sign. */
export function isOrganisationCode(text: string): boolean {
  if (!/^[0-9A-Z]{8}[\dX]$/.test(text)) return false;
  const sum = organisationWeights.reduce((all, weight, place) => all + weight * organisationSigns.indexOf(text[place] ?? ""), 0);
  const check = 11 - (sum % 11);
  return (check === 10 ? "X" : check === 11 ? "0" : String(check)) === text[8];
}

/** Divisions whose numbers begin a citizen's number (GB/T 2260): provinces 11 to 65, Taiwan 71 and 83, Hong Kong 81, Macao 82. */
const ofProvince = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/** What is wrong with a debtor's identifier; null: nothing that its form could tell. */
export type IdentifierFault = "citizenNumber" | "creditCode" | "identifierForm";

/** Letters large, as narrow signs, without what people put between the places. */
export const bareIdentifier = (identifier: string): string => identifier.normalize("NFKC").replaceAll(/[\s-]/g, "").toUpperCase();

/**
 * Judges a debtor's identifier by its check sign. Eighteen places are a citizen's number or a credit code, whichever they can be;
 * nine an organisation's code; fifteen digits a citizen's number of before 1999 or a business licence, neither of which has a check sign.
 */
export function identifierFault(identifier: string, isIndividual: boolean): IdentifierFault | null {
  const text = bareIdentifier(identifier);
  if (isCitizenNumber(text) || isCreditCode(text) || /^\d{15}$/.test(text)) return null;
  if (text.length === 9) return isOrganisationCode(text) ? null : "creditCode";
  if (!/^[0-9A-Z]{18}$/.test(text)) return "identifierForm";
  return /^\d{17}[\dX]$/.test(text) && (isIndividual || ofProvince.test(text)) ? "citizenNumber" : "creditCode";
}
