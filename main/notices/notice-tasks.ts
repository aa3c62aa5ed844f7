import type { NoticeFigures } from "../../shared/domain/notice-figures.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { Task } from "../jobs/task-types.ts";
import { idRanges, type LoanIds, PlaceFinder } from "../tapes/loan-ids.ts";
import { readNoticeLoans } from "./notice-queries.ts";
import { NoticeSums } from "./notice-sums.ts";

const loansPerSlice = 20_000;

/** Reads the loans of a package as they stand and adds them up. */
const noticeFigures: Task<
  {
    readonly desk: DeskFile;
    readonly ids: LoanIds;
    readonly cutOffDate: string | null;
    readonly debtors: ConstructorParameters<typeof NoticeSums>[1];
  },
  NoticeFigures
> = async ({ desk, ids, cutOffDate, debtors }, context) => {
  const connection = new WorkerConnection(desk);
  try {
    const sums = new NoticeSums(cutOffDate, debtors);
    const places = new PlaceFinder(ids);
    for (const range of idRanges(ids, loansPerSlice)) {
      context.throwIfCancelled();
      for (const { id, ...loan } of await readNoticeLoans(connection.kysely, range)) {
        const place = places.of(id);
        if (place !== null) sums.add(place, loan);
      }
    }
    return sums.figures;
  } finally {
    connection.close();
  }
};

export const noticeTasks = { noticeFigures };
