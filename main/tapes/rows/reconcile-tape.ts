import type { ReconciliationLine } from "../../../shared/domain/import-report.ts";
import type { AmountField } from "../../../shared/domain/tape-fields.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import type { TotalKind } from "../header/row-labels.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { type RowProblem, readAmount } from "./row-cells.ts";

interface ColumnSums {
  statedFen: number | null;
  keptFen: number;
  rejectedFen: number;
  rejectedUnreadable: number;
  hiddenFen: number;
}

/** What became of a record: hidden ones are kept, unless the user left them out. */
export interface RecordFate {
  readonly isKept: boolean;
  readonly isHidden: boolean;
}

/** Keeps the sums of one sheet's amount columns, and the totals that the sheet states. */
export class SheetReconciler {
  readonly #plan: SheetPlan;
  readonly #sums: ReadonlyMap<AmountField, ColumnSums>;
  /** Sums and number of the records so far, and of those since the last sum in the list, by the field that every record has. */
  readonly #allRows = { fen: 0, rows: 0 };
  #sinceSum = { fen: 0, rows: 0 };
  statedRow: number | null = null;

  constructor(plan: SheetPlan) {
    this.#plan = plan;
    this.#sums = new Map(plan.amounts.map((field) => [field, { statedFen: null, keptFen: 0, rejectedFen: 0, rejectedUnreadable: 0, hiddenFen: 0 }]));
  }

  get #leading(): AmountField | undefined {
    return this.#plan.amounts[0];
  }

  /** Adds a record's amounts, read again from its cells, to the side on which it is. */
  add(row: RawRow, { isKept, isHidden }: RecordFate): void {
    for (const [field, sums] of this.#sums) {
      const { fen, problem } = readAmount(row, this.#plan, field);
      const amount = fen ?? 0;
      if (isHidden) sums.hiddenFen += amount;
      if (isKept) sums.keptFen += amount;
      else if (isHidden) continue;
      else if (problem === null) sums.rejectedFen += amount;
      else sums.rejectedUnreadable += 1;
    }
    this.#addSoFar(row);
  }

  #addSoFar(row: RawRow): void {
    const fen = this.#leading === undefined ? null : readAmount(row, this.#plan, this.#leading).fen;
    for (const sum of [this.#allRows, this.#sinceSum]) {
      sum.fen += fen ?? 0;
      sum.rows += 1;
    }
  }

  /** How a row's leading amount stands to the records before it. One record alone is no sum of all. */
  sumKind(row: RawRow): TotalKind | null {
    if (this.#leading === undefined || this.#sinceSum.rows === 0) return this.#isSum(row, this.#allRows, 2) ? "total" : null;
    if (this.#isSum(row, this.#allRows, 2)) return "total";
    return this.#isSum(row, this.#sinceSum, 2) ? "subtotal" : null;
  }

  #isSum(row: RawRow, { fen: sum, rows }: { readonly fen: number; readonly rows: number }, fewestRows: number): boolean {
    if (rows < fewestRows || sum === 0 || this.#leading === undefined) return false;
    const { fen } = readAmount(row, this.#plan, this.#leading);
    return fen !== null && Math.abs(fen - sum) <= Math.max(2, rows);
  }

  /** A sum stands here: the next one is of the records behind it. */
  passSum(): void {
    this.#sinceSum = { fen: 0, rows: 0 };
  }

  /** Takes a totals row; of each column the last total of a sheet counts, so that "共465笔" below "合计" erases none. Returns what can't be read in it. */
  state(row: RawRow): RowProblem[] {
    const problems: RowProblem[] = [];
    for (const [field, sums] of this.#sums) {
      const { fen, problem } = readAmount(row, this.#plan, field);
      if (fen !== null) {
        sums.statedFen = fen;
        this.statedRow = row.rowNumber;
      }
      if (problem !== null) problems.push(problem);
    }
    return problems;
  }

  lines(): ReconciliationLine[] {
    return [...this.#sums].map(([field, sums]) => {
      const { statedFen, keptFen } = sums;
      const differenceFen = statedFen === null ? null : statedFen - keptFen;
      return { sheet: this.#plan.name, field, ...sums, differenceFen, outcome: this.#outcomeOf(differenceFen, sums) };
    });
  }

  #outcomeOf(differenceFen: number | null, { rejectedFen, hiddenFen }: ColumnSums): ReconciliationLine["outcome"] {
    if (differenceFen === null) return "notStated";
    if (differenceFen === 0) return "agrees";
    if (differenceFen === rejectedFen) return "agreesWithRejected";
    const isLeft = this.#plan.mapping.hiddenRows === "leave";
    return hiddenFen !== 0 && differenceFen === (isLeft ? hiddenFen : -hiddenFen) ? "agreesWithoutHidden" : "differs";
  }
}
