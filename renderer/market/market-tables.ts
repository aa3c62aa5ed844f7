import type { TFunction } from "i18next";
import type { MarketAverage, MarketDeal } from "../../shared/contract/market-channels.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import type { ShownFigure } from "../../shared/domain/market-figures.ts";
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

function factCells({ facts, claimFen, priceToNet, worthToPrincipal }: MarketDeal, t: TFunction) {
  return [
    claimFen,
    facts.netFen,
    priceToNet,
    facts.listFen,
    facts.cashFen,
    facts.rightsFen,
    facts.instalmentsFen,
    worthToPrincipal,
    facts.signedOn,
    facts.effectiveOn,
    facts.completedOn,
    facts.province,
    t(`market.processOf.${facts.process}`),
    t(`market.assetKindOf.${facts.assetKind}`),
    t(`market.marketClassOf.${facts.marketClass}`),
    facts.bidders,
    t(`market.confidenceOf.${facts.confidence}`),
    facts.link,
  ];
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
      { head: t("market.claimField"), kind: "money" },
      { head: t("market.net"), kind: "money" },
      { head: t("market.priceToNet"), kind: "rate" },
      { head: t("market.list"), kind: "money" },
      { head: t("market.cashPart"), kind: "money" },
      { head: t("market.rightsPart"), kind: "money" },
      { head: t("market.instalmentsPart"), kind: "money" },
      { head: t("market.worthToPrincipal"), kind: "rate" },
      { head: t("market.signedOn"), kind: "date" },
      { head: t("market.effectiveOn"), kind: "date" },
      { head: t("market.completedOn"), kind: "date" },
      { head: t("market.province"), kind: "text" },
      { head: t("market.process"), kind: "text" },
      { head: t("market.assetKind"), kind: "text" },
      { head: t("market.marketClass"), kind: "text" },
      { head: t("market.bidders"), kind: "number" },
      { head: t("market.confidence"), kind: "text" },
      { head: t("market.link"), kind: "text" },
    ],
    rows: deals.map((deal) => {
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
        ...factCells(deal, t),
      ];
    }),
  };
}

/** Published figures, money and shares in their own columns. */
export function figureTable(figures: readonly ShownFigure[], language: Language, t: TFunction): ExportTable {
  return {
    name: t("market.figures"),
    columns: [
      { head: t("market.measure"), kind: "text" },
      { head: t("market.scope"), kind: "text" },
      { head: t("market.period"), kind: "text" },
      { head: t("market.valueMoney"), kind: "money" },
      { head: t("market.valueShare"), kind: "rate" },
      { head: t("exports.lowerBound"), kind: "text" },
      { head: t("market.asOf"), kind: "date" },
      { head: t("market.source"), kind: "text" },
      { head: t("market.origin"), kind: "text" },
    ],
    rows: figures.map((figure) => [
      t(`market.measureOf.${figure.measure}`),
      inOneLanguage(figure.scope, language),
      figure.period,
      figure.moneyFen,
      figure.share,
      figure.isLowerBound ? t("exports.yes") : "",
      figure.asOf,
      inOneLanguage(figure.source, language),
      originOf(figure, t),
    ]),
  };
}
