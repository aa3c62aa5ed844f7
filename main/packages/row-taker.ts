const noRows: readonly never[] = [];

/** Takes the rows of one loan after another from a list in the order of loans. */
export class RowTaker<Row extends { readonly loan_id: number | null }> {
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
