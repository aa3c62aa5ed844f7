import { z } from "zod";
import type { CollateralKind } from "./codes.ts";

/** Shares of the appraisal that stand for prior claims which apply and that nobody states. */
export const priorityShares = ["landPremiumShare", "homebuyerShare", "taxArrearsShare", "wageShare", "seizureRivalShare"] as const;
export type PriorityShare = (typeof priorityShares)[number];

/** Kinds of items that somebody manages for a fee (物业费). */
export const managedKinds: readonly CollateralKind[] = ["residential", "shop", "office"];

const share = z.number().min(0).max(2);

/** What stands before us on an item where the tape is silent, and how long a waiting seizure takes (在先权利与轮候查封). */
export const prioritiesSchema = z.object({
  landPremiumShare: share,
  homebuyerShare: share,
  taxArrearsShare: share,
  /** Wages of a bankrupt debtor (职工债权) before unsecured creditors (破产法 113), where nobody states them. */
  wageShare: share.prefault(0),
  /** Unsecured creditors who seized before us, where our seizure waits or its order is not known. */
  seizureRivalShare: share,
  /** Months until a preferred creditor may take over the sale from the court that seized first (法释〔2016〕6号). */
  waitingMonths: z.number().int().min(0).max(120),
  /** Property management fees in arrears, which a buyer has to bear: a share of the appraisal a year, from default to the first round, for so many months at most. */
  propertyFeeRate: z.number().min(0).max(0.2).prefault(0),
  propertyFeeMonths: z.number().int().min(0).max(240).prefault(0),
  /** Of what a sale leaves the debtor above our claim or cap, the share that our other claims on the same debtor reach as unsecured ones. */
  surplusShare: z.number().min(0).max(1).prefault(0),
});

/** Sets stored before knew none of it. */
export const noPriorities: z.infer<typeof prioritiesSchema> = {
  landPremiumShare: 0,
  homebuyerShare: 0,
  taxArrearsShare: 0,
  wageShare: 0,
  seizureRivalShare: 0,
  waitingMonths: 0,
  propertyFeeRate: 0,
  propertyFeeMonths: 0,
  surplusShare: 0,
};
