import { identifierKey } from "../../tapes/cells/parse-cells.ts";
import type { MatchableLoan } from "../loan-match.ts";

type DebtorOf = Pick<MatchableLoan, "debtorId" | "debtorName">;

/** Whether a text is stated on both sides and means the same; null: one side says nothing. */
function same(one: string | null, other: string | null): boolean | null {
  return one === null || other === null ? null : identifierKey(one) === identifierKey(other);
}

/** How the debtors of two loans compare: by identifier and by name. */
export function debtorAgreement(older: DebtorOf, newer: DebtorOf): { readonly byId: boolean | null; readonly byName: boolean | null } {
  return { byId: same(older.debtorId, newer.debtorId), byName: same(older.debtorName, newer.debtorName) };
}

/** Both state whose loan they are, and nothing of it agrees. */
export function debtorsDiffer(older: DebtorOf, newer: DebtorOf): boolean {
  const { byId, byName } = debtorAgreement(older, newer);
  return byId !== true && byName !== true && (byId === false || byName === false);
}
