import { useEffect, useRef, useState } from "react";
import type { DebtorRow } from "../../shared/contract/debtor-channels.ts";
import { call } from "../desk/desk-client.ts";

/** Opens the line that was being typed when the screen was left, once its debtor can be read; one of another tape stays unread. */
export function useLeftLine(dealId: number, isWaiting: boolean, open: (row: DebtorRow) => void): (loanId: number | null) => void {
  const [left, setLeft] = useState<number | null>(null);
  const opened = useRef<number | null>(null);
  useEffect(() => {
    if (left === null || isWaiting || opened.current === left) return;
    let isHere = true;
    opened.current = left;
    call("debtors.get", { dealId, loanId: left, caseName: "base" }).then(
      ({ row }) => isHere && row.loanId === left && open(row),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [left, isWaiting, dealId, open]);
  return setLeft;
}
