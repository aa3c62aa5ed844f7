import { useEffect, useLayoutEffect, useRef } from "react";
import { wholeSheet } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { showError } from "../desk/session-store.ts";
import { dropSheetTarget, sheetTargetOf } from "../model/sheet-target.ts";
import { changeSheetLook, sheetLookNow } from "./sheet-store.ts";

/** Shows the list of the row that another screen opened the sheet at, whole, so that the row is in it. */
export function useTargetList(dealId: number): void {
  useLayoutEffect(() => {
    const target = sheetTargetOf(dealId);
    if (target !== null) changeSheetLook(dealId, { list: target.list, views: { ...sheetLookNow(dealId).views, [target.list]: wholeSheet } });
  }, [dealId]);
}

interface TargetRowParts {
  readonly dealId: number;
  readonly list: SheetList;
  readonly isReady: boolean;
  readonly goToRow: (rowId: number) => Promise<void>;
}

/** Goes to the row once its list has been read. */
export function useTargetRow({ dealId, list, isReady, goToRow }: TargetRowParts): void {
  const latest = useRef(goToRow);
  useEffect(() => {
    latest.current = goToRow;
  });
  useEffect(() => {
    const target = isReady ? sheetTargetOf(dealId) : null;
    if (target === null || target.list !== list) return;
    dropSheetTarget();
    latest.current(target.rowId).catch(showError);
  }, [dealId, list, isReady]);
}
