import { z } from "zod";

export const marketProcesses = ["agreement", "bidding", "listing", "notStated"] as const;
/** What was sold: non-performing loans, credit assets, loans that were written off already. */
export const marketAssetKinds = ["npl", "creditAssets", "writtenOff", "notStated"] as const;
/** Classes that are never averaged together: retail and corporate at the market, and the relief of a bank near its book. */
export const marketClasses = ["retail", "corporate", "relief", "notStated"] as const;
export type MarketClass = (typeof marketClasses)[number];
/** How well the record is known: the parties announced it, the press reports it, or nobody confirmed it. */
export const marketConfidences = ["announced", "reported", "notConfirmed"] as const;

const day = z.iso.date().nullable();
const amount = z.number().int().positive().nullable();

/** What is known of a deal beside its parties, price and balances; null and "not stated" where nobody published it. */
export const marketFactsSchema = z.object({
  process: z.enum(marketProcesses),
  assetKind: z.enum(marketAssetKinds),
  marketClass: z.enum(marketClasses),
  province: z.string().trim().max(20),
  signedOn: day,
  effectiveOn: day,
  completedOn: day,
  /** Parts of the price. */
  cashFen: amount,
  rightsFen: amount,
  instalmentsFen: amount,
  /** Rate and months at which what is not paid in cash is worth less than it says; null: not published. */
  deferredRate: z.number().min(0).max(1).nullable(),
  deferredMonths: z.number().int().min(0).max(120).nullable(),
  /** Claim net of the seller's provisions. */
  netFen: amount,
  listFen: amount,
  bidders: z.number().int().min(1).max(1000).nullable(),
  link: z.string().trim().max(300),
  confidence: z.enum(marketConfidences),
  /** The record that this one takes the place of: it stays, and counts no more. */
  supersedesId: z.number().int().positive().nullable(),
});
export type MarketFacts = z.infer<typeof marketFactsSchema>;

export const noFacts: MarketFacts = {
  process: "notStated",
  assetKind: "notStated",
  marketClass: "notStated",
  province: "",
  signedOn: null,
  effectiveOn: null,
  completedOn: null,
  cashFen: null,
  rightsFen: null,
  instalmentsFen: null,
  deferredRate: null,
  deferredMonths: null,
  netFen: null,
  listFen: null,
  bidders: null,
  link: "",
  confidence: "reported",
  supersedesId: null,
};

/** The parts of the price that are stated; 0 where none is. */
const partsFen = ({ cashFen, rightsFen, instalmentsFen }: MarketFacts): number => (cashFen ?? 0) + (rightsFen ?? 0) + (instalmentsFen ?? 0);

/** The parts are not the price. */
export const partsDiffer = (priceFen: number | null, facts: MarketFacts): boolean => {
  const parts = partsFen(facts);
  return parts > 0 && (priceFen === null || parts !== priceFen);
};

/** What the price is worth in cash: deferred parts at their own rate; null where those aren't stated, or nothing is deferred. */
export function cashWorthFen(priceFen: number | null, facts: MarketFacts): number | null {
  const deferred = (facts.rightsFen ?? 0) + (facts.instalmentsFen ?? 0);
  if (priceFen === null || deferred === 0 || facts.deferredRate === null || facts.deferredMonths === null) return null;
  return Math.round(priceFen - deferred + deferred / (1 + facts.deferredRate) ** (facts.deferredMonths / 12));
}
