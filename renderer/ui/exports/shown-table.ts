import type { ExportCell, ExportTable } from "../../../shared/domain/export-tables.ts";
import { noValue } from "../../../shared/format.ts";
import { type CopiedCell, shownNumber } from "../tables/copied-cells.ts";
import { readTable } from "../tables/read-table.ts";

/** What heads the table that is shown: its caption, else the name of what it stands in. */
export function titleOf(table: HTMLTableElement, otherwise: string): string {
  const named = table.closest("section[aria-label], aside[aria-label], [role=dialog][aria-label]")?.getAttribute("aria-label");
  return table.caption?.innerText.trim() || table.getAttribute("aria-label") || named || otherwise;
}

function cellOf(cell: CopiedCell): ExportCell {
  const number = shownNumber(cell);
  if (number === null) return cell.text.trim() === noValue ? null : cell.text.replaceAll(/\s+/g, " ").trim();
  return number.endsWith("%") ? { kind: "rate", value: Number(number.slice(0, -1)) / 100 } : { kind: "number", value: Number(number) };
}

/** A table as it is shown: the way out for tables that hand nothing over by themselves. Figures are as exact as they are shown. */
export function shownTable(table: HTMLTableElement, name: string): ExportTable {
  const [heads = [], ...rows] = readTable(table);
  const width = Math.max(1, heads.length, ...rows.map(({ length }) => length));
  return {
    name,
    columns: Array.from({ length: width }, (_, index) => ({ head: heads[index]?.text.replaceAll(/\s+/g, " ").trim() ?? "", kind: "text" as const })),
    rows: rows.map((row) => row.map(cellOf)),
  };
}
