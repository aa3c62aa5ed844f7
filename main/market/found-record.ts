import { DeskError } from "../../shared/result.ts";

/** The record, which an id that isn't there has none of. */
export function found<T>(row: T | undefined, id: number | null): T {
  if (row === undefined) throw new DeskError("market.notFound", { id: id ?? 0 });
  return row;
}
