/**
 * Rows of a text that a spreadsheet put on the clipboard: cells between tabs, rows between line ends; a cell with either in it stands
 * in quotes, its own quotes doubled. The line end that a spreadsheet puts behind the last row begins no other.
 */
export function pastedRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? (quotedCell(text, at) ?? plainCell(text, at)) : plainCell(text, at);
    row.push(cell);
    if (text[end] === "\t") {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = text[end] === "\r" && text[end + 1] === "\n" ? end + 2 : end + 1;
    if (at === text.length) break;
  }
  return rows;
}

interface ReadCell {
  readonly cell: string;
  /** Where its tab or line end stands, or the text ends. */
  readonly end: number;
}

const cellEnd = /[\t\r\n]/g;

function plainCell(text: string, from: number): ReadCell {
  cellEnd.lastIndex = from;
  const end = cellEnd.exec(text)?.index ?? text.length;
  return { cell: text.slice(from, end), end };
}

/** Null where what begins with a quote is no quoted cell. */
function quotedCell(text: string, from: number): ReadCell | null {
  let cell = "";
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const end = quote + 1;
      return end === text.length || /[\t\r\n]/.test(text[end] ?? "") ? { cell: cell.replaceAll(/\s*\r?\n\s*/g, " "), end } : null;
    }
    cell += '"';
    at = quote + 2;
  }
}
