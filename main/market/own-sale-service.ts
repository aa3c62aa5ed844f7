import type { Kysely } from "kysely";
import type { MarketDealInput } from "../../shared/contract/market-channels.ts";
import { shanghaiDay } from "../../shared/domain/bid-dates.ts";
import type { RoundClosing } from "../../shared/domain/bid-rounds.ts";
import { saleParties } from "../../shared/domain/own-sales.ts";
import type { DeskSchema } from "../db/schema.ts";
import { findSaleRecord, removeMarketDeal, writeMarketDeal } from "./market-queries.ts";

/** A sale that we bid in, once it is closed. */
export interface OwnSale {
  readonly roundId: number;
  readonly dealId: number;
  readonly dealName: string;
  readonly seller: string;
  readonly closedAt: string;
  readonly closing: RoundClosing;
  /** Our highest bid; null where we made none. */
  readonly ownFen: number | null;
  /** Balances of the package that was sold; null without a tape. */
  readonly balances: { readonly principalFen: number; readonly claimFen: number } | null;
}

/** What the sale was closed at: ours where we won, another's where it is known. */
function priceOf({ closing: { result, winnerFen }, ownFen }: OwnSale): number | null {
  if (result === "won") return winnerFen ?? ownFen;
  return result === "lost" ? winnerFen : null;
}

/** Hash of the run that the committee last approved a bid on; null without one. */
async function approvedRun(db: Kysely<DeskSchema>, dealId: number): Promise<string | null> {
  const row = await db.selectFrom("submission").select("run_hash").where("deal_id", "=", dealId).orderBy("id", "desc").limit(1).executeTakeFirst();
  return row?.run_hash ?? null;
}

/**
 * Keeps a won or lost sale of ours in the market file beside those that were reported, with the balances that its price was
 * paid for. A sale whose price isn't known, or that is said otherwise later, has no record.
 */
export async function keepOwnSale(trx: Kysely<DeskSchema>, sale: OwnSale): Promise<void> {
  const known = await findSaleRecord(trx, sale.roundId);
  const priceFen = priceOf(sale);
  if (priceFen === null) {
    if (known !== undefined) await removeMarketDeal(trx, known.id);
    return;
  }
  const runHash = await approvedRun(trx, sale.dealId);
  const record: MarketDealInput = {
    buyer: sale.closing.result === "won" ? saleParties.us : sale.closing.winner || saleParties.rival,
    seller: sale.seller || sale.dealName,
    reportedOn: shanghaiDay(Date.parse(sale.closedAt)),
    priceFen,
    principalFen: positive(sale.balances?.principalFen),
    claimFen: positive(sale.balances?.claimFen),
    kind: known?.kind ?? "本公司参与的出售 / sale that we bid in",
    source: known?.source ?? "本公司竞价台账 / our bid ledger",
    note: known?.note ?? (runHash === null ? "" : `测算 ${runHash.slice(0, 12)} / run ${runHash.slice(0, 12)}`),
  };
  await writeMarketDeal(trx, known?.id ?? null, record, false, sale.roundId);
}

const positive = (fen: number | undefined): number | null => (fen !== undefined && fen > 0 ? fen : null);
