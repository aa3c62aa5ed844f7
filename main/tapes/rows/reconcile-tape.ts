import type { ReconciliationLine } from "../../../shared/domain/import-report.ts";
import type { AmountField } from "../../../shared/domain/tape-fields.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { type RowProblem, readAmount } from "./row-cells.ts";

interface ColumnSums {
  statedFen: number | null;
  keptFen: number;
  rejectedFen: number;
  rejectedUnreadable: number;
}

/** Keeps the sums of one sheet's amount columns, and the totals that the sheet states. */
export class SheetReconciler {
  readonly #plan: SheetPlan;
  readonly #sums: ReadonlyMap<AmountField, ColumnSums>;
  statedRow: number | null = null;

  constructor(plan: SheetPlan) {
    this.#plan = plan;
    this.#sums = new Map(plan.amounts.map((field) => [field, { statedFen: null, keptFen: 0, rejectedFen: 0, rejectedUnreadable: 0 }]));
  }

  /** Adds a record's amounts, read again from its cells, to the kept or the rejected side. */
  add(row: RawRow, isKept: boolean): void {
    for (const [field, sums] of this.#sums) {
      const { fen, problem } = readAmount(row, this.#plan, field);
      if (isKept) sums.keptFen += fen ?? 0;
      else if (problem === null) sums.rejectedFen += fen ?? 0;
      else sums.rejectedUnreadable += 1;
    }
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
      const { statedFen, keptFen, rejectedFen } = sums;
      const differenceFen = statedFen === null ? null : statedFen - keptFen;
      return { sheet: this.#plan.name, field, ...sums, differenceFen, outcome: outcomeOf(differenceFen, rejectedFen) };
    });
  }
}

function outcomeOf(differenceFen: number | null, rejectedFen: number): ReconciliationLine["outcome"] {
  if (differenceFen === null) return "notStated";
  if (differenceFen === 0) return "agrees";
  return differenceFen === rejectedFen ? "agreesWithRejected" : "differs";
}
