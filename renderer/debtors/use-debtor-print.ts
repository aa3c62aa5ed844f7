import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DebtorView } from "../../shared/contract/debtor-channels.ts";
import { formatDate } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice, useSettings } from "../desk/session-store.ts";
import { afterPaint } from "../ui/after-paint.ts";
import type { DebtorPaper } from "./PrintedDebtors.tsx";
import { readSheetLines } from "./read-debtors.ts";
import { useDebtorColumns } from "./use-debtor-columns.ts";

/** Lines beyond these would be hundreds of pages: what is meant then is a file. */
const mostPrintedLines = 3000;

export interface DebtorPrinting {
  /** What is on its way to the printer. */
  readonly paper: DebtorPaper | null;
  readonly isBusy: boolean;
  readonly print: () => void;
}

/** Prints the debtors that the sheet finds, in its order and its columns, as the user sees them. */
export function useDebtorPrint(dealId: number, view: DebtorView, isRevealed: boolean): DebtorPrinting {
  const { t } = useTranslation();
  const columns = useDebtorColumns();
  const { widePaper } = useSettings();
  const [paper, setPaper] = useState<DebtorPaper | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (paper === null) return;
    const done = () => {
      setPaper(null);
      setBusy(false);
    };
    return afterPaint(
      () =>
        void call("app.printPage", { paper: widePaper })
          .then((isPrinted) => (isPrinted ? showNotice(t("debtors.printed")) : undefined), showError)
          .finally(done),
    );
  }, [paper, t, widePaper]);
  const print = async () => {
    setBusy(true);
    try {
      const { sheet, rows } = await readSheetLines(dealId, view, mostPrintedLines);
      setPaper({ sheet, rows, columns, isRevealed, day: formatDate(new Date().toISOString()) });
    } catch (failure) {
      setBusy(false);
      showError(failure);
    }
  };
  return { paper, isBusy, print: () => void print() };
}
