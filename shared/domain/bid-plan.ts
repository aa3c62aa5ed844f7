import { z } from "zod";

/** How the package is sold (出售方式): sealed bids, open bids with extension, a listing, talks with the seller, a falling price. */
export const saleForms = ["sealed", "ascending", "listing", "negotiated", "dutch"] as const;
export type SaleForm = (typeof saleForms)[number];

/** Whether bids are called out one above the other, from the list price up. */
export const climbs = (form: SaleForm): boolean => form === "ascending" || form === "listing";

/** What a single bidder of a listing pays: the higher of list price and bid, the list price, or there is no sale. */
export const oneBidderRules = ["higherOfBoth", "listPrice", "noSale"] as const;
export type OneBidderRule = (typeof oneBidderRules)[number];

const fen = z.number().int().positive();
const rivals = z.number().int().min(0).max(20);
const rising = (...numbers: readonly (number | null)[]): boolean => {
  const stated = numbers.filter((one) => one !== null);
  return stated.every((one, at) => at === 0 || one >= (stated[at - 1] ?? one));
};

/** What the desk believes of the sale; typed, never guessed. */
export const bidBeliefsSchema = z
  .object({
    saleForm: z.enum(saleForms),
    /** What the package is worth to the desk at the hurdle; null: the base case's highest bid. */
    valueFen: fen.nullable(),
    leastRivals: rivals,
    likelyRivals: rivals,
    mostRivals: rivals,
    /** The middle rival bid ÷ own value. */
    rivalMedian: z.number().min(0.01).max(10),
    /** Standard deviation of the logarithm of rivals' bids. */
    rivalSpread: z.number().min(0.01).max(2),
    /** The same of what the model may be wrong by, beside the simulation. */
    modelError: z.number().min(0).max(2),
    /** Error of the own value in all, in place of both; null: simulation and model. */
    ownError: z.number().min(0.01).max(2).nullable(),
  })
  .refine(({ leastRivals, likelyRivals, mostRivals }) => rising(leastRivals, likelyRivals, mostRivals), {
    path: ["mostRivals"],
    params: { problem: "rivalsNotRising" },
  });
export type BidBeliefs = z.infer<typeof bidBeliefsSchema>;

/** Where a desk begins that has stated nothing: judgements, to be replaced. */
export const usualBeliefs: BidBeliefs = {
  saleForm: "ascending",
  valueFen: null,
  leastRivals: 1,
  likelyRivals: 2,
  mostRivals: 4,
  rivalMedian: 0.9,
  rivalSpread: 0.25,
  modelError: 0.1,
  ownError: null,
};

/** Terms of the venue, and the desk's own prices in the room. */
export const saleTermsSchema = z
  .object({
    listFen: fen.nullable(),
    /** Least rise (加价幅度). */
    stepFen: fen.nullable(),
    depositFen: fen.nullable(),
    extensionMinutes: z.number().int().min(0).max(120),
    oneBidderRule: z.enum(oneBidderRules),
    openingFen: fen.nullable(),
    targetFen: fen.nullable(),
    limitFen: fen.nullable(),
    /** Who may raise the limit. */
    raiser: z.string().trim().max(80),
  })
  .refine(({ openingFen, targetFen, limitFen }) => rising(openingFen, targetFen, limitFen), { path: ["limitFen"], params: { problem: "pricesNotRising" } });
export type SaleTerms = z.infer<typeof saleTermsSchema>;

/** Five minutes are those of court auctions (法释〔2016〕18号 Art 20). */
export const usualTerms: SaleTerms = {
  listFen: null,
  stepFen: null,
  depositFen: null,
  extensionMinutes: 5,
  oneBidderRule: "higherOfBoth",
  openingFen: null,
  targetFen: null,
  limitFen: null,
  raiser: "",
};

const share = z.number().min(0).max(1);
const rate = z.number().gt(-0.99).max(10);
const months = z.number().int().min(1).max(120);

/** Ways of paying and of cutting off that are put beside cash at closing. */
export const structureTermsSchema = z.object({
  /** What the seller's money is worth to him; annual effective. */
  sellerRate: rate,
  /** Rate of return that every way is to earn us; null: the hurdle. */
  targetRate: rate.nullable(),
  /** Instalments: paid at closing, the rest so many months later. */
  downShare: share,
  instalmentMonths: months,
  /** Trust beneficiary rights: share of the price, redeemed so many months after closing. */
  rightsShare: share,
  rightsMonths: months,
  debtShare: share,
  debtRate: z.number().min(0).max(1),
  debtMonths: months,
  /** Later cut-off: so many months, whose collections stay with the seller. */
  laterMonths: months,
});
export type StructureTerms = z.infer<typeof structureTermsSchema>;

/** Instalments as in rules on state equity (30 % down, a year); the rest are judgements. */
export const usualStructures: StructureTerms = {
  sellerRate: 0.05,
  targetRate: null,
  downShare: 0.3,
  instalmentMonths: 12,
  rightsShare: 0.5,
  rightsMonths: 36,
  debtShare: 0.5,
  debtRate: 0.06,
  debtMonths: 24,
  laterMonths: 6,
};

/** Who decides what the winner pays: his own bid, or the last rival's stop. A listing whose single bidder pays the higher of both prices is his own bid's. */
export function paysOwnBid({ saleForm }: Pick<BidBeliefs, "saleForm">, { oneBidderRule }: Pick<SaleTerms, "oneBidderRule">): boolean {
  return saleForm === "listing" ? oneBidderRule === "higherOfBoth" : saleForm !== "ascending";
}
