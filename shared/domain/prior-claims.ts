import { z } from "zod";

/** Shares of the appraisal that stand for prior claims which apply and that nobody states. */
export const priorityShares = ["landPremiumShare", "homebuyerShare", "taxArrearsShare", "seizureRivalShare"] as const;
export type PriorityShare = (typeof priorityShares)[number];

const share = z.number().min(0).max(2);

/** What stands before us on an item where the tape is silent, and how long a waiting seizure takes (在先权利与轮候查封). */
export const prioritiesSchema = z.object({
  landPremiumShare: share,
  homebuyerShare: share,
  taxArrearsShare: share,
  /** Unsecured creditors who seized before us, where our seizure waits or its order is not known. */
  seizureRivalShare: share,
  /** Months until a preferred creditor may take over the sale from the court that seized first (法释〔2016〕6号). */
  waitingMonths: z.number().int().min(0).max(120),
});

/** Sets stored before knew none of it. */
export const noPriorities: z.infer<typeof prioritiesSchema> = {
  landPremiumShare: 0,
  homebuyerShare: 0,
  taxArrearsShare: 0,
  seizureRivalShare: 0,
  waitingMonths: 0,
};
