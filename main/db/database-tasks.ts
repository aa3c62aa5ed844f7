import { type DeskFile, WorkerConnection } from "./worker-connection.ts";

/** Folds the log into the database's file, where it takes no time of the main process. */
function foldLog(desk: DeskFile): void {
  const connection = new WorkerConnection(desk);
  try {
    connection.foldLog();
  } finally {
    connection.close();
  }
}

/** What workers do to the database as such. */
export const databaseTasks = { foldLog };
