import type { MemoColumn, MemoRow } from "./memo-blocks.tsx";

interface MemoTableProps {
  readonly columns: readonly MemoColumn[];
  readonly rows: readonly MemoRow[];
  /** Index of the first row in the whole table, so that stripes go on over a page break. */
  readonly firstRow: number;
}

/** A table of the memo, or the piece of it on one page; columns keep their widths over pages. */
export function MemoTable({ columns, rows, firstRow }: MemoTableProps) {
  return (
    <table className="memo-table" data-continued={firstRow > 0 ? "" : undefined}>
      <colgroup>
        {columns.map((column) => (
          <col key={column.label} style={{ width: `${column.width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={column.numeric ? "memo-number" : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={firstRow + index} className={row.emphasis ? `memo-row-${row.emphasis}` : undefined}>
            {row.cells.map((cell, column) => (
              <td
                key={columns[column]?.label ?? column}
                className={columns[column]?.numeric ? "memo-number" : undefined}
                colSpan={row.emphasis === "group" ? columns.length : 1}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
