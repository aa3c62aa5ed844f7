import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { debtorKey } from "../debtors/debtor-key.ts";
import type { Task } from "../jobs/task-types.ts";
import {
  type ColumnSum,
  type LoanDue,
  listGroups,
  loansDue,
  type PlannedMoney,
  readPlannedMoney,
  sumCollateral,
  sumDebtors,
  sumLoansBy,
} from "./portfolio-queries.ts";

/** A debtor of a deal; one without an identifier is known in its own deal alone. */
export interface HeldDebtor {
  readonly dealId: number;
  readonly key: string;
  readonly name: string;
  readonly group: string;
  readonly fen: number;
}

/** What of loans and runs a portfolio is made of. */
export interface PortfolioSums {
  readonly debtors: readonly HeldDebtor[];
  readonly regions: readonly ColumnSum[];
  readonly courts: readonly ColumnSum[];
  readonly collateral: readonly ColumnSum[];
  readonly limitation: readonly LoanDue[];
  readonly enforcement: readonly LoanDue[];
  readonly money: readonly PlannedMoney[];
}

/** Packages of millions of loans are read through, off the main thread. */
const portfolioSums: Task<
  { readonly desk: DeskFile; readonly dealIds: readonly number[]; readonly from: string; readonly until: string },
  PortfolioSums
> = async ({ desk, dealIds, from, until }) => {
  const connection = new WorkerConnection(desk);
  try {
    const db = connection.kysely;
    const groups = new Map((await listGroups(db)).map(({ dealId, debtorKey: key, groupName }) => [`${dealId}/${key}`, groupName]));
    const debtors = (await sumDebtors(db, dealIds)).map(({ dealId, debtorId, debtorName, fen }) => {
      const key = debtorKey({ debtorId, debtorName, contractNo: "" });
      const group = groups.get(`${dealId}/${key}`) ?? "";
      const name = debtorName ?? debtorId ?? "";
      return { dealId, key: name === "" ? "" : key.startsWith("id:") ? key : `${dealId}/${key}`, name, group, fen };
    });
    return {
      debtors,
      regions: await sumLoansBy(db, "region", dealIds),
      courts: await sumLoansBy(db, "court", dealIds),
      collateral: await sumCollateral(db, dealIds),
      limitation: await loansDue(db, "limitation_date", dealIds, from, until),
      enforcement: await loansDue(db, "enforcement_deadline", dealIds, from, until),
      money: await readPlannedMoney(db),
    };
  } finally {
    connection.close();
  }
};

export const portfolioTasks = { portfolioSums };
export type PortfolioTasks = typeof portfolioTasks;
