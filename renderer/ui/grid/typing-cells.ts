import type { Rectangle } from "@glideapps/glide-data-grid";
import type { SortWay } from "./use-grid-names.ts";

export interface TypingColumn {
  readonly key: string;
  /** With the unit, where the column has one. */
  readonly title: string;
  readonly width: number;
  readonly isNumber: boolean;
  readonly sort: SortWay;
  readonly isFiltered: boolean;
}

/** How a cell is marked, never by colour alone. `edited` and `added` are the desk's; `pending` isn't stored yet; `refused` never will be as it stands. */
export type CellMark = "edited" | "added" | "pending" | "refused";

export interface TypingCell {
  readonly text: string;
  /** What the editor begins with. */
  readonly typed: string;
  readonly isReadOnly: boolean;
  readonly mark: CellMark | null;
  /** Read aloud behind the text. */
  readonly spoken: string;
}

/** Undefined while the row of the cell is on its way. */
export type TypingCellAt = (columnIndex: number, rowIndex: number) => TypingCell | undefined;

export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

/** Cells beside and below one another. */
export interface CellRange {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

export const rectangleCells = ({ x, y, width, height }: Rectangle): CellRange => ({ column: x, row: y, columns: width, rows: height });

/** What helps with a text that is being typed. */
export interface TypingHelp {
  readonly options: readonly string[];
  /** The first option is meant where nothing else is chosen: the column takes nothing but its options. */
  readonly isClosed: boolean;
  /** The unit, or how the text is read. */
  readonly note: string;
}

/** What the grid asks of its owner. */
export interface TypingDeeds {
  readonly onCommit: (place: GridPlace, text: string) => void;
  readonly onPaste: (place: GridPlace, rows: readonly (readonly string[])[]) => void;
  readonly onClear: (range: CellRange) => void;
  /** The rows of the source, again and again, into the range below or above it. */
  readonly onFill: (source: CellRange, target: CellRange) => void;
  readonly onCopy: (range: CellRange, event: ClipboardEvent) => void;
  /** Something was typed where nothing can be. */
  readonly onReadOnly: (place: GridPlace) => void;
  readonly helpWith: (place: GridPlace, text: string) => TypingHelp;
}
