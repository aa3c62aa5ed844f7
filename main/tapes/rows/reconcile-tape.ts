import type { ReconciliationLine } from "../../../shared/domain/import-report.ts";
import type { AmountField } from "../../../shared/domain/tape-fields.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import type { TotalKind } from "../header/row-labels.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { type RowProblem, readAmount } from "./row-cells.ts";

interface ColumnSums {
  readonly field: AmountField;
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
  readonly wasHeld?: boolean;
}

/** Sums of the records from a place in the list on, in the order of the plan's amounts. */
interface RunningSum {
  rows: number;
  readonly fen: number[];
}

/** A row in the running sums that may be the sum of the rows behind it. */
export interface HeldSum {
  isOfRowsBehind(fewestRows: number): boolean;
  takeBack(): void;
}

/** Keeps the sums of one sheet's amount columns, and the totals that the sheet states. */
export class SheetReconciler {
  readonly #plan: SheetPlan;
  readonly #sums: readonly ColumnSums[];
  readonly #all: RunningSum;
  #sinceSum: RunningSum;
  /** Records before the last total, and before the last one that agreed with them. */
  #statedAfter = -1;
  #agreedAfter = -1;
  statedRow: number | null = null;

  constructor(plan: SheetPlan) {
    this.#plan = plan;
    this.#sums = plan.amounts.map((field) => ({ field, statedFen: null, keptFen: 0, rejectedFen: 0, rejectedUnreadable: 0, hiddenFen: 0 }));
    this.#all = this.#newSum();
    this.#sinceSum = this.#newSum();
  }

  #newSum(): RunningSum {
    return { rows: 0, fen: this.#plan.amounts.map(() => 0) };
  }

  /** Adds a record's amounts, read again from its cells, to the side on which it is; one that was held back counts in the running sums already. */
  add(row: RawRow, { isKept, isHidden, wasHeld = false }: RecordFate): void {
    for (const [at, sums] of this.#sums.entries()) {
      const { fen, problem } = readAmount(row, this.#plan, sums.field);
      const amount = fen ?? 0;
      if (!wasHeld) this.#count(at, amount);
      if (isHidden) sums.hiddenFen += amount;
      if (isKept) sums.keptFen += amount;
      else if (isHidden) continue;
      else if (problem === null) sums.rejectedFen += amount;
      else sums.rejectedUnreadable += 1;
    }
    if (wasHeld) return;
    this.#all.rows += 1;
    this.#sinceSum.rows += 1;
  }

  /** Adds a kept record's amounts, in the order of the plan's. */
  addKept(fen: readonly (number | null)[]): void {
    for (const [at, sums] of this.#sums.entries()) {
      const amount = fen[at] ?? 0;
      this.#count(at, amount);
      sums.keptFen += amount;
    }
    this.#all.rows += 1;
    this.#sinceSum.rows += 1;
  }

  #count(at: number, fen: number): void {
    this.#all.fen[at] = (this.#all.fen[at] ?? 0) + fen;
    this.#sinceSum.fen[at] = (this.#sinceSum.fen[at] ?? 0) + fen;
  }

  /** Counts a row in the running sums that may turn out to be the sum of those behind it. */
  hold(row: RawRow): HeldSum {
    const counted = [this.#all, this.#sinceSum];
    const shift = (sign: 1 | -1) => {
      for (const running of counted) {
        running.rows += sign;
        for (const [at, field] of this.#plan.amounts.entries()) {
          running.fen[at] = (running.fen[at] ?? 0) + sign * (readAmount(row, this.#plan, field).fen ?? 0);
        }
      }
    };
    shift(1);
    const before = { rows: this.#all.rows, fen: [...this.#all.fen] };
    return {
      isOfRowsBehind: (fewestRows) => {
        const fen = this.#all.fen.map((sum, at) => sum - (before.fen[at] ?? 0));
        return this.#isSum(row, { rows: this.#all.rows - before.rows, fen }, this.#plan.amounts, fewestRows);
      },
      takeBack: () => shift(-1),
    };
  }

  /** How a row's leading amount stands to the records before it. One record alone is no sum of all. */
  sumKind(row: RawRow): TotalKind | null {
    const leading = this.#plan.amounts.slice(0, 1);
    if (this.#isSum(row, this.#all, leading, 2)) return "total";
    return this.#isSum(row, this.#sinceSum, leading, 2) ? "subtotal" : null;
  }

  /** The same by all amounts of the row, of which one at least is some money. */
  exactSumKind(row: RawRow, fewestRows: number): TotalKind | null {
    if (this.#isSum(row, this.#all, this.#plan.amounts, fewestRows)) return "total";
    return this.#isSum(row, this.#sinceSum, this.#plan.amounts, fewestRows) ? "subtotal" : null;
  }

  #isSum(row: RawRow, { rows, fen: sums }: RunningSum, fields: readonly AmountField[], fewestRows: number): boolean {
    if (rows < fewestRows) return false;
    const stated = fields.map((field, at) => ({ fen: readAmount(row, this.#plan, field).fen, sum: sums[at] ?? 0 }));
    const isStated = stated[0]?.fen != null && stated.some(({ fen }) => fen !== null && fen !== 0);
    // Each record may be rounded to the fen.
    return isStated && stated.every(({ fen, sum }) => fen === null || Math.abs(fen - sum) <= Math.max(2, rows));
  }

  get isBehindTotal(): boolean {
    return this.#statedAfter === this.#all.rows;
  }

  get isBehindAgreedTotal(): boolean {
    return this.#agreedAfter === this.#all.rows;
  }

  /** A sum stands here: the next one is of the records behind it. */
  passSum(): void {
    this.#sinceSum = this.#newSum();
  }

  /**
   * Takes a totals row; of each column the last total of a sheet counts, so that "共465笔" below "合计" erases none, but
   * nothing below one that agrees with the records. Returns what can't be read in it.
   */
  state(row: RawRow): RowProblem[] {
    const agrees = this.#isSum(row, this.#all, this.#plan.amounts, 1);
    if (this.isBehindAgreedTotal && !agrees) return [];
    if (agrees) this.#agreedAfter = this.#all.rows;
    const problems: RowProblem[] = [];
    for (const sums of this.#sums) {
      const { fen, problem } = readAmount(row, this.#plan, sums.field);
      if (fen !== null) {
        sums.statedFen = fen;
        this.statedRow = row.rowNumber;
        this.#statedAfter = this.#all.rows;
      }
      if (problem !== null) problems.push(problem);
    }
    return problems;
  }

  lines(): ReconciliationLine[] {
    return this.#sums.map((sums) => {
      const { statedFen, keptFen } = sums;
      const differenceFen = statedFen === null ? null : statedFen - keptFen;
      return { sheet: this.#plan.name, ...sums, differenceFen, outcome: this.#outcomeOf(differenceFen, sums) };
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
