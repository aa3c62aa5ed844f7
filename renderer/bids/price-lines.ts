import type { TFunction } from "i18next";
import type { BidDesk } from "../../shared/contract/bid-channels.ts";
import type { BidPoint } from "../../shared/domain/bid-figures.ts";
import type { ExportTable } from "../../shared/domain/export-tables.ts";
import type { KeyUnder } from "../desk/i18n.ts";

export type PriceMark =
  | "list"
  | "opening"
  | "target"
  | "limit"
  | "bidPrice"
  | "value"
  | "shaded"
  | "best"
  | "p20"
  | "p50"
  | "p80"
  | "marketLeast"
  | "marketMost";

/** A price that has a name, with what it means; null where it lies too far from the value to be worked out. */
export interface PriceLine {
  readonly mark: PriceMark & KeyUnder<"bids.prices">;
  readonly priceFen: number;
  readonly point: BidPoint | null;
}

/** All named prices of a deal, rising; those that are not stated are left out. */
export function priceLines({ sale, bidPriceFen, figures, market }: BidDesk): PriceLine[] {
  if (figures === null) return [];
  const { percentiles, shaded, best, valueFen, points } = figures;
  const named: readonly (readonly [PriceLine["mark"], number | null | undefined])[] = [
    ["list", sale.listFen],
    ["opening", sale.openingFen],
    ["target", sale.targetFen],
    ["limit", sale.limitFen],
    ["bidPrice", bidPriceFen],
    ["value", valueFen],
    ["shaded", shaded === null || shaded.isWide ? null : shaded.bidFen],
    ["best", best.bidFen],
    ["p20", percentiles?.p20Fen],
    ["p50", percentiles?.p50Fen],
    ["p80", percentiles?.p80Fen],
    ["marketLeast", market?.leastFen],
    ["marketMost", market?.mostFen],
  ];
  return named
    .flatMap(([mark, priceFen]) =>
      priceFen == null || priceFen <= 0 ? [] : [{ mark, priceFen, point: points.find((one) => one.priceFen === priceFen) ?? null }],
    )
    .toSorted((one, other) => one.priceFen - other.priceFen);
}

export function pricesTable(lines: readonly PriceLine[], t: TFunction): ExportTable {
  return {
    name: t("bids.prices.title"),
    columns: [
      { head: t("bids.prices.mark"), kind: "text" },
      { head: t("bids.prices.price"), kind: "money" },
      { head: t("bids.prices.irr"), kind: "rate" },
      { head: t("bids.prices.moic"), kind: "number" },
      { head: t("bids.prices.miss"), kind: "rate" },
      { head: t("bids.prices.win"), kind: "rate" },
      { head: t("bids.prices.expected"), kind: "money" },
      { head: t("bids.prices.worthIfWon"), kind: "money" },
      { head: t("bids.prices.ifWon"), kind: "money" },
    ],
    rows: lines.map(({ mark, priceFen, point }) => [
      t(`bids.prices.${mark}`),
      priceFen,
      point?.irr.kind === "one" ? point.irr.rate : null,
      point?.moic ?? null,
      point?.missChance ?? null,
      point?.winChance ?? null,
      point?.expectedProfitFen ?? null,
      point?.worthIfWonFen ?? null,
      point?.profitIfWonFen ?? null,
    ]),
  };
}

export function shadingTable({ figures }: BidDesk, t: TFunction): ExportTable {
  return {
    name: t("bids.shading.title").slice(0, 30),
    columns: [
      { head: t("bids.shading.bidders"), kind: "number" },
      { head: t("bids.shading.chance"), kind: "rate" },
      { head: t("bids.shading.sealed"), kind: "rate" },
      { head: t("bids.shading.ascending"), kind: "rate" },
      { head: t("bids.shading.worth"), kind: "rate" },
    ],
    rows: (figures?.byBidders ?? []).map((one) => [one.bidders, one.chance, one.sealed, one.ascending, one.worthIfWon]),
  };
}
