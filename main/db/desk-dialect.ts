import type { Database } from "better-sqlite3";
import { type DatabaseConnection, type Driver, type SqliteDatabase, SqliteDialect, SqliteDriver } from "kysely";

/**
 * SQLite rolls back by itself when the disk is full or fails. A second rollback would fail for want of a transaction,
 * and its error would hide the first, which says what happened.
 */
class DeskDriver extends SqliteDriver {
  readonly #raw: Database;
  constructor(database: SqliteDatabase, raw: Database) {
    super({ database });
    this.#raw = raw;
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Queries go to `database` where something stands before `raw`. */
export class DeskDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  readonly #raw: Database;
  constructor(raw: Database, database: SqliteDatabase = raw) {
    super({ database });
    this.#database = database;
    this.#raw = raw;
  }
  override createDriver(): Driver {
    return new DeskDriver(this.#database, this.#raw);
  }
}
