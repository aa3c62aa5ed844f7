import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { sourcedGroups, sourcedShare } from "../../shared/domain/value-grounds.ts";
import { formatMoney, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { useOrigin } from "../model/use-origin.ts";
import { useWorkbench } from "../model/use-workbench.ts";
import { FactStrip } from "../ui/FactStrip.tsx";

/** What the base case's bid rests on, by the quality of its sources, and what its figures leave out. */
export const GroundsStrip = memo(function GroundsStrip({ result }: { readonly result: PricingResult }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const origin = useOrigin()?.assumptions ?? null;
  const draft = useWorkbench((state) => state.draft?.assumptions);
  const sources = useWorkbench((state) => state.model?.sources);
  const isBeyondLost = useWorkbench((state) => state.isBeyondLost);
  const base = result.cases.find(({ caseName }) => caseName === "base");
  if (base === undefined || draft === undefined || sources === undefined) return null;
  const isChanged = (group: keyof typeof sources) => origin !== null && JSON.stringify(draft[group]) !== JSON.stringify(origin[group]);
  const sourced = sourcedShare(base, sourcedGroups(draft, sources, isChanged));
  const { beyondHorizon } = base;
  // That of the figures, whatever is being typed.
  const horizon = base.flows.net.length - 1;
  return (
    <FactStrip label={t("pricing.grounds.label")} title={t("pricing.grounds.title", { unit: moneyUnitLabel(unit, language) })} testId="grounds-strip">
      {sourced === null ? null : <span>{t("pricing.grounds.sources", { sourced: formatRate(sourced), desk: formatRate(1 - sourced) })}</span>}
      {result.filledFen === null || result.bidPriceFen === 0 ? null : (
        <span>{t("pricing.grounds.filled", { share: formatRate(result.filledFen / result.bidPriceFen) })}</span>
      )}
      {beyondHorizon === null ? (
        <span>{t("pricing.grounds.beyondUnknown", { month: horizon, state: t(isBeyondLost ? "figure.lost" : "figure.pending") })}</span>
      ) : (
        <span>
          {t("pricing.grounds.beyond", {
            from: horizon + 1,
            to: beyondHorizon.lastMonth,
            receipts: formatMoney(beyondHorizon.receiptsFen, unit),
            bid: formatMoney(beyondHorizon.bidFen, unit),
          })}
        </span>
      )}
      <span>{t("pricing.grounds.beforeTaxes")}</span>
    </FactStrip>
  );
});
