import type { TFunction } from "i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import { isSaleParty } from "../../shared/domain/own-sales.ts";
import { inOneLanguage, nameInOneLanguage } from "../../shared/one-language.ts";

/** Whether a record came with the app, out of our own ledger, or was typed. */
export const originOf = ({ seeded, roundId = null }: { readonly seeded: boolean; readonly roundId?: number | null }, t: TFunction): string =>
  t(seeded ? "market.seeded" : roundId === null ? "market.own" : "market.ledger");

/** Published averages and reported deals, a sheet each. */
export function marketTables(averages: readonly MarketAverage[], deals: readonly MarketDeal[], language: Language, t: TFunction): readonly ExportTable[] {
  return [averageTable(averages, language, t), dealTable(deals, language, t)];
}

function averageTable(averages: readonly MarketAverage[], language: Language, t: TFunction): ExportTable {
  return {
    name: t("market.averages"),
    columns: [
      { head: t("market.dealKind"), kind: "text" },
      { head: t("market.period"), kind: "text" },
      { head: t("market.ratio"), kind: "rate" },
      { head: t("exports.upperBound"), kind: "text" },
      { head: t("market.base"), kind: "text" },
      { head: t("market.asOf"), kind: "date" },
      { head: t("market.source"), kind: "text" },
      { head: t("market.origin"), kind: "text" },
    ],
    rows: averages.map(({ dealKind, period, ratio, isUpperBound, base, asOf, source, seeded }) => [
      t(`code.dealKind.${dealKind}`),
      period,
      ratio,
      isUpperBound ? t("exports.yes") : "",
      t(`code.marketBase.${base}`),
      asOf,
      inOneLanguage(source, language),
      originOf({ seeded }, t),
    ]),
  };
}

function dealTable(deals: readonly MarketDeal[], language: Language, t: TFunction): ExportTable {
  return {
    name: t("market.deals"),
    columns: [
      { head: t("market.reportedOn"), kind: "date" },
      { head: t("market.buyer"), kind: "text" },
      { head: t("market.seller"), kind: "text" },
      { head: t("market.kind"), kind: "text" },
      { head: t("exports.price"), kind: "money" },
      { head: t("exports.principal"), kind: "money" },
      { head: t("market.priceToPrincipal"), kind: "rate" },
      { head: t("market.priceToClaim"), kind: "rate" },
      { head: t("market.source"), kind: "text" },
      { head: t("exports.note"), kind: "text" },
      { head: t("market.origin"), kind: "text" },
    ],
    rows: deals
      .toSorted((one, other) => other.reportedOn.localeCompare(one.reportedOn))
      .map((deal) => {
        // What is built in states both languages; what the desk entered stands as it was typed.
        const name = (text: string) => (deal.seeded || isSaleParty(text) ? nameInOneLanguage(text, language) : text);
        return [
          deal.reportedOn,
          name(deal.buyer),
          name(deal.seller),
          inOneLanguage(deal.kind, language),
          deal.priceFen,
          deal.principalFen,
          deal.priceToPrincipal,
          deal.priceToClaim,
          inOneLanguage(deal.source, language),
          inOneLanguage(deal.note, language),
          originOf(deal, t),
        ];
      }),
  };
}
