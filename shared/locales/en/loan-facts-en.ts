import type { loanFactsZh } from "../zh/loan-facts-zh.ts";

export const loanFactsEn: typeof loanFactsZh = {
  title: "Facts on the tape",
  byKind: "{{type}} (derived from the kind of deal)",
  check: { limitationExpired: "Limitation has run out", enforcementPeriodExpired: "Enforcement period has run out", limitationDoubtful: "Limitation doubtful" },
  asOf: "as at the cut-off date, {{date}}",
  noCutOff: "The deal has no cut-off date, so periods aren't checked",
  guarantor: "Guarantor",
  noCap: "no limit stated",
  cap: "at most {{amount}}",
  until: "guarantee until {{date}}",
  guaranteeOver: "Guarantee period is over",
  item: "Collateral",
  stated: "{{name}}: {{value}}",
  shared: "Same item as under {{contracts}}",
  estimate: "Own estimate",
  repayments: "Repayments",
  repaid: "Payments: {{count}}, {{sum}} in all",
  unstated: "Payments without an amount, not in the sum: {{count}}",
  undated: "no day",
  ofDebtor: "no contract named",
  moreRepayments: "Earlier payments not listed: {{count}}",
  repaymentsUsed:
    "Used for: limitation runs anew from the last payment after default (Civil Code, Art. 195), which decides whether it is doubtful. Balances are those of the tape; nothing is taken off them.",
  collateralEstimate: "collateral after {{months}} mo., probability {{probability}}, haircut {{haircut}}",
  costEstimate: "disposal costs {{rate}}",
  cashEstimate: "cash {{rate}} in the first month, monthly factor {{decay}}",
};
