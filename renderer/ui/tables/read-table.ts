import { type CopiedCell, type CopiedRows, wordsCell } from "./copied-cells.ts";

/** What a control of a cell holds. */
function valueOf(control: Element): string {
  if (control instanceof HTMLSelectElement) return control.selectedOptions[0]?.text ?? "";
  if (!(control instanceof HTMLInputElement)) return "";
  return control.type === "checkbox" || control.type === "radio" ? "" : control.value;
}

/** A cell as it is shown: what stands at the right of its column is a figure, and so is any number of a chart. */
export function readCell(cell: HTMLTableCellElement): CopiedCell {
  const controls = [...cell.querySelectorAll("input, select")].map(valueOf).filter(Boolean);
  const isAtRight = ["right", "end"].includes(getComputedStyle(cell).textAlign);
  const isOfChart = cell.tagName === "TD" && cell.closest("figure") !== null;
  return { text: controls.length > 0 ? controls.join(" ") : cell.innerText, isFigure: isAtRight || isOfChart };
}

/** The cells of a table in rows and columns, its heads among them. Cells over several have their text once; a column of buttons is left out. */
export function readTable(table: HTMLTableElement): CopiedRows {
  const grid: CopiedCell[][] = [];
  for (const [top, row] of [...table.rows].entries()) {
    let left = 0;
    for (const cell of row.cells) {
      while (grid[top]?.[left] !== undefined) left += 1;
      const read = readCell(cell);
      for (let down = 0; down < cell.rowSpan; down += 1)
        for (let right = 0; right < cell.colSpan; right += 1) {
          const line = (grid[top + down] ??= []);
          line[left + right] = down === 0 && right === 0 ? read : wordsCell("");
        }
      left += cell.colSpan;
    }
  }
  const width = Math.max(0, ...grid.map(({ length }) => length));
  const shown = Array.from({ length: width }, (_, column) => column).filter((column) => grid.some((line) => (line[column]?.text ?? "").trim() !== ""));
  return grid.map((line) => shown.map((column) => line[column] ?? wordsCell("")));
}
