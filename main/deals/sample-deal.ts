import { type DealInput, newDeal } from "../../shared/contract/deal-channels.ts";

/** The deal that the sample tape belongs to. The bank does not exist. */
export const sampleDeal: DealInput = {
  ...newDeal,
  name: "示例农商银行2025年第1期不良资产包",
  seller: "示例农村商业银行",
  cutOffDate: "2025-09-30",
};
