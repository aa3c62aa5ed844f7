import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import { placeOfId } from "../tapes/loan-ids.ts";
import { readDebtorKey } from "./debtor-key.ts";
import { type DebtorLine, findContract, listLines } from "./debtor-queries.ts";

/** The desk's lines of a deal, each with the debtor of the present package that it is about. */
export interface MatchedLines {
  readonly byDebtor: ReadonlyMap<number, DebtorLine>;
  /** Lines whose debtor the package doesn't have. */
  readonly unmatched: readonly DebtorLine[];
}

type MatchedPackage = Pick<LoadedPackage, "tapeId" | "ids" | "debtors" | "columns">;

/** The debtor that something kept by its key is about; null where the package doesn't have it. */
export async function debtorOf(
  db: Kysely<DeskSchema>,
  { tapeId, ids, debtors, columns }: MatchedPackage,
  line: Pick<DebtorLine, "key" | "debtorName">,
): Promise<number | null> {
  const { kind, text } = readDebtorKey(line.key);
  if (kind === "id") return debtors.find(text, line.debtorName === "" ? null : line.debtorName);
  if (kind === "name") return debtors.find(null, text);
  const loanId = await findContract(db, tapeId, text);
  return loanId === null ? null : (columns.debtor[placeOfId(ids, loanId) ?? -1] ?? null);
}

/** Finds the debtors of all lines; where two lines come to mean one debtor, the one that was begun first counts. */
export async function matchLines(db: Kysely<DeskSchema>, dealId: number, loaded: MatchedPackage): Promise<MatchedLines> {
  const byDebtor = new Map<number, DebtorLine>();
  const unmatched: DebtorLine[] = [];
  for (const line of await listLines(db, dealId)) {
    const debtor = await debtorOf(db, loaded, line);
    if (debtor === null || byDebtor.has(debtor)) unmatched.push(line);
    else byDebtor.set(debtor, line);
  }
  return { byDebtor, unmatched };
}
