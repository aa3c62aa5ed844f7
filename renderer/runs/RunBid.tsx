import { useTranslation } from "react-i18next";
import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import { formatPrice, formatPriceRatio } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";

/** The bid of a run, with its shares of principal and claim. */
export function RunBid({ result }: { readonly result: PricingResult }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const at = result.cases[0]?.atBidPrice;
  return (
    <>
      {t("pricing.bid.ofPrincipal", { ratio: formatPriceRatio(at?.priceToPrincipal) })}
      {" · "}
      {t("pricing.bid.ofClaim", { ratio: formatPriceRatio(at?.priceToClaim) })}
      {" · "}
      <b data-testid="run-bid">{formatPrice(result.bidPriceFen, unit, t("bidRemark.none"))}</b>
    </>
  );
}
