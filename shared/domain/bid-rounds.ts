import { z } from "zod";
import { oneBidderRules, saleForms } from "./bid-plan.ts";
import { irrSchema } from "./irr-schema.ts";

/** What is written down of a sale: a bid of ours, one of a rival, a limit that was set. */
const bidEventKinds = ["ownBid", "rivalBid", "limit"] as const;
export type BidEventKind = (typeof bidEventKinds)[number];

/** How a sale ended for us: won, lost to another, not bid for, nobody's. */
export const roundResults = ["won", "lost", "passed", "noSale"] as const;
export type RoundResult = (typeof roundResults)[number];

/** Why it was passed or lost. */
export const passReasons = ["aboveLimit", "withdrawn", "findings", "funding", "notApproved", "other"] as const;
export type PassReason = (typeof passReasons)[number];

const fen = z.number().int();

const bidEventSchema = z.object({
  id: z.number().int(),
  kind: z.enum(bidEventKinds),
  amountFen: fen,
  at: z.string(),
  typedBy: z.string(),
  /** Which rival, or who raised the limit. */
  bidder: z.string(),
  note: z.string(),
  /** Taken back: keyed in by mistake. It stays to be seen. */
  isStruck: z.boolean(),
});
export type BidEvent = z.infer<typeof bidEventSchema>;

/** Terms of a sale on the day it was entered, and when it was. */
const roundTermsSchema = z.object({
  id: z.number().int(),
  saleForm: z.enum(saleForms),
  /** Null where none is stated, in a sale whose bids don't climb. */
  listFen: fen.nullable(),
  stepFen: fen.nullable(),
  depositFen: fen.nullable(),
  extensionMinutes: z.number().int(),
  oneBidderRule: z.enum(oneBidderRules),
  raiser: z.string(),
  openedAt: z.string(),
  openedBy: z.string(),
});
export type RoundTerms = z.infer<typeof roundTermsSchema>;

/** A sale under way, as it stands. */
export const openRoundSchema = roundTermsSchema.extend({
  /** The latest first. */
  events: z.array(bidEventSchema),
  limitFen: fen,
  /** The highest bid and whose; null before the first. */
  standing: z.object({ amountFen: fen, isOwn: z.boolean() }).nullable(),
  /** The next price on the ladder; it may lie above the limit. Null where bids don't climb. */
  nextFen: fen.nullable(),
  /** Increments from the next price to the limit; −1 where it, or without a ladder what stands, lies above. */
  stepsLeft: z.number().int(),
  /** With the extensions so far; null where no end is stated. */
  endsAt: z.string().nullable(),
  extensions: z.number().int(),
});
export type OpenRound = z.infer<typeof openRoundSchema>;

/** What closing a sale writes down. */
export const roundClosingSchema = z
  .object({
    result: z.enum(roundResults),
    /** Why passed or lost; null where won or nobody's. */
    reason: z.enum(passReasons).nullable(),
    winner: z.string().trim().max(120),
    winnerFen: fen.positive().nullable(),
    reserveFen: fen.positive().nullable(),
    depositBackOn: z.iso.date().nullable(),
    note: z.string().trim().max(2000),
  })
  .refine(({ result, reason }) => reason !== null || (result !== "lost" && result !== "passed"), { path: ["reason"], params: { problem: "reasonMissing" } });
export type RoundClosing = z.infer<typeof roundClosingSchema>;

/** What a sale was said to be when it was closed, and each time it was amended. */
const roundStatementSchema = z.object({ id: z.number().int(), by: z.string(), at: z.string(), closing: roundClosingSchema });
export type RoundStatement = z.infer<typeof roundStatementSchema>;

/** All that was written down of a closed sale: bids and limits as they came, and what was said of its end, the latest first. */
export const closedRoundSchema = z.object({ events: z.array(bidEventSchema), statements: z.array(roundStatementSchema) });
export type ClosedRound = z.infer<typeof closedRoundSchema>;

/** A closed sale of a deal, for the ledger of all. */
const ledgerLineSchema = z.object({
  roundId: z.number().int(),
  dealId: z.number().int(),
  dealName: z.string(),
  seller: z.string(),
  openedAt: z.string(),
  closedAt: z.string(),
  saleForm: z.enum(saleForms),
  result: z.enum(roundResults),
  reason: z.enum(passReasons).nullable(),
  listFen: fen.nullable(),
  limitFen: fen,
  /** Our highest bid; null where we made none. */
  ownFen: fen.nullable(),
  winner: z.string(),
  winnerFen: fen.nullable(),
  reserveFen: fen.nullable(),
  depositFen: fen.nullable(),
  depositBackOn: z.string().nullable(),
  note: z.string(),
  /** Highest bid of each rival that was named. */
  rivals: z.array(z.object({ name: z.string(), amountFen: fen })),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;

/** What closed sales say together. */
const ledgerFiguresSchema = z.object({
  /** Sales in which we bid and that somebody won, those that we won, and their share; null where there is none. */
  bids: z.number().int(),
  won: z.number().int(),
  hitRate: z.number().nullable(),
  /** Mean of 1 − our highest bid ÷ the winner's, over sales that another won; null where none states both. */
  distance: z.number().nullable(),
});
export type LedgerFigures = z.infer<typeof ledgerFiguresSchema>;

/** Sales of one seller, or sales in which one rival was met; figures null: of fewer than five deals, which say nothing. */
const sellerFiguresSchema = z.object({ name: z.string(), sales: z.number().int(), figures: ledgerFiguresSchema.nullable() });
export type SellerFigures = z.infer<typeof sellerFiguresSchema>;

const rivalFiguresSchema = z.object({
  name: z.string(),
  sales: z.number().int(),
  /** Sales that the rival won, and their share of those in which it was met; null with its figures. */
  won: z.number().int(),
  winShare: z.number().nullable(),
  /** Mean of its highest bid ÷ ours, over sales that state both; null where fewer than five do. */
  toOurs: z.number().nullable(),
});
export type RivalFigures = z.infer<typeof rivalFiguresSchema>;

/** Closed sales of all deals, the latest first, and what they say together. */
export const bidLedgerSchema = z.object({
  lines: z.array(ledgerLineSchema),
  /** Null: of fewer than five deals, which say nothing. */
  figures: ledgerFiguresSchema.nullable(),
  bySeller: z.array(sellerFiguresSchema),
  byRival: z.array(rivalFiguresSchema),
});
export type BidLedger = z.infer<typeof bidLedgerSchema>;

/** Deals with a closed sale from which anything may be read: rounds of one deal are one. */
export const leastClosedDeals = 5;

/** Prices from the list price to the limit, with what each is worth to us. */
export const bidLadderSchema = z.object({
  /** Increments within the limit; −1 where the list price lies above it. */
  steps: z.number().int(),
  /** All steps, or every so many of them, the first and the last always. */
  rungs: z.array(z.object({ step: z.number().int(), priceFen: fen, irr: irrSchema, moic: z.number().nullable(), missChance: z.number().nullable() })),
});
export type BidLadder = z.infer<typeof bidLadderSchema>;
