import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ScenarioOutcome } from "../../shared/domain/scenario-results.ts";
import { formatMoney, formatMultiple, formatNumber, formatPrice, formatPriceRatio, formatRate } from "../../shared/format.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import { irrText } from "../ui/irr-text.ts";

interface ScenarioRow {
  readonly key: KeyUnder<"pricing.measure">;
  readonly strong?: boolean;
  readonly text: (outcome: ScenarioOutcome) => string;
}

interface ScenarioSection {
  readonly key: "atHurdle" | "atBid" | "recovery";
  readonly rows: readonly ScenarioRow[];
}

/** The measures of a column in the order they are read. */
export function scenarioSections(unit: MoneyUnit, t: TFunction): readonly ScenarioSection[] {
  const money = (fen: number) => formatMoney(fen, unit);
  return [
    {
      key: "atHurdle",
      rows: [
        { key: "hurdleRate", text: (one) => formatRate(one.hurdleRate) },
        { key: "maxBid", strong: true, text: (one) => formatPrice(one.maxBidFen, unit, t("bidRemark.noneShort")) },
        { key: "priceToPrincipal", text: (one) => formatPriceRatio(one.atMaxBid.priceToPrincipal) },
        { key: "priceToClaim", text: (one) => formatPriceRatio(one.atMaxBid.priceToClaim) },
      ],
    },
    {
      key: "atBid",
      rows: [
        { key: "irr", strong: true, text: (one) => irrText(one.atBidPrice.irr, t) },
        { key: "moic", text: (one) => formatMultiple(one.atBidPrice.moic) },
        { key: "wal", text: (one) => formatNumber(one.atBidPrice.walYears, 2) },
        { key: "payback", text: (one) => formatNumber(one.atBidPrice.paybackMonths) },
        { key: "profit", text: (one) => money(one.atBidPrice.profitFen) },
      ],
    },
    {
      key: "recovery",
      rows: [
        { key: "grossRecovery", text: (one) => money(one.grossRecoveryFen) },
        { key: "costs", text: (one) => money(one.costsFen) },
        { key: "netCashFlow", text: (one) => money(one.netCashFlowFen) },
      ],
    },
  ];
}
