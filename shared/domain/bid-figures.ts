import { z } from "zod";
import { irrSchema } from "./irr-schema.ts";

const fen = z.number().int();

/** What a price means: earned where it is paid, and how likely it wins. */
export const bidPointSchema = z.object({
  priceFen: fen,
  /** Base case. */
  irr: irrSchema,
  moic: z.number().nullable(),
  /** Share of simulated paths that earn less than the hurdle at the price; null without a simulation. */
  missChance: z.number().nullable(),
  winChance: z.number(),
  expectedProfitFen: fen,
  /** Worth of the package to us once we have won at this bid, what is then paid, and the difference; null where the bid never wins. */
  worthIfWonFen: fen.nullable(),
  profitIfWonFen: fen.nullable(),
});
export type BidPoint = z.infer<typeof bidPointSchema>;

const byBiddersSchema = z.object({
  /** Ourselves among them. */
  bidders: z.number().int(),
  /** As the desk believes. */
  chance: z.number(),
  sealed: z.number(),
  ascending: z.number(),
  worthIfWon: z.number(),
});

/** The way from the value to a bid (从估值到报价), as the engine works it out. */
export const bidFiguresSchema = z.object({
  valueFen: fen,
  /** Standard deviation of ln(own value): in all, and of the simulation alone; null without one. */
  ownError: z.number(),
  simulatedError: z.number().nullable(),
  /** Share of simulated paths that bring nothing. */
  worthlessShare: z.number().nullable(),
  byBidders: z.array(byBiddersSchema),
  sealedFen: fen,
  ascendingFen: fen,
  worthIfWonFen: fen,
  /** The bid of the form of sale, shaded against the winner's curse; null in talks with the seller, where nothing is shaded. */
  shaded: z.object({ bidFen: fen, leastFen: fen, mostFen: fen, isWide: z.boolean() }).nullable(),
  /** Where rivals are as believed and nothing is learnt from winning. */
  best: z.object({ bidFen: fen, winChance: z.number(), expectedProfitFen: fen, isOnlyPeak: z.boolean() }),
  /** Prices at which 20, 50 and 80 % of simulated paths miss the hurdle; null without a simulation. */
  percentiles: z.object({ p20Fen: fen, p50Fen: fen, p80Fen: fen }).nullable(),
  /** Rising in the price. */
  points: z.array(bidPointSchema),
});
export type BidFigures = z.infer<typeof bidFiguresSchema>;
