import { type DebtorShares, shownDebtors } from "../../shared/domain/bid-charts.ts";
import { fenFromYuan } from "../../shared/money.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { readLoanDebtors } from "./loan-row-queries.ts";

/** Loans read at once. */
const loansPerSlice = 20_000;

export interface DebtorSharesInput {
  readonly desk: DeskFile;
  readonly firstLoanId: number;
  readonly loanCount: number;
  /** Of each loan, yuan. */
  readonly claim: Float64Array;
  readonly presentValue: Float64Array;
}

interface Sums {
  debtorName: string | null;
  loans: number;
  claimYuan: number;
  presentValueYuan: number;
}

const folded = (text: string) => text.normalize("NFKC").trim().toUpperCase();

/** Debtors as the report counts them: by identifier, else by name, and a name belongs to the identifier that stands beside it elsewhere. */
class Debtors {
  readonly #byKey = new Map<string, Sums>();
  readonly #idOfName = new Map<string, string>();

  meet(id: string | null, name: string | null): void {
    if (id !== null && name !== null && !this.#idOfName.has(folded(name))) this.#idOfName.set(folded(name), folded(id));
  }

  add(loanId: number, id: string | null, name: string | null, claimYuan: number, presentValueYuan: number): void {
    const known = name === null ? undefined : this.#idOfName.get(folded(name));
    const key = id === null ? (known ?? (name === null ? `#${loanId}` : `=${folded(name)}`)) : folded(id);
    const sums = this.#byKey.get(key) ?? { debtorName: name, loans: 0, claimYuan: 0, presentValueYuan: 0 };
    sums.debtorName ??= name;
    sums.loans += 1;
    sums.claimYuan += claimYuan;
    sums.presentValueYuan += presentValueYuan;
    this.#byKey.set(key, sums);
  }

  /** The most valuable first. */
  sorted(): Sums[] {
    return [...this.#byKey.values()].sort((left, right) => right.presentValueYuan - left.presentValueYuan || right.claimYuan - left.claimYuan);
  }
}

/** Adds up a case's present value by debtor and names the largest. */
export async function debtorShares(input: DebtorSharesInput, context: TaskContext): Promise<DebtorShares> {
  const { desk, firstLoanId, loanCount, claim, presentValue } = input;
  const connection = new WorkerConnection(desk);
  const debtors = new Debtors();
  const end = firstLoanId + loanCount;
  const eachLoan = async (use: (loan: Awaited<ReturnType<typeof readLoanDebtors>>[number]) => void) => {
    for (let from = firstLoanId; from < end; from += loansPerSlice) {
      context.throwIfCancelled();
      for (const loan of await readLoanDebtors(connection.kysely, { from, to: Math.min(from + loansPerSlice, end) })) use(loan);
    }
  };
  try {
    await eachLoan(({ debtor_id, debtor_name }) => debtors.meet(debtor_id, debtor_name));
    await eachLoan(({ id, debtor_id, debtor_name }) =>
      debtors.add(id, debtor_id, debtor_name, claim[id - firstLoanId] ?? 0, presentValue[id - firstLoanId] ?? 0),
    );
  } finally {
    connection.close();
  }
  const sorted = debtors.sorted();
  const total = (of: (sums: Sums) => number) => fenFromYuan(sorted.reduce((sum, sums) => sum + of(sums), 0));
  return {
    debtors: sorted.length,
    claimFen: total(({ claimYuan }) => claimYuan),
    presentValueFen: total(({ presentValueYuan }) => presentValueYuan),
    positiveFen: total(({ presentValueYuan }) => Math.max(0, presentValueYuan)),
    largest: sorted.slice(0, shownDebtors).map(({ claimYuan, presentValueYuan, ...named }) => ({
      ...named,
      claimFen: fenFromYuan(claimYuan),
      presentValueFen: fenFromYuan(presentValueYuan),
    })),
  };
}
