import { z } from "zod";
import { byKey } from "./by-key.ts";
import { knownConditions } from "./codes.ts";

const factor = z.number().min(0).max(5);
const months = z.number().int().min(0).max(120);

/** What the condition of a debtor makes of its cash, and a bankruptcy of its cash and its collateral. */
export const conditionsSchema = z.object({
  /** Factor on the cash curve by condition; of two facts on one debtor the lower factor counts. */
  cashFactor: byKey(knownConditions, factor),
  /** The same where enforcement was terminated for want of assets (终本). */
  terminatedFactor: factor,
  /** Share of the remaining claim that a bankruptcy pays, once, in a month; null: the cash curve as outside it. */
  dividendShare: z.number().min(0).max(1).nullable(),
  dividendMonth: months,
  /** Months by which a reorganisation suspends the enforcement of a mortgage (破产法 75). */
  reorganisationMonths: months,
});

/** Sets stored before knew nothing of debtors' conditions. */
export const plainConditions: z.infer<typeof conditionsSchema> = {
  cashFactor: { operating: 1, suspended: 1, missing: 1, deregistered: 1 },
  terminatedFactor: 1,
  dividendShare: null,
  dividendMonth: 36,
  reorganisationMonths: 0,
};
