import { debtorKey } from "../debtors/debtor-key.ts";
import { identifierKey } from "../tapes/cells/parse-cells.ts";
import type { LoanPairs, MatchableLoan } from "./loan-match.ts";
import type { Unmatched } from "./rules/match-by-contract.ts";

/** What the desk says of a debtor, under the key by which the newer version knows it. */
export interface MovedLine {
  readonly from: string;
  readonly to: string;
  readonly debtorName: string;
}

/** Every key by which a loan's debtor may be known. */
function keysOf({ debtorId, debtorName, contractNo }: MatchableLoan): string[] {
  return [
    ...(debtorId === null ? [] : [`id:${identifierKey(debtorId)}`]),
    ...(debtorName === null ? [] : [`name:${identifierKey(debtorName)}`]),
    `contract:${identifierKey(contractNo)}`,
  ];
}

/** Keys whose debtor no loan of the newer version names, each with the one that the same loan has there. */
export function movedLines(all: Unmatched, { older, newer }: LoanPairs, keys: readonly string[]): MovedLine[] {
  const known = new Set(all.newer.flatMap((loan) => keysOf(loan)));
  const wanted = new Set(keys.filter((key) => !known.has(key)));
  if (wanted.size === 0) return [];
  const newerOf = new Map([...older].map((id, at) => [id, newer[at]]));
  const byId = new Map(all.newer.map((loan) => [loan.id, loan]));
  const moved: MovedLine[] = [];
  for (const loan of all.older) {
    const other = byId.get(newerOf.get(loan.id) ?? 0);
    if (other === undefined) continue;
    for (const from of keysOf(loan)) {
      if (!wanted.delete(from)) continue;
      moved.push({ from, to: debtorKey(other), debtorName: other.debtorName ?? "" });
    }
    if (wanted.size === 0) break;
  }
  return moved;
}
