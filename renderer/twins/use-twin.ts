import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedTwin } from "../../shared/contract/twin-channels.ts";
import { formatRate } from "../../shared/format.ts";
import { CallFailure, call } from "../desk/desk-client.ts";
import { showError, showNotice, useLanguage } from "../desk/session-store.ts";
import { useFileName } from "../ui/exports/use-export.ts";

/** A pricing that can be written as a workbook of formulas: that of a deal as it stands, or a saved run. */
export type TwinOf = { readonly dealId: number } | { readonly runId: number };

export interface Twin {
  readonly save: () => void;
  readonly isBusy: boolean;
}

/** Writes the Excel twin and says how well it proves itself. */
export function useTwin(of: TwinOf): Twin {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useFileName(t("twin.menu.title"));
  const [isBusy, setBusy] = useState(false);
  const told = ({ fileName, isLive, bidShare, largestDifference }: SavedTwin): string => {
    const difference = largestDifference.toExponential(1);
    return isLive ? t("twin.menu.saved", { fileName, share: formatRate(bidShare, 1), difference }) : t("twin.menu.savedBySegment", { fileName, difference });
  };
  const save = async () => {
    if (isBusy) return;
    setBusy(true);
    try {
      const request = { fileName: nameOf(), language };
      const saved =
        "dealId" in of ? await call("twins.saveDeal", { ...request, dealId: of.dealId }) : await call("twins.saveRun", { ...request, runId: of.runId });
      if (saved !== null) showNotice(told(saved), saved.fileToken);
    } catch (failure) {
      // Who cancels knows it.
      if (!(failure instanceof CallFailure && failure.code === "job.cancelled")) showError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { save: () => void save(), isBusy };
}
