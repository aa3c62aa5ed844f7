import { fieldRecord } from "../../../shared/domain/tape-fields.ts";
import type { RawCell, RawMerge, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";

interface ColumnMerges {
  readonly index: number;
  readonly isAmount: boolean;
  /** Areas over several rows, from the top. */
  readonly areas: readonly RawMerge[];
  at: number;
  top: RawCell;
}

/** Gives the rows under a cell that is merged downwards the cell's fact. An amount stays where it stands: it counts once. */
export class MergeFill {
  readonly #columns: readonly ColumnMerges[];

  constructor(plan: SheetPlan, merges: readonly RawMerge[]) {
    const body = merges.filter(({ startRow, endRow }) => endRow > startRow && startRow >= plan.lastHeaderRow);
    this.#columns = [...plan.columns].flatMap(([field, columns]) =>
      columns.flatMap(({ index }): ColumnMerges[] => {
        const areas = body.filter(({ startColumn, endColumn }) => startColumn <= index && index <= endColumn).sort((a, b) => a.startRow - b.startRow);
        return areas.length === 0 ? [] : [{ index, isAmount: fieldRecord(field).kind === "amount", areas, at: 0, top: null }];
      }),
    );
  }

  /** The row with what it shares with a row above, and the columns whose amount stands for several rows. */
  fill(row: RawRow): { readonly row: RawRow; readonly sharedAmounts: readonly number[] } {
    let cells: RawCell[] | null = null;
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
    }
    return { row: cells === null ? row : { ...row, cells }, sharedAmounts };
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
