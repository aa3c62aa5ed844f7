import { create } from "zustand";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { navigate } from "../desk/routes.ts";

/** A row that the tape sheet is to show once it opens. */
interface SheetTarget {
  readonly dealId: number;
  readonly list: SheetList;
  readonly rowId: number;
}

const useTarget = create<{ readonly target: SheetTarget | null }>()(() => ({ target: null }));

/** Opens the tape sheet at a row. */
export function openInSheet(target: SheetTarget): void {
  useTarget.setState({ target });
  navigate({ screen: "sheet", dealId: target.dealId });
}

/** The row that the sheet of a deal is asked for. */
export function sheetTargetOf(dealId: number): SheetTarget | null {
  const { target } = useTarget.getState();
  return target?.dealId === dealId ? target : null;
}

/** It was shown. */
export const dropSheetTarget = (): void => useTarget.setState({ target: null });
