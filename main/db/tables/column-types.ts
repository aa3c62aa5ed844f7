import type { ColumnType } from "kysely";

/** Column that a row keeps for life. */
export type Fixed<T> = ColumnType<T, T, never>;
/** 0 or 1: SQLite has no boolean. */
export type Flag = ColumnType<number, number | undefined, number>;
