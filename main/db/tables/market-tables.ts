import type { Generated } from "kysely";
import type { DealKind } from "../../../shared/domain/codes.ts";
import type { MarketMeasure } from "../../../shared/domain/market-figures.ts";
import type { Flag } from "./column-types.ts";

interface MarketDealTable {
  id: Generated<number>;
  seeded: Flag;
  buyer: string;
  seller: string;
  reported_on: string;
  price_fen: number | null;
  principal_fen: number | null;
  claim_fen: number | null;
  kind: string;
  source: string;
  note: string;
  /** The sale of ours that it came from; null where it was reported. */
  bid_round_id: Generated<number | null>;
  /** What else is known of it; null in a record of before there was any of that. */
  facts: Generated<string | null>;
}

interface MarketAverageTable {
  id: Generated<number>;
  seeded: Flag;
  deal_kind: DealKind;
  period: string;
  ratio: number;
  is_upper_bound: Flag;
  base: "principal" | "claim" | "notStated";
  source: string;
  as_of: string;
}

interface MarketFigureTable {
  id: Generated<number>;
  seeded: Flag;
  measure: MarketMeasure;
  scope: string;
  period: string;
  money_fen: number | null;
  share: number | null;
  is_lower_bound: Flag;
  source: string;
  as_of: string;
}

/** Reported deals, average prices and published figures. */
export interface MarketTables {
  market_deal: MarketDealTable;
  market_average: MarketAverageTable;
  market_figure: MarketFigureTable;
}
