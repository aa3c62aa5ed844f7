import { maskIdentifier } from "../../shared/masked-identifier.ts";
import { bareIdentifier, isCreditCode, isOrganisationCode } from "./check-digits.ts";

/** A credit code begins with its registry and kind: 91 a company, 92 a household business, 93 a cooperative, A1 and N1 others. */
const companyForm = /^(?:9[123]|[A-Y]\d)[0-9A-Z]{16}$/;

/**
 * An identifier as it leaves the desk: a company's is public and stays; whatever may be a person's own is masked, a misspelt one
 * too, since it is a digit away from the right one.
 */
export function maskedDebtorId(identifier: string): string {
  const text = bareIdentifier(identifier);
  return isCreditCode(text) || isOrganisationCode(text) || companyForm.test(text) ? identifier : maskIdentifier(identifier);
}
