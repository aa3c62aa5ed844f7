import type { Generated } from "kysely";
import type { DateKind } from "../../../shared/domain/bid-dates.ts";
import type { OneBidderRule, SaleForm } from "../../../shared/domain/bid-plan.ts";
import type { BidEventKind, PassReason, RoundResult } from "../../../shared/domain/bid-rounds.ts";
import type { Fixed } from "./column-types.ts";

/** Each a record as JSON. */
interface BidPlanTable {
  deal_id: Fixed<number>;
  beliefs: string;
  sale: string;
  structures: string;
}

/** A sale that the desk went into, with the terms of that day. */
interface BidRoundTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  sale_form: Fixed<SaleForm>;
  list_fen: Fixed<number>;
  step_fen: Fixed<number>;
  deposit_fen: Fixed<number | null>;
  extension_minutes: Fixed<number>;
  one_bidder_rule: Fixed<OneBidderRule>;
  raiser: Fixed<string>;
  /** First end of the sale; null: none is stated. */
  ends_at: Fixed<string | null>;
  opened_at: Fixed<string>;
  opened_by: Fixed<string>;
  closed_at: string | null;
  result: RoundResult | null;
  reason: PassReason | null;
  winner: Generated<string>;
  winner_fen: number | null;
  reserve_fen: number | null;
  deposit_back_on: string | null;
  note: Generated<string>;
}

interface BidEventTable {
  id: Generated<number>;
  round_id: Fixed<number>;
  kind: Fixed<BidEventKind>;
  amount_fen: Fixed<number>;
  at: Fixed<string>;
  typed_by: Fixed<string>;
  bidder: Generated<string>;
  note: Generated<string>;
  is_struck: Generated<number>;
}

/** A day of a sale, with its hour in Asia/Shanghai where one is stated. */
interface BidDateTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  kind: DateKind;
  round: number | null;
  on_day: string;
  at_time: string | null;
  note: string;
  is_done: Generated<number>;
}

/** What a closed sale was said to be, each time that it was said. Triggers refuse UPDATE and DELETE. */
interface RoundStatementTable {
  id: Generated<number>;
  round_id: Fixed<number>;
  closing: Fixed<string>;
  said_by: Fixed<string>;
  said_at: Fixed<string>;
}

export interface BidTables {
  bid_plan: BidPlanTable;
  bid_round: BidRoundTable;
  bid_event: BidEventTable;
  bid_date: BidDateTable;
  round_statement: RoundStatementTable;
}
