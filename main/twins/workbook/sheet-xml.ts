import { cellFormat, headFormat, lineFormat, titleFormat } from "./cell-styles.ts";
import type { TwinSheet } from "./twin-book.ts";
import { columnLetter, type TwinColumn, type TwinTable } from "./twin-table.ts";
import { cellXml, xmlText } from "./xml-text.ts";

/** Rows in a piece of a part's text. */
const rowsPerPiece = 500;

/** Gives every table of a sheet its place: lines first, then each under its title and its heads, with a row between. */
export function layOut({ lines, tables }: TwinSheet): void {
  let row = lines.length + (lines.length > 0 ? 2 : 1);
  let formulas = 0;
  for (const table of tables) {
    row += table.title === null ? 0 : 1;
    table.firstRow = row + 1;
    row += 1 + table.rowCount + 1;
    for (const column of table.columns) {
      column.firstFormula = formulas;
      formulas += column.runs.length;
    }
  }
}

/** A sheet with all its cells, piece by piece. `step` is told the rows that are written. */
export function* sheetXml(sheet: TwinSheet, step: (rows: number) => void): Generator<string> {
  const { lines, tables } = sheet;
  yield sheetStart(sheet);
  yield lines.map((line, at) => `<row r="${at + 1}">${textCell(`A${at + 1}`, line, at === 0 ? titleFormat : lineFormat)}</row>`).join("");
  for (const table of tables) {
    yield tableHead(table);
    const cells = table.columns.map((column) => cellWriter(column));
    for (let from = 0; from < table.rowCount; from += rowsPerPiece) {
      const to = Math.min(table.rowCount, from + rowsPerPiece);
      let piece = "";
      for (let row = from; row < to; row++) {
        piece += `<row r="${table.firstRow + row}">`;
        for (const cell of cells) piece += cell(row);
        piece += "</row>";
      }
      step(to - from);
      yield piece;
    }
  }
  yield '</sheetData><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/></worksheet>';
}

const widths = { text: 18, money: 18, number: 12, share: 10, factor: 12, date: 12, code: 9 } as const;
const widestText = 48;

/** Signs of Chinese are two columns wide. */
const drawnLength = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);

function widthOf(column: TwinColumn): number {
  const texts = column.texts?.slice(0, 60) ?? [];
  return Math.min(widestText, Math.max(widths[column.style], ...texts.map((text) => (text === null ? 0 : drawnLength(text) + 2))));
}

function sheetStart({ lines, tables }: TwinSheet): string {
  const count = Math.max(1, ...tables.map(({ columns }) => columns.length));
  const last = Math.max(lines.length, 1, ...tables.map(({ firstRow, rowCount }) => firstRow + rowCount - 1));
  const cols = Array.from({ length: count }, (_, at) => {
    const width = Math.max(8, ...tables.flatMap(({ columns }) => (columns[at] === undefined ? [] : [widthOf(columns[at])])));
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const [only] = tables;
  // One long table keeps its heads in sight.
  const frozen = only !== undefined && tables.length === 1 ? only.firstRow - 1 : 0;
  const pane = frozen === 0 ? "" : `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<dimension ref="A1:${columnLetter(count - 1)}${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="14"/>`,
    `<cols>${cols.join("")}</cols><sheetData>`,
  ].join("");
}

function tableHead({ title, firstRow, columns }: TwinTable): string {
  const heads = columns.map(({ letter, head }) => textCell(`${letter}${firstRow - 1}`, head, headFormat)).join("");
  const above = title === null ? "" : `<row r="${firstRow - 2}">${textCell(`A${firstRow - 2}`, title, titleFormat)}</row>`;
  return `${above}<row r="${firstRow - 1}">${heads}</row>`;
}

/** Text as text, whatever it begins with. */
function textCell(address: string, text: string, format: number): string {
  return text === "" ? "" : `<c r="${address}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${cellXml(text)}</t></is></c>`;
}

/** Writes the cells of a column. A formula that goes on over many rows is written once, and shared by them. */
function cellWriter(column: TwinColumn): (row: number) => string {
  const { letter, table, values, texts, runs, marked } = column;
  const format = column.styles === null && marked.size === 0 ? String(cellFormat(column, 0)) : null;
  let run = runs[0];
  let runAt = 0;
  let isTold = false;
  return (row) => {
    const address = `${letter}${table.firstRow + row}`;
    while (run !== undefined && row >= run.to) {
      run = runs[++runAt];
      isTold = false;
    }
    const style = format ?? cellFormat(column, row);
    const text = texts?.[row];
    if (text != null) return textCell(address, text, cellFormat(column, row));
    const value = values[row] ?? Number.NaN;
    if (run === undefined || row < run.from || marked.has(row)) return Number.isNaN(value) ? "" : `<c r="${address}" s="${style}"><v>${value}</v></c>`;
    const result = Number.isFinite(value) ? `<v>${value}</v>` : "";
    const type = Number.isFinite(value) ? "" : ' t="str"';
    if (isTold) return `<c r="${address}" s="${style}"${type}><f t="shared" si="${column.firstFormula + runAt}"/>${result}</c>`;
    isTold = true;
    const isAlone = run.to - row === 1;
    const rest = isAlone ? "" : ` t="shared" ref="${address}:${letter}${table.firstRow + run.to - 1}" si="${column.firstFormula + runAt}"`;
    return `<c r="${address}" s="${style}"${type}><f${rest}>${xmlText(run.text(row))}</f>${result}</c>`;
  };
}
