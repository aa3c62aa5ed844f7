import { fieldRecord } from "../../../shared/domain/tape-fields.ts";
import type { RawCell, RawMerge, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";

interface ColumnMerges {
  readonly index: number;
  readonly isAmount: boolean;
  readonly isContract: boolean;
  /** Areas over several rows, from the top. */
  readonly areas: readonly RawMerge[];
  at: number;
  top: RawCell;
}

/** A row with what it shares with rows above it. */
export interface FilledRow {
  readonly row: RawRow;
  /** Columns whose amount stands for several rows. */
  readonly sharedAmounts: readonly number[];
  /** Its contract is that of the row above, as a merged cell or a ditto mark says: it is a further loan under it. */
  readonly isFurther: boolean;
}

const noAmounts: readonly number[] = [];

/** Gives the rows under a cell that is merged downwards the cell's fact. An amount stays where it stands: it counts once. */
export class MergeFill {
  readonly #columns: readonly ColumnMerges[];

  constructor(plan: SheetPlan, merges: readonly RawMerge[]) {
    const body = merges.filter(({ startRow, endRow }) => endRow > startRow && startRow >= plan.lastHeaderRow);
    this.#columns = [...plan.columns].flatMap(([field, columns]) =>
      columns.flatMap(({ index }): ColumnMerges[] => {
        const areas = body.filter(({ startColumn, endColumn }) => startColumn <= index && index <= endColumn).sort((a, b) => a.startRow - b.startRow);
        return areas.length === 0
          ? []
          : [{ index, isAmount: fieldRecord(field).kind === "amount", isContract: field === "contractNo", areas, at: 0, top: null }];
      }),
    );
  }

  fill(row: RawRow): FilledRow {
    if (this.#columns.length === 0) return { row, sharedAmounts: noAmounts, isFurther: false };
    let cells: RawCell[] | null = null;
    let isFurther = false;
    const sharedAmounts: number[] = [];
    for (const column of this.#columns) {
      const area = areaOver(column, row.rowNumber - 1);
      if (area === null) continue;
      const isTop = area.startRow === row.rowNumber - 1;
      if (isTop) column.top = row.cells[area.startColumn] ?? null;
      if (column.isAmount) {
        if (isTop && column.top !== null) sharedAmounts.push(column.index);
        continue;
      }
      if (column.top === null || (row.cells[column.index] ?? null) !== null) continue;
      cells ??= [...row.cells];
      while (cells.length < column.index) cells.push(null);
      cells[column.index] = column.top;
      isFurther ||= column.isContract;
    }
    return { row: cells === null ? row : { ...row, cells }, sharedAmounts, isFurther };
  }
}

/** The area over a row; rows come in their order. */
function areaOver(column: ColumnMerges, row: number): RawMerge | null {
  for (let area = column.areas[column.at]; area !== undefined; area = column.areas[++column.at]) {
    if (area.endRow < row) {
      column.top = null;
      continue;
    }
    return area.startRow <= row ? area : null;
  }
  return null;
}
