import type { Kysely } from "kysely";
import { climbs } from "../../shared/domain/bid-plan.ts";
import type { BidEvent, BidLedger, ClosedRound, OpenRound, RoundClosing } from "../../shared/domain/bid-rounds.ts";
import { DeskError } from "../../shared/result.ts";
import { approvedLimit, type CommitteeService } from "../committee/committee-service.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getDeal, getOpenDeal } from "../deals/deal-service.ts";
import { auctionEnd, nextPrice, stepsWithin } from "../engine/bidding/bid-ladder.ts";
import { keepOwnSale } from "../market/own-sale-service.ts";
import type { PeopleService } from "../people/people-service.ts";
import { findPlan, usualPlan } from "./bid-queries.ts";
import { figuresByRival, figuresBySeller, ledgerFigures } from "./ledger-figures.ts";
import {
  appendEvent,
  closeRound,
  findClosing,
  findOpenRound,
  insertRound,
  listClosed,
  listEvents,
  listStatements,
  type StoredRound,
  stateClosing,
  strikeEvent,
} from "./round-queries.ts";
import { assertBid, assertClosing, highestOwn, isReady, whoRaises } from "./sale-rules.ts";

/** A bid that was heard or made. */
interface HeardBid {
  readonly kind: "ownBid" | "rivalBid";
  readonly amountFen: number;
  readonly bidder: string;
}

export interface RoundService {
  /** The sale that the deal is in; null where it is in none. */
  round(dealId: number): Promise<OpenRound | null>;
  /** Goes into the sale with the terms and the limit of the plan; bid.termsMissing, bid.roundOpen. */
  open(dealId: number, minutesLeft: number | null): Promise<OpenRound>;
  /** Writes a bid down. One of ours above the limit is refused with bid.aboveLimit, by however little. */
  bid(dealId: number, heard: HeardBid): Promise<OpenRound>;
  /** Strikes the last bid that stands, which was keyed in by mistake; bid.nothingToStrike. */
  strike(dealId: number): Promise<OpenRound>;
  /** The limit may only fall: bid.limitOnlyFalls. */
  lowerLimit(dealId: number, limitFen: number): Promise<OpenRound>;
  /** The only way up: somebody raises it and says why. */
  raiseLimit(dealId: number, limitFen: number, raisedBy: string, reason: string): Promise<OpenRound>;
  /**
   * How the sale ended is a fact, which is written down whatever became of its approval meanwhile: each bid of ours was held to the
   * approval as it was made. bid.wonByAnother, bid.wonWithoutBid, bid.wonAboveOwn, bid.lostBelowOwn.
   */
  close(dealId: number, closing: RoundClosing): Promise<void>;
  /** What came to be known after a sale was closed; bid.notClosed. */
  amend(dealId: number, roundId: number, closing: RoundClosing): Promise<void>;
  /** bid.notClosed for a sale that is under way or of another deal. */
  closed(dealId: number, roundId: number): Promise<ClosedRound>;
  /** Closed sales of all deals, the latest first. */
  ledger(): Promise<BidLedger>;
}

interface RoundServiceParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  readonly people: Pick<PeopleService, "acting" | "list">;
  readonly committee: Pick<CommitteeService, "bidder" | "followSale">;
}

/** What the end of a sale makes of the paper that approved it. */
const stepOfResult = { won: "win", lost: "lose", passed: "withdraw", noSale: "noSale" } as const;

/** Above what was approved nothing is bid, and no limit is set: only a new paper leads higher. */
async function assertApproved(trx: Kysely<DeskSchema>, dealId: number, amountFen: number): Promise<void> {
  const approved = await approvedLimit(trx, dealId);
  if (approved !== null && amountFen > approved.limitFen) throw new DeskError("bid.aboveApproval", { amountFen, limitFen: approved.limitFen });
}

