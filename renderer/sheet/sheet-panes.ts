import { create } from "zustand";
import type { SheetFilter } from "../../shared/contract/sheet-channels.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";

/** What is open over the sheet. */
export type SheetPane =
  | { readonly kind: "history"; readonly rowId: number; readonly contractNo: string; readonly field: TapeField }
  | { readonly kind: "edits" }
  /** `filter`: the condition that is changed; without it the column's first. */
  | { readonly kind: "filter"; readonly field: TapeField; readonly filter?: SheetFilter }
  /** `contractNo`: of the row that the keyboard is at. */
  | { readonly kind: "add"; readonly contractNo: string }
  | { readonly kind: "remove"; readonly rowIds: readonly number[] };

interface SheetPanes {
  readonly pane: SheetPane | null;
  readonly isFinding: boolean;
  /** How often finding was asked for: each time its field takes the focus. */
  readonly findings: number;
}

/** One sheet is on the screen at a time. */
export const useSheetPanes = create<SheetPanes>()(() => ({ pane: null, isFinding: false, findings: 0 }));

export const openPane = (pane: SheetPane): void => useSheetPanes.setState({ pane });
export const closePane = (): void => useSheetPanes.setState({ pane: null });
export const openFinding = (isFinding: boolean): void => useSheetPanes.setState(({ findings }) => ({ isFinding, findings: findings + 1 }));
