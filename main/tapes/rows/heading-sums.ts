import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import { textOrNull } from "../cells/cell-text.ts";
import { identifierKey } from "../cells/parse-cells.ts";
import type { RawRow } from "../files/raw-sheet.ts";
import { fewestRowsOfSum } from "../header/classify-row.ts";
import { cellOf, type SheetPlan } from "../header/sheet-plan.ts";
import type { HeldSum, SheetReconciler } from "./reconcile-tape.ts";

/** A row that may be the heading of the records behind it, with their sum. */
interface HeldRow {
  readonly row: RawRow;
  readonly sum: HeldSum;
}

/** Rows without a contract are few; a list in which they are many has no such headings. */
const mostHeld = 16;

const nameFields: readonly TapeField[] = ["debtorName", "securedDebtor"];

/**
 * Headings that carry a sum: a row with amounts and without a contract, under which the records stand whose sum it is. It is
 * held back until they have come; a row that turns out to be none is a record without a contract.
 */
export class HeadingSums {
  readonly #plan: SheetPlan;
  #held: HeldRow[] = [];

  constructor(plan: SheetPlan) {
    this.#plan = plan;
  }

  /** Holds a row back; answers the rows that can wait no longer. */
  hold(row: RawRow, reconciler: SheetReconciler): readonly RawRow[] {
    const late = this.#held.splice(0, Math.max(0, this.#held.length - mostHeld + 1));
    this.#held.push({ row, sum: reconciler.hold(row) });
    return late.map(({ row: one }) => one);
  }

  get areHeld(): boolean {
    return this.#held.length > 0;
  }

  mayBeHeading(row: RawRow): boolean {
    if (this.#plan.role !== "loans" || row.isHidden || textOrNull(cellOf(row, this.#plan, "contractNo")) !== null) return false;
    return fewestRowsOfSum(row, null, this.#plan) !== null;
  }

  /** The held rows that a record now completes. One record is enough where it is of the debtor that the heading names, or the heading names none. */
  completedBy(record: RawRow): readonly RawRow[] {
    const complete = this.#held.filter(({ row, sum }) => sum.isOfRowsBehind(this.#isOfOne(row, record) ? (fewestRowsOfSum(row, record, this.#plan) ?? 2) : 2));
    if (complete.length === 0) return [];
    for (const { sum } of complete) sum.takeBack();
    this.#held = this.#held.filter((held) => !complete.includes(held));
    return complete.map(({ row }) => row);
  }

  #isOfOne(heading: RawRow, record: RawRow): boolean {
    return nameFields.every((field) => {
      const [own, other] = [heading, record].map((row) => textOrNull(cellOf(row, this.#plan, field)));
      return own === null || own === undefined || (other != null && identifierKey(own) === identifierKey(other));
    });
  }

  /** The rows that no records completed. */
  release(): readonly RawRow[] {
    return this.#held.splice(0).map(({ row }) => row);
  }
}
