import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { Task } from "../jobs/task-types.ts";
import { assetsByDebtor, type DebtorAssets } from "./debtor-assets.ts";
import { readLoansOfGuarantors } from "./debtor-queries.ts";
import { type DebtorSums, type SummedPackage, sumByDebtor } from "./debtor-sums.ts";

/** What a sheet shows of debtors that the desk doesn't type. */
export interface DebtorFigures extends DebtorSums, DebtorAssets {}

const sumDebtorsTask: Task<SummedPackage, DebtorFigures> = (input) => ({ ...sumByDebtor(input), ...assetsByDebtor(input.columns, input.debtors) });

/** The loans of a tape for which the guarantors stand. */
const loansOfGuarantorsTask: Task<
  { readonly desk: DeskFile; readonly tapeId: number; readonly names: readonly string[] },
  Awaited<ReturnType<typeof readLoansOfGuarantors>>
> = ({ desk, tapeId, names }) => {
  const connection = new WorkerConnection(desk);
  return readLoansOfGuarantors(connection.kysely, tapeId, names).finally(() => connection.close());
};

export const debtorTasks = { sumDebtors: sumDebtorsTask, loansOfGuarantors: loansOfGuarantorsTask };
export type DebtorTasks = typeof debtorTasks;
