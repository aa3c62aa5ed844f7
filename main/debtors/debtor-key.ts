import { identifierKey } from "../tapes/cells/parse-cells.ts";

/** Of a debtor what the tape states: its identifier and name where any of its loans does, and the contract of its first loan. */
export interface StatedDebtor {
  readonly debtorId: string | null;
  readonly debtorName: string | null;
  readonly contractNo: string;
}

/** What a debtor is known by on whatever tape: its identifier, else its name, else its contract; spellings of one compare equal. */
export function debtorKey({ debtorId, debtorName, contractNo }: StatedDebtor): string {
  if (debtorId !== null) return `id:${identifierKey(debtorId)}`;
  return debtorName === null ? `contract:${identifierKey(contractNo)}` : `name:${identifierKey(debtorName)}`;
}

/** The kind of a key, and the text behind it. */
export function readDebtorKey(key: string): { readonly kind: "id" | "name" | "contract"; readonly text: string } {
  const at = key.indexOf(":");
  return { kind: key.slice(0, at) as "id" | "name" | "contract", text: key.slice(at + 1) }; // written by debtorKey
}
