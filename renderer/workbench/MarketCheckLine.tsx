import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { DealKind } from "../../shared/domain/codes.ts";
import { marketCheck } from "../../shared/domain/market-check.ts";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { marketCheckText, type SayCheck } from "../../shared/market-check-text.ts";
import { RemarkLine } from "../model/RemarkLine.tsx";

/** Says why a bid lies where the market pays none. */
export const MarketCheckLine = memo(function MarketCheckLine({ dealKind, result }: { readonly dealKind: DealKind; readonly result: PricingResult }) {
  const { t } = useTranslation();
  const check = marketCheck(dealKind, result);
  const say: SayCheck = (key, values) => t(key, values);
  if (check === null) return null;
  return <RemarkLine text={marketCheckText(check, say)} group="curves" testId="market-check" />;
});
