import Sqlite, { type Database } from "better-sqlite3";

interface LockOptions {
  readonly timeoutMs: number;
  readonly nativeBinding?: string | null | undefined;
}

/**
 * Keeps a second app away for as long as this one has the desk open: an empty file beside it, locked as SQLite locks files,
 * so that the lock ends with the process however that ends. It stays when it is closed, since another start may wait for it.
 */
export function lockDesk(databaseFile: string, { timeoutMs, nativeBinding }: LockOptions): Database {
  const lock = new Sqlite(`${databaseFile}-lock`, { timeout: timeoutMs, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    throw error;
  }
  return lock;
}

/** Whether some process has the desk open. A process id would not tell: it may be another process's by now. */
export function isDeskOpen(databaseFile: string): boolean {
  try {
    lockDesk(databaseFile, { timeoutMs: 0 }).close();
    return false;
  } catch (error) {
    return error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY");
  }
}
