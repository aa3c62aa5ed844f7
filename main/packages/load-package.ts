import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import { yieldToLoop } from "../jobs/yield-to-loop.ts";
import { idRanges, type LoanIds, PlaceFinder } from "../tapes/loan-ids.ts";
import { ColumnWriter } from "./column-writer.ts";
import { FactColumns } from "./fact-columns.ts";
import type { LoadedPackage, PackageIdentity } from "./loaded-package.ts";
import { DebtorNumbers } from "./package-debtors.ts";
import { countPackageRows, readCollateralSlice, readEstimateSlice, readGuarantorSlice, readLoanSlice } from "./package-queries.ts";
import { RowTaker } from "./row-taker.ts";

/** Loans read in one turn of the event loop. */
const sliceLoans = 2000;

export interface PackageSource extends Omit<PackageIdentity, "ownRevision"> {
  readonly ids: LoanIds;
}

const noRows: readonly never[] = [];

/** Reads the rows of a tape into columns and applies the fill rules (METHOD §3); own estimates by debtor are no part of a tape. */
export async function loadPackage(db: Kysely<DeskSchema>, source: PackageSource): Promise<LoadedPackage> {
  const { tapeId, revision, namesRevision, ids, dealKind, cutOffDate } = source;
  const counts = await countPackageRows(db, tapeId);
  const writer = ColumnWriter.forRows(ids.count, counts, { dealKind, cutOffDate });
  const facts = new FactColumns(ids.count);
  const numbers = new DebtorNumbers(ids.count);
  const places = new PlaceFinder(ids);
  for (const range of idRanges(ids, sliceLoans)) {
    const loans = await readLoanSlice(db, range);
    const collateral = new RowTaker(counts.items === 0 ? noRows : await readCollateralSlice(db, range));
    const guarantors = new RowTaker(counts.guarantors === 0 ? noRows : await readGuarantorSlice(db, range));
    const estimates = new RowTaker(counts.estimates === 0 ? noRows : await readEstimateSlice(db, range));
    for (const loan of loans) {
      const at = places.of(loan.id);
      // Taken also for a loan of another package, so that the next one finds its own.
      const [[estimate], items, guarantees] = [estimates.of(loan.id), collateral.of(loan.id), guarantors.of(loan.id)];
      if (at === null) continue;
      writer.write(at, loan, { items, guarantors: guarantees, estimate });
      facts.write(at, loan);
      numbers.meet(at, loan);
    }
    await yieldToLoop();
  }
  const { columns } = writer;
  const debtors = numbers.number(columns.debtor);
  return {
    readingId: randomUUID(),
    tapeId,
    revision,
    namesRevision,
    dealKind,
    cutOffDate,
    ownRevision: null,
    ids,
    hasHolds: counts.statedHolds > 0,
    debtorCount: debtors.named,
    debtors,
    columns,
    facts,
  };
}
