import { z } from "zod";
import { assumptionGroups } from "./assumptions.ts";

/** What may differ between two runs of a deal: groups of assumptions, the horizon, the shifts of the cases, a bid entered, the package, the desk's own estimates of the same package. */
const runChangeKeys = [...assumptionGroups, "horizonMonths", "cases", "bidPriceFen", "package", "ownEstimates"] as const;
export type RunChangeKey = (typeof runChangeKeys)[number];

/** Prices whose move is parted: the bid, and the highest bid of each case. */
export const movedPrices = ["bid", "low", "base", "high"] as const;
export type MovedPrice = (typeof movedPrices)[number];

const stated = z.union([z.number(), z.string(), z.boolean(), z.null()]);
const leafChangeSchema = z.object({ path: z.array(z.union([z.string(), z.number()])), before: stated, after: stated });
export type LeafChange = z.infer<typeof leafChangeSchema>;

const movesSchema = z.object({ bid: z.number().int(), low: z.number().int(), base: z.number().int(), high: z.number().int() });
export type Moves = z.infer<typeof movesSchema>;

/**
 * How the parts were found. `shapley`: the mean of a change's effect over all orders of making the changes, which no order
 * moves; `order`: each change made after those listed before it, where all orders would take too long; `none`: nothing could be priced again.
 */
const partingMethods = ["shapley", "order", "none"] as const;

export const runComparisonSchema = z.object({
  /** In the order of `runChangeKeys`; `moves` add up with `other` to the whole move of each price. */
  changes: z.array(z.object({ key: z.enum(runChangeKeys), leaves: z.array(leafChangeSchema), moves: movesSchema })),
  /** What no change explains: another version of the engine, or terms that can't be priced together. */
  other: movesSchema,
  method: z.enum(partingMethods),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;
