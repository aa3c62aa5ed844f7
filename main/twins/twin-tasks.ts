import { fenFromYuan } from "../../shared/money.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import { runEngine } from "../packages/engine-task.ts";
import { idAt, type LoanIds } from "../tapes/loan-ids.ts";
import { isLive, makeTwin } from "./make-twin.ts";
import { MOST_LISTED_LOANS } from "./model/loan-values.ts";
import type { TwinSource } from "./model/twin-source.ts";
import { readNamedLoans } from "./twin-queries.ts";
import { writeBook } from "./workbook/write-book.ts";

export interface TwinInput extends Omit<TwinSource, "contractNos" | "debtorNames"> {
  readonly desk: DeskFile;
  readonly ids: LoanIds;
  readonly file: string;
}

export interface WrittenTwin {
  readonly isLive: boolean;
  readonly bidShare: number;
  readonly largestDifference: number;
}

/** Loans whose names are read at once. */
const loansPerRead = 2000;
/** What of the work is done once all formulas are worked out; the rest is writing them. */
const workedOut = 0.6;

const twinWorkbook: Task<TwinInput, WrittenTwin> = async ({ desk, ids, file, ...given }, context) => {
  const source: TwinSource = { ...given, ...(await readNames(desk, ids, given, context)) };
  const book = runEngine(() => makeTwin(source, (share) => context.step(share * workedOut)));
  await writeBook(file, book, (share) => context.step(workedOut + share * (1 - workedOut)));
  return { isLive: isLive(source), bidShare: book.valueOf("proof_bid_share"), largestDifference: book.valueOf("proof_largest") };
};

/** Names from the desk's rows; a loan whose row went or no longer owes what the package says goes by its place. */
async function readNames(desk: DeskFile, ids: LoanIds, { columns }: Pick<TwinSource, "columns">, context: TaskContext) {
  const contractNos = Array.from({ length: columns.loanCount }, (_, loan) => `#${loan + 1}`);
  const debtorNames: (string | null)[] = Array.from({ length: columns.loanCount }, () => null);
  if (columns.loanCount > MOST_LISTED_LOANS) return { contractNos, debtorNames };
  const connection = new WorkerConnection(desk);
  try {
    for (let from = 0; from < columns.loanCount; from += loansPerRead) {
      context.throwIfCancelled();
      const places = Array.from({ length: Math.min(loansPerRead, columns.loanCount - from) }, (_, index) => from + index);
      const read = await readNamedLoans(
        connection.kysely,
        places.map((place) => idAt(ids, place)),
      );
      const byId = new Map(read.map((loan) => [loan.id, loan]));
      for (const place of places) {
        const loan = byId.get(idAt(ids, place));
        if (loan === undefined || loan.principal_fen !== fenFromYuan(columns.upb[place] ?? 0)) continue;
        contractNos[place] = loan.contract_no;
        debtorNames[place] = loan.debtor_name;
      }
    }
  } finally {
    connection.close();
  }
  return { contractNos, debtorNames };
}

export const twinTasks = { twinWorkbook };
