import { create } from "zustand";
import type { SheetRefusal, TypedCell } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";

/** A text that was typed and isn't in the database: on its way there, or refused. */
export interface WrittenCell {
  readonly list: SheetList;
  readonly rowId: number;
  readonly field: TapeField;
  /** Whose the row is, to say where a refused text stands. */
  readonly contractNo: string;
  readonly text: string;
  /** Why it was refused; null while it is on its way. */
  readonly refusal: Pick<SheetRefusal, "code" | "word"> | null;
}

interface WrittenCells {
  readonly dealId: number;
  readonly cells: ReadonlyMap<string, WrittenCell>;
}

const keyOf = (list: SheetList, rowId: number, field: TapeField) => `${list}/${rowId}/${field}`;

/** Outlives the screen, so that a refused text is still there on return. */
const useWritten = create<WrittenCells>()(() => ({ dealId: 0, cells: new Map() }));

const none: ReadonlyMap<string, WrittenCell> = new Map();
export const useWrittenCells = (dealId: number): ReadonlyMap<string, WrittenCell> => useWritten((state) => (state.dealId === dealId ? state.cells : none));

export const writtenAt = (cells: ReadonlyMap<string, WrittenCell>, list: SheetList, rowId: number, field: TapeField): WrittenCell | undefined =>
  cells.get(keyOf(list, rowId, field));

function change(dealId: number, next: (cells: Map<string, WrittenCell>) => void): void {
  const { dealId: before, cells } = useWritten.getState();
  const changed = new Map(before === dealId ? cells : []);
  next(changed);
  useWritten.setState({ dealId, cells: changed });
}

/** Notes texts that are on their way. */
export function noteWritten(dealId: number, written: readonly WrittenCell[]): void {
  change(dealId, (cells) => {
    for (const cell of written) cells.set(keyOf(cell.list, cell.rowId, cell.field), cell);
  });
}

/** Takes away what arrived or was given up, unless something newer was typed there. Answers whether anything was there. */
export function dropWritten(dealId: number, list: SheetList, typed: readonly TypedCell[]): boolean {
  let isAny = false;
  change(dealId, (cells) => {
    for (const { rowId, field, text } of typed) {
      if (cells.get(keyOf(list, rowId, field))?.text === text) isAny = cells.delete(keyOf(list, rowId, field)) || isAny;
    }
  });
  return isAny;
}
