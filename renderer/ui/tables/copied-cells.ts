import { noValue } from "../../../shared/format.ts";

/** A cell as it is shown; figures are numbers where they read as one, all else stays text. */
export interface CopiedCell {
  readonly text: string;
  readonly isFigure: boolean;
}
export type CopiedRows = readonly (readonly CopiedCell[])[];

export const wordsCell = (text: string): CopiedCell => ({ text, isFigure: false });

const numberForm = /^[+−-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?%?$/;

/** A figure as a sheet reads it: without separators of thousands, with its own minus. Null where it is no number. */
export function shownNumber({ text, isFigure }: CopiedCell): string | null {
  const shown = text.trim();
  return isFigure && numberForm.test(shown) ? shown.replaceAll(",", "").replace("−", "-").replace("+", "") : null;
}

/** Text in one line, none where the screen shows that there is nothing; one that a sheet would take for a formula is marked as text, since it came out of a file of somebody else. */
function plainText({ text }: CopiedCell): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  if (line === noValue) return "";
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Rows as lines of cells between tabs, as sheets paste them. */
export const tabText = (rows: CopiedRows): string => rows.map((row) => row.map((cell) => shownNumber(cell) ?? plainText(cell)).join("\t")).join("\n");

/** The same as a table, which says of each cell whether it is text: a sheet would make numbers of identifiers and cut their digits. */
export function tableMarkup(rows: CopiedRows): string {
  const cellOf = (cell: CopiedCell) => {
    const number = shownNumber(cell);
    return number === null ? `<td style="mso-number-format:'\\@'">${escaped(plainText(cell))}</td>` : `<td>${number}</td>`;
  };
  return `<table>${rows.map((row) => `<tr>${row.map(cellOf).join("")}</tr>`).join("")}</table>`;
}