/** A closed sale goes into the market file, with the balances of the package. */
async function keepInMarket(trx: Kysely<DeskSchema>, dealId: number, roundId: number, closing: RoundClosing): Promise<void> {
  const [deal, events, closed] = [await getDeal(trx, dealId), await listEvents(trx, roundId), await findClosing(trx, dealId, roundId)];
  if (closed === null) throw new Error("the sale was closed before");
  const balances = deal.package === null ? null : { principalFen: deal.package.upbFen, claimFen: deal.package.claimFen };
  await keepOwnSale(trx, {
    roundId,
    dealId,
    dealName: deal.name,
    seller: deal.seller,
    closedAt: closed.closedAt,
    closing,
    ownFen: highestOwn(events),
    balances,
  });
}

const minuteMs = 60_000;

/** Sales that the desk goes into (竞价现场). What was said in the room is written down and stays: nothing of it is undone. */
export function createRoundService({ db, now, people, committee }: RoundServiceParts): RoundService {
  const { kysely } = db;
  const whoBids = async () => (await people.acting("bidder")).name;

  const inRound = async (
    dealId: number,
    work: (trx: Kysely<DeskSchema>, round: StoredRound, events: readonly BidEvent[]) => Promise<void>,
  ): Promise<OpenRound> =>
    kysely.transaction().execute(async (trx) => {
      await getOpenDeal(trx, dealId);
      const round = await findOpenRound(trx, dealId);
      if (round === null) throw new DeskError("bid.noRound", { dealId });
      await work(trx, round, await listEvents(trx, round.id));
      return stateOf(round, await listEvents(trx, round.id));
    });

  const open = async (dealId: number, minutesLeft: number | null): Promise<OpenRound> => {
    const who = await committee.bidder(dealId);
    const [openedBy, openedAt] = [who.name, now()];
    return kysely.transaction().execute(async (trx) => {
      await getOpenDeal(trx, dealId);
      if ((await findOpenRound(trx, dealId)) !== null) throw new DeskError("bid.roundOpen", { dealId });
      const { beliefs, sale } = (await findPlan(trx, dealId)) ?? usualPlan;
      const { limitFen } = sale;
      if (limitFen === null || !isReady(beliefs.saleForm, sale)) throw new DeskError("bid.termsMissing", { dealId });
      await assertApproved(trx, dealId, limitFen);
      const endsAt = minutesLeft === null ? null : new Date(Date.parse(openedAt) + minutesLeft * minuteMs).toISOString();
      const id = await insertRound(trx, { dealId, saleForm: beliefs.saleForm, sale, endsAt, openedAt, openedBy });
      await appendEvent(trx, id, { kind: "limit", amountFen: limitFen, at: openedAt, typedBy: openedBy });
      await committee.followSale(trx, dealId, "bid", who, "");
      const round = await findOpenRound(trx, dealId);
      if (round === null) throw new Error("a round that was begun is open");
      return stateOf(round, await listEvents(trx, id));
    });
  };

  const bid = async (dealId: number, { kind, amountFen, bidder }: HeardBid): Promise<OpenRound> => {
    const typedBy = kind === "ownBid" ? (await committee.bidder(dealId)).name : await whoBids();
    return inRound(dealId, async (trx, round, events) => {
      if (kind === "ownBid") await assertApproved(trx, dealId, amountFen);
      const state = stateOf(round, events);
      assertBid(state, kind, amountFen);
      const { endsAt } = state;
      if (endsAt !== null && Date.parse(now()) > Date.parse(endsAt)) throw new DeskError("bid.ended", { dealId });
      await appendEvent(trx, round.id, { kind, amountFen, at: now(), typedBy, bidder });
    });
  };

  const lowerLimit = async (dealId: number, amountFen: number): Promise<OpenRound> => {
    const typedBy = await whoBids();
    return inRound(dealId, async (trx, round, events) => {
      const { limitFen } = stateOf(round, events);
      if (amountFen > limitFen) throw new DeskError("bid.limitOnlyFalls", { amountFen, limitFen });
      if (amountFen !== limitFen) await appendEvent(trx, round.id, { kind: "limit", amountFen, at: now(), typedBy });
    });
  };

  const raiseLimit = async (dealId: number, amountFen: number, raisedBy: string, note: string): Promise<OpenRound> => {
    const { by, decided } = await whoRaises(people, (await findOpenRound(kysely, dealId))?.raiser ?? "", raisedBy);
    return inRound(dealId, async (trx, round, events) => {
      await assertApproved(trx, dealId, amountFen);
      const event = { kind: "limit", amountFen, at: now(), typedBy: by, bidder: decided, note } as const;
      if (amountFen !== stateOf(round, events).limitFen) await appendEvent(trx, round.id, event);
    });
  };

  return {
    round: async (dealId) => {
      await getDeal(kysely, dealId);
      const round = await findOpenRound(kysely, dealId);
      return round === null ? null : stateOf(round, await listEvents(kysely, round.id));
    },
    open,
    bid,
    strike: async (dealId) => {
      await whoBids();
      return inRound(dealId, async (trx, _round, events) => {
        const last = events.findLast(({ kind, isStruck }) => kind !== "limit" && !isStruck);
        if (last === undefined) throw new DeskError("bid.nothingToStrike", { dealId });
        await strikeEvent(trx, last.id);
      });
    },
    lowerLimit,
    raiseLimit,
    close: async (dealId, closing) => {
      const who = await people.acting("bidder");
      await inRound(dealId, async (trx, round, events) => {
        assertClosing(round.saleForm, closing, highestOwn(events));
        await closeRound(trx, round.id, closing, now());
        await stateClosing(trx, round.id, closing, { by: who.name, at: now() });
        await keepInMarket(trx, dealId, round.id, closing);
        await committee.followSale(trx, dealId, stepOfResult[closing.result], who, closing.note);
      });
    },
    amend: async (dealId, roundId, closing) => {
      const by = await whoBids();
      await kysely.transaction().execute(async (trx) => {
        await getOpenDeal(trx, dealId);
        const closed = await findClosing(trx, dealId, roundId);
        if (closed === null) throw new DeskError("bid.notClosed", { roundId });
        assertClosing(closed.saleForm, closing, highestOwn(await listEvents(trx, roundId)));
        await closeRound(trx, roundId, closing, closed.closedAt);
        await stateClosing(trx, roundId, closing, { by, at: now() });
        await keepInMarket(trx, dealId, roundId, closing);
      });
    },
    closed: async (dealId, roundId) => {
      if ((await findClosing(kysely, dealId, roundId)) === null) throw new DeskError("bid.notClosed", { roundId });
      const [events, statements] = [await listEvents(kysely, roundId), await listStatements(kysely, roundId)];
      return { events: events.toReversed(), statements };
    },
    ledger: async () => {
      const lines = await listClosed(kysely);
      return { lines, figures: ledgerFigures(lines), bySeller: figuresBySeller(lines), byRival: figuresByRival(lines) };
    },
  };
}

