import type { DealKind, DebtorType } from "../../shared/domain/codes.ts";

/** What of a loan tells whether its debtor is a company. */
export interface DebtorFacts {
  readonly dealKind: DealKind;
  readonly debtorType: DebtorType | null;
  readonly debtorId: string | null;
}

/** Citizen's number (公民身份号码, GB 11643): 6 digits of place, date of birth, 3 digits, check character. */
const citizenNumber = /^[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/;
const likeCitizenNumber = /^\d{17}[\dX]$/;
/** Unified social credit code (统一社会信用代码, GB 32100): no I, O, S, V, Z. */
const creditCode = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

function typeOfIdentifier(debtorId: string | null): DebtorType | null {
  const id = debtorId === null ? "" : debtorId.normalize("NFKC").trim().toUpperCase();
  if (citizenNumber.test(id)) return "individual";
  if (!creditCode.test(id)) return null;
  // A citizen's number with a date that isn't one has the form of a code too; no place begins with 9, as codes of companies do.
  return likeCitizenNumber.test(id) && !id.startsWith("9") ? null : "company";
}

/** As stated, else as the identifier tells, else by the kind of deal; only the last is a filled value. */
export function debtorTypeOf({ dealKind, debtorType, debtorId }: DebtorFacts): { readonly type: DebtorType; readonly isFilled: boolean } {
  const known = debtorType ?? typeOfIdentifier(debtorId);
  if (known !== null) return { type: known, isFilled: false };
  return { type: dealKind === "retailBulk" ? "individual" : "company", isFilled: true };
}
