import { type DebtorShares, shownDebtors } from "../../shared/domain/bid-charts.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { idAt, type LoanIds } from "../tapes/loan-ids.ts";
import { readLoanDebtors } from "./loan-row-queries.ts";

export interface DebtorSharesInput {
  readonly desk: DeskFile;
  readonly ids: LoanIds;
  /** Of each loan its debtor. */
  readonly debtor: Uint32Array;
  /** Of each debtor the first loan that states its name. */
  readonly namedLoan: Uint32Array;
  /** Of each loan, yuan. */
  readonly claim: Float64Array;
  readonly presentValue: Float64Array;
}

/** Adds up a case's present value by debtor and names the largest. */
export async function debtorShares({ desk, ids, debtor, namedLoan, claim, presentValue }: DebtorSharesInput, context: TaskContext): Promise<DebtorShares> {
  const count = namedLoan.length;
  const [loans, claimYuan, valueYuan] = [new Uint32Array(count), new Float64Array(count), new Float64Array(count)];
  for (let loan = 0; loan < debtor.length; loan += 1) {
    const at = debtor[loan] ?? 0;
    loans[at] = (loans[at] ?? 0) + 1;
    claimYuan[at] = (claimYuan[at] ?? 0) + (claim[loan] ?? 0);
    valueYuan[at] = (valueYuan[at] ?? 0) + (presentValue[loan] ?? 0);
  }
  context.throwIfCancelled();
  // The most valuable first.
  const sorted = new Uint32Array(count)
    .map((_, at) => at)
    .sort((left, right) => (valueYuan[right] ?? 0) - (valueYuan[left] ?? 0) || (claimYuan[right] ?? 0) - (claimYuan[left] ?? 0) || left - right);
  const largest = [...sorted.subarray(0, shownDebtors)];
  const loanIds = largest.map((at) => idAt(ids, namedLoan[at] ?? 0));
  const connection = new WorkerConnection(desk);
  const rows = await readLoanDebtors(connection.kysely, loanIds).finally(() => connection.close());
  const names = new Map(rows.map(({ id, debtor_name }) => [id, debtor_name]));
  return {
    debtors: count,
    claimFen: fenFromYuan(claimYuan.reduce((sum, yuan) => sum + yuan, 0)),
    presentValueFen: fenFromYuan(valueYuan.reduce((sum, yuan) => sum + yuan, 0)),
    positiveFen: fenFromYuan(valueYuan.reduce((sum, yuan) => sum + Math.max(0, yuan), 0)),
    largest: largest.map((at, place) => ({
      debtorName: names.get(loanIds[place] ?? 0) ?? null,
      loans: loans[at] ?? 0,
      claimFen: fenFromYuan(claimYuan[at] ?? 0),
      presentValueFen: fenFromYuan(valueYuan[at] ?? 0),
    })),
  };
}
