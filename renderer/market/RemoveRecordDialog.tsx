import { useTranslation } from "react-i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import type { MarketFigure } from "../../shared/domain/market-figures.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { call } from "../desk/desk-client.ts";
import { showUndoable, useLanguage } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";

/** The record that is to go. */
export type Removal =
  | { readonly kind: "deal"; readonly deal: MarketDeal }
  | { readonly kind: "average"; readonly average: MarketAverage }
  | { readonly kind: "figure"; readonly figure: MarketFigure };

/** Asks before a record of the market file is removed. */
export function RemoveRecordDialog({ removal, onClose }: { readonly removal: Removal; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const textOf = () => {
    switch (removal.kind) {
      case "deal":
        return t("market.removeDealText", { buyer: removal.deal.buyer, seller: removal.deal.seller, reportedOn: removal.deal.reportedOn });
      case "average":
        return t("market.removeAverageText", { kind: t(`code.dealKind.${removal.average.dealKind}`), period: removal.average.period });
      case "figure": {
        const { measure, scope, period } = removal.figure;
        return t("market.removeFigureText", { measure: t(`market.measureOf.${measure}`), scope: inOneLanguage(scope, language), period });
      }
    }
  };
  const removed = () => {
    switch (removal.kind) {
      case "deal":
        return call("market.removeDeal", { id: removal.deal.id });
      case "average":
        return call("market.removeAverage", { id: removal.average.id });
      case "figure":
        return call("market.removeFigure", { id: removal.figure.id });
    }
  };
  const remove = async () => {
    await removed();
    await showUndoable(t("market.removed"), { area: "market" });
  };
  return <ConfirmDialog title={t("market.removeTitle")} text={textOf()} confirmText={t("common.remove")} act={remove} onClose={onClose} />;
}
