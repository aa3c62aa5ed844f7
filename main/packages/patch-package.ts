import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import type { PackageColumns } from "../engine/engine-types.ts";
import { mapColumns, mapEstimates } from "../engine/package-columns.ts";
import { placeOfId } from "../tapes/loan-ids.ts";
import { ColumnWriter } from "./column-writer.ts";
import { FactColumns } from "./fact-columns.ts";
import { type LoadedPackage, type PackageIdentity, sharedColumn } from "./loaded-package.ts";
import { countEstimates, readCollateralSlice, readEstimateSlice, readGuarantorSlice, readLoanSlice } from "./package-queries.ts";
import { RowTaker } from "./row-taker.ts";

/** Loans read in one turn of the event loop. */
const loansAtOnce = 2000;

/** Columns of their own, which the engine's workers read without a copy. */
function copyOf(columns: PackageColumns): PackageColumns {
  const copies = mapColumns(({ array }, name) => {
    const copy = sharedColumn[array](columns[name].length);
    copy.set(columns[name]);
    return copy;
  });
  const { estimates } = columns;
  const ownCopy = (column: Float64Array) => {
    const copy = sharedColumn.numbers(column.length);
    copy.set(column);
    return copy;
  };
  return { ...columns, ...copies, estimates: estimates === null ? null : mapEstimates((name) => ownCopy(estimates[name])) };
}

/**
 * The package of a later revision of its tape, in which nothing but values of these loans changed: copies of the columns
 * with those loans written anew, by the rules that wrote them first. Null where more changed than columns can be patched
 * by, so that the package has to be read again.
 */
export async function patchPackage(
  db: Kysely<DeskSchema>,
  older: LoadedPackage,
  wanted: Omit<PackageIdentity, "ownRevision">,
  loanIds: ReadonlySet<number>,
): Promise<LoadedPackage | null> {
  if ((await countEstimates(db, wanted.tapeId)) > 0 !== (older.columns.estimates !== null)) return null;
  const columns = copyOf(older.columns);
  const facts = FactColumns.over(older.facts);
  const writer = ColumnWriter.over(columns, wanted, older.hasHolds);
  const ids = [...loanIds].sort((a, b) => a - b);
  for (let from = 0; from < ids.length; from += loansAtOnce) {
    const some = ids.slice(from, from + loansAtOnce);
    const items = new RowTaker(await readCollateralSlice(db, some));
    const guarantors = new RowTaker(await readGuarantorSlice(db, some));
    const estimates = new RowTaker(await readEstimateSlice(db, some));
    for (const loan of await readLoanSlice(db, some)) {
      const at = placeOfId(older.ids, loan.id);
      const [estimate] = estimates.of(loan.id);
      if (at === null || !writer.rewrite(at, loan, { items: items.of(loan.id), guarantors: guarantors.of(loan.id), estimate })) return null;
      facts.write(at, loan);
    }
  }
  const { revision, namesRevision } = wanted;
  return { ...older, readingId: randomUUID(), revision, namesRevision, columns, facts };
}