/** How a sale stands after what was written down of it. A struck bid never was, but for the clock: the venue heard of none. */
function stateOf({ firstEnd, ...round }: StoredRound, events: readonly BidEvent[]): OpenRound {
  const bids = events.filter(({ kind, isStruck }) => kind !== "limit" && !isStruck);
  const limitFen = events.findLast(({ kind }) => kind === "limit")?.amountFen ?? 0;
  const highest = bids.reduce<BidEvent | null>((top, bid) => (top === null || bid.amountFen > top.amountFen ? bid : top), null);
  const { listFen, stepFen } = round;
  const ladder = listFen === null || stepFen === null || !climbs(round.saleForm) ? null : { listFen, stepFen };
  const nextFen = ladder === null ? null : nextPrice(ladder, highest?.amountFen ?? null);
  const isBeyond = (highest?.amountFen ?? 0) > limitFen;
  const times = bids.map(({ at }) => Date.parse(at));
  const end = firstEnd === null ? null : auctionEnd(Date.parse(firstEnd), round.extensionMinutes * minuteMs, times);
  return {
    ...round,
    events: events.toReversed(),
    limitFen,
    standing: highest === null ? null : { amountFen: highest.amountFen, isOwn: highest.kind === "ownBid" },
    nextFen,
    stepsLeft: ladder === null || nextFen === null ? (isBeyond ? -1 : 0) : stepsWithin({ ...ladder, listFen: nextFen, limitFen }),
    endsAt: end === null ? null : new Date(end.endsAt).toISOString(),
    extensions: end?.extensions ?? 0,
  };
}
