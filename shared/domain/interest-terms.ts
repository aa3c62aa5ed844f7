import { z } from "zod";
import { knownInterestBases } from "./codes.ts";

/** Which interest a claim is admitted with (利息计收). */
export const interestSchema = z.object({
  /** Where the tape states none: principal and costs only, or the interest to cut-off too. */
  admitted: z.enum(knownInterestBases),
  /** Whether interest for late performance of a judgment counts (迟延履行利息), from the judgment to cut-off. */
  countsDelay: z.boolean(),
  /** Its rate per day on the principal: 0.0175 % (法释〔2014〕8号). */
  delayRatePerDay: z.number().min(0).max(0.01),
  /** Whether a maximum-amount mortgage (最高额抵押) pays interest after cut-off too, up to its sale and within its cap; and the yearly rate on the principal. */
  accruesToSale: z.boolean().prefault(false),
  accrualRate: z.number().min(0).max(0.36).prefault(0),
  /** Whether the registered maximum bounds the principal alone (本金最高额); else all that is secured (债权最高额; 担保制度解释 15). */
  capsPrincipalAlone: z.boolean().prefault(false),
});

/** Sets stored before took all stated interest, none for late performance and none after cut-off. */
export const plainInterest: z.infer<typeof interestSchema> = {
  admitted: "toCutOff",
  countsDelay: false,
  delayRatePerDay: 0.000175,
  accruesToSale: false,
  accrualRate: 0.05,
  capsPrincipalAlone: false,
};
