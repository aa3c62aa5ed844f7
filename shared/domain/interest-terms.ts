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
});

/** Sets stored before took all stated interest, and none for late performance. */
export const plainInterest: z.infer<typeof interestSchema> = { admitted: "toCutOff", countsDelay: false, delayRatePerDay: 0.000175 };
