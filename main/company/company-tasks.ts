import type { CompanyRecord } from "../../shared/contract/company-channels.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { Task } from "../jobs/task-types.ts";
import { readForeignList } from "../tapes/open-tape.ts";
import { refusing } from "../tapes/tape-tasks.ts";
import { type RunMoney, readRunMoney } from "./company-queries.ts";
import { type ReadTable, readCompanyTable } from "./company-table.ts";

/** Hundreds of stored results are read through for a few arrays each. */
const runMoney: Task<{ readonly desk: DeskFile }, readonly RunMoney[]> = async ({ desk }) => {
  const connection = new WorkerConnection(desk);
  try {
    return await readRunMoney(connection.kysely);
  } finally {
    connection.close();
  }
};

const importCompany: Task<{ readonly path: string; readonly kind: CompanyRecord["kind"] }, ReadTable> = ({ path, kind }, context) =>
  refusing(() => {
    const isCancelled = () => context.isCancelled();
    return readForeignList(
      { path },
      (source) => readCompanyTable(source, kind, isCancelled),
      isCancelled,
      ({ share }) => context.progress(share),
    );
  });

export const companyTasks = { runMoney, importCompany };
export type CompanyTasks = typeof companyTasks;
