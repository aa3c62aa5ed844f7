import type { PaperSize } from "../../shared/contract/app-channels.ts";
import type { DebtorColumn } from "./debtor-columns.ts";

/** Pixels of the screen's columns that a sheet across takes, at the size in which it prints. */
export const paperWidth = { A4: 1380, A3: 1988 } as const satisfies Record<PaperSize, number>;

/** Columns side by side on one sheet; the first one stands on each, so that every figure has its debtor. */
export function paperBands(
  columns: readonly DebtorColumn[],
  widthOf: (column: DebtorColumn) => number,
  paper: PaperSize,
): readonly (readonly DebtorColumn[])[] {
  const [first, ...others] = columns;
  if (first === undefined) return [];
  const bands: DebtorColumn[][] = [[first]];
  let used = widthOf(first);
  for (const column of others) {
    if (used + widthOf(column) > paperWidth[paper] && (bands.at(-1)?.length ?? 0) > 1) {
      bands.push([first]);
      used = widthOf(first);
    }
    bands.at(-1)?.push(column);
    used += widthOf(column);
  }
  return bands;
}
