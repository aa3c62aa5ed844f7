import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import { yieldToLoop } from "../jobs/yield-to-loop.ts";
import { ColumnWriter } from "./column-writer.ts";
import { FactColumns } from "./fact-columns.ts";
import type { LoadedPackage, PackageIdentity } from "./loaded-package.ts";
import { countPackageRows, type IdRange, readCollateralSlice, readEstimateSlice, readGuarantorSlice, readLoanSlice } from "./package-queries.ts";

/** Loans read in one turn of the event loop. */
const sliceLoans = 2000;

export interface PackageSource extends PackageIdentity {
  readonly firstLoanId: number;
  readonly loanCount: number;
  readonly debtorCount: number;
}

const noRows: readonly never[] = [];

/** Takes the rows of one loan after another from a list in the order of loans. */
class RowTaker<Row extends { readonly loan_id: number | null }> {
  readonly #rows: readonly Row[];
  #next = 0;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  of(loanId: number): readonly Row[] {
    const start = this.#next;
    while (this.#rows[this.#next]?.loan_id === loanId) this.#next += 1;
    return this.#next === start ? noRows : this.#rows.slice(start, this.#next);
  }
}

/** Reads the rows of a tape into columns and applies the fill rules (METHOD §3). */
export async function loadPackage(db: Kysely<DeskSchema>, source: PackageSource): Promise<LoadedPackage> {
  const { tapeId, firstLoanId, loanCount, debtorCount, dealKind, cutOffDate } = source;
  const counts = await countPackageRows(db, tapeId);
  const writer = new ColumnWriter(loanCount, counts, { dealKind, cutOffDate });
  const facts = new FactColumns(loanCount);
  for (let start = 0; start < loanCount; start += sliceLoans) {
    const ids: IdRange = { from: firstLoanId + start, to: firstLoanId + Math.min(start + sliceLoans, loanCount) };
    const loans = await readLoanSlice(db, ids);
    const collateral = new RowTaker(counts.items === 0 ? noRows : await readCollateralSlice(db, ids));
    const guarantors = new RowTaker(counts.guarantors === 0 ? noRows : await readGuarantorSlice(db, ids));
    const estimates = new RowTaker(counts.estimates === 0 ? noRows : await readEstimateSlice(db, ids));
    for (const loan of loans) {
      const [estimate] = estimates.of(loan.id);
      writer.write(loan.id - firstLoanId, loan, { items: collateral.of(loan.id), guarantors: guarantors.of(loan.id), estimate });
      facts.write(loan.id - firstLoanId, loan);
    }
    await yieldToLoop();
  }
  return { readingId: randomUUID(), tapeId, dealKind, cutOffDate, firstLoanId, debtorCount, columns: writer.columns, facts };
}
