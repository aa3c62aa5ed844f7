import type { RatioKind, RatioRange } from "../../shared/domain/quality.ts";
import type { ExceptionLog } from "./exception-log.ts";
import { robustRange } from "./robust-range.ts";

interface RatioRow {
  readonly rowId: number;
  readonly loanId: number;
  readonly above: number;
  readonly below: number;
}

const numbersPerRow = 4;

/** Four numbers a row, in slabs: a million rows take 32 MB. */
class RatioGroup {
  #rows = new Float64Array(numbersPerRow * 64);
  #length = 0;

  push({ rowId, loanId, above, below }: RatioRow): void {
    if (numbersPerRow * this.#length === this.#rows.length) {
      const grown = new Float64Array(2 * this.#rows.length);
      grown.set(this.#rows);
      this.#rows = grown;
    }
    this.#rows.set([rowId, above, below, loanId], numbersPerRow * this.#length);
    this.#length += 1;
  }

  ratios(): Float64Array {
    return Float64Array.from({ length: this.#length }, (_, row) => (this.#rows[numbersPerRow * row + 1] ?? 0) / (this.#rows[numbersPerRow * row + 2] ?? 1));
  }

  *rows(): Generator<RatioRow> {
    const at = (place: number) => this.#rows[place] ?? 0;
    for (let row = 0; row < numbersPerRow * this.#length; row += numbersPerRow)
      yield { rowId: at(row), above: at(row + 1), below: at(row + 2), loanId: at(row + 3) };
  }
}

/** Gathers ratios by kind and group, and tells once all rows were met which of them are unusual. */
export class RatioLog {
  readonly #groups = new Map<string, { readonly kind: RatioKind; readonly group: string | null; readonly rows: RatioGroup }>();

  /** A ratio with nothing above or below is none. */
  add(kind: RatioKind, group: string | null, row: RatioRow): void {
    if (!(row.above > 0 && row.below > 0)) return;
    const key = `${kind}/${group}`;
    const known = this.#groups.get(key) ?? { kind, group, rows: new RatioGroup() };
    this.#groups.set(key, known);
    known.rows.push(row);
  }

  finish(log: ExceptionLog): RatioRange[] {
    return [...this.#groups.values()].map(({ kind, group, rows }) => {
      const range = robustRange(rows.ratios());
      const { low, high } = range;
      if (low !== null && high !== null) {
        for (const { rowId, loanId, above, below } of rows.rows()) {
          const ratio = above / below;
          if (ratio < low || ratio > high) log.add({ rowId, loanId }, [{ kind, values: [above, below] }]);
        }
      }
      return { kind, group, ...range };
    });
  }
}
