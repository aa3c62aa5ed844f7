import { describe, expect, it } from "vitest";
import type { PackageColumns } from "../../../main/engine/engine-types.ts";
import { onHeldColumns, type SentColumns } from "../../../main/packages/held-columns.ts";
import { columnsOf } from "../engine/engine-fixtures.ts";

const context = { progress: () => undefined, isCancelled: () => false, throwIfCancelled: () => undefined, step: () => undefined };

/** The columns that a task is given. */
function seenBy(input: SentColumns): PackageColumns {
  let seen = input.columns;
  void onHeldColumns(({ columns }: SentColumns) => (seen = columns))(input, context);
  return seen;
}

describe("columns of one reading", () => {
  it("are the same object in every job, though each job receives a copy", () => {
    const first = columnsOf([]);
    expect(seenBy({ readingId: "r1", columns: first })).toBe(first);
    expect(seenBy({ readingId: "r1", columns: columnsOf([]) })).toBe(first);
    expect(seenBy({ readingId: "r2", columns: columnsOf([]) })).not.toBe(first);
  });

  it("are let go once two other readings came after them", () => {
    const first = seenBy({ readingId: "a", columns: columnsOf([]) });
    for (const readingId of ["b", "c"]) seenBy({ readingId, columns: columnsOf([]) });
    expect(seenBy({ readingId: "a", columns: columnsOf([]) })).not.toBe(first);
  });

  it("are taken as they come where the reading has no name", () => {
    const columns = columnsOf([]);
    expect(seenBy({ columns })).toBe(columns);
  });
});
