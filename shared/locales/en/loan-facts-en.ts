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
  collateralEstimate: "collateral after {{months}} mo., probability {{probability}}, haircut {{haircut}}",
  costEstimate: "disposal costs {{rate}}",
  cashEstimate: "cash {{rate}} in the first month, monthly factor {{decay}}",
};
