import type { ChannelOutput } from "../../shared/contract/contract.ts";
import { WorkerConnection } from "../db/worker-connection.ts";
import type { Task } from "../jobs/task-types.ts";
import { type Comparison, compareTapes, type TapesToCompare } from "./compare-tapes.ts";
import type { LoanPairs } from "./loan-match.ts";
import { matchTapes } from "./match-tapes.ts";
import { exportVersionRows } from "./version-file.ts";
import { filteredPlaces, VersionRowReader, type VersionRowsInput } from "./version-lists.ts";

const compareTapesTask: Task<TapesToCompare, Comparison> = (input, context) => compareTapes(input, context);

const matchTapesTask: Task<Omit<TapesToCompare, "debtorKeys">, LoanPairs> = async ({ desk, decided, ...tapes }, context) => {
  const connection = new WorkerConnection(desk);
  try {
    const { older, newer, grounds } = await matchTapes(connection, tapes, decided, () => context.throwIfCancelled());
    return { older, newer, grounds };
  } finally {
    connection.close();
  }
};

/** A page of a list of a comparison. */
const versionRowsTask: Task<VersionRowsInput, ChannelOutput<"versions.rows">> = async ({ desk, listed, filter, offset, limit }) => {
  const connection = new WorkerConnection(desk);
  try {
    const places = filteredPlaces(connection, listed, filter);
    const reader = await VersionRowReader.open(connection, listed);
    return { total: places.length, rows: reader.rows(filter.list, places.slice(offset, offset + limit)) };
  } finally {
    connection.close();
  }
};

export const versionTasks = { compareTapes: compareTapesTask, matchTapes: matchTapesTask, versionRows: versionRowsTask, exportVersionRows };
export type VersionTasks = typeof versionTasks;
