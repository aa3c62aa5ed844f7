import type { TFunction } from "i18next";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { MarketFacts } from "../../shared/domain/market-facts.ts";
import { formatMoney } from "../../shared/format.ts";

interface FactLines {
  readonly days: readonly string[];
  readonly kinds: readonly string[];
  readonly parts: readonly string[];
  readonly source: readonly string[];
}

/** What is known of a deal beside its parties, price and balances, in lines; what isn't stated has none. */
export function factLines(facts: MarketFacts, unit: MoneyUnit, t: TFunction): FactLines {
  const said = (label: string, value: string | null) => (value === null || value === "" ? [] : [`${label} ${value}`]);
  const money = (label: string, fen: number | null) => (fen === null ? [] : [`${label} ${formatMoney(fen, unit)}`]);
  return {
    days: [
      ...said(t("market.signedOn"), facts.signedOn),
      ...said(t("market.effectiveOn"), facts.effectiveOn),
      ...said(t("market.completedOn"), facts.completedOn),
    ],
    kinds: [
      ...(facts.process === "notStated" ? [] : [t(`market.processOf.${facts.process}`)]),
      ...(facts.assetKind === "notStated" ? [] : [t(`market.assetKindOf.${facts.assetKind}`)]),
      ...(facts.marketClass === "notStated" ? [] : [t(`market.marketClassOf.${facts.marketClass}`)]),
    ],
    parts: [
      ...money(t("market.cashPart"), facts.cashFen),
      ...money(t("market.rightsPart"), facts.rightsFen),
      ...money(t("market.instalmentsPart"), facts.instalmentsFen),
      ...money(t("market.list"), facts.listFen),
    ],
    source: [t(`market.confidenceOf.${facts.confidence}`), ...said(t("market.link"), facts.link)],
  };
}
