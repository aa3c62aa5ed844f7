import { useEffect, useState } from "react";
import { tableOf } from "./table-in-hand.ts";

/** The table that was clicked last or has the focus, while it is there. */
export function useTableInHand(): HTMLTableElement | null {
  const [table, setTable] = useState<HTMLTableElement | null>(null);
  useEffect(() => {
    const look = ({ target }: Event) => {
      if (!(target instanceof Element)) return;
      // A click on a cell gives the focus to what holds the table.
      setTable((before) => tableOf(target) ?? (before?.isConnected === true && target.contains(before) ? before : null));
    };
    for (const name of ["focusin", "pointerdown"]) document.addEventListener(name, look);
    return () => {
      for (const name of ["focusin", "pointerdown"]) document.removeEventListener(name, look);
    };
  }, []);
  return table;
}
