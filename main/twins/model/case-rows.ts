import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import type { TwinBook, TwinSheet } from "../workbook/twin-book.ts";
import type { CellStyle, TwinTable } from "../workbook/twin-table.ts";
import type { TwinWords } from "./twin-words.ts";

/** A figure of each case, in a row of its own. */
export interface CaseRow {
  /** Its cells are named by it and the case: `hurdle_base`. */
  readonly name: string;
  readonly label: string;
  readonly style: CellStyle;
  readonly formula: (caseName: CaseName) => string;
}

/** A table of figures with a column for each case. Rows are added in the order in which they can be worked out. */
export class CaseRows {
  readonly table: TwinTable;
  readonly #book: TwinBook;
  readonly #rows: readonly Omit<CaseRow, "formula">[];

  constructor(book: TwinBook, sheet: TwinSheet, key: string, title: string | null, rows: readonly Omit<CaseRow, "formula">[], words: TwinWords) {
    this.#book = book;
    this.#rows = rows;
    this.table = book.addTable(sheet, key, title, rows.length);
    this.table.texts(
      "label",
      words.head("figure"),
      rows.map(({ label }) => label),
    );
    for (const caseName of caseNames) {
      this.table.addEmpty(
        { key: caseName, head: words.say(`code.caseName.${caseName}`), style: "number" },
        rows.map(({ style }) => style),
      );
    }
    this.table.texts(
      "name",
      words.head("name"),
      rows.map(({ name }) => `${name}_…`),
    );
  }

  /** A row that the app says. */
  state(name: string, valueOf: (caseName: CaseName) => number): void {
    const row = this.#rowOf(name);
    for (const caseName of caseNames) {
      const column = this.table.column(caseName);
      column.values[row] = valueOf(caseName);
      this.#book.nameCell(`${name}_${caseName}`, column, row);
    }
  }

  /** Works out a row of the table. */
  add(name: string, formula: (caseName: CaseName) => string): void {
    const row = this.#rowOf(name);
    for (const caseName of caseNames) {
      this.#book.nameCell(`${name}_${caseName}`, this.table.column(caseName), row);
      this.table.calculate([{ key: caseName, head: "", style: "number", formula: formula(caseName) }], row, row + 1);
    }
  }

  #rowOf(name: string): number {
    const row = this.#rows.findIndex((one) => one.name === name);
    if (row < 0) throw new Error(`no figure ${name}`);
    return row;
  }
}
