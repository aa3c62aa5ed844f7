import type { routeZh } from "../zh/route-zh.ts";

/** Assumptions and results of the routes of recovery; merged into pricing. */
export const routeEn: typeof routeZh = {
  probability: "Probability that a guarantor pays",
  recoveryRate: "Paid, share of what is due",
  firstMonth: "First month of payment",
  windowMonths: "Months over which it is paid, evenly",
  check: {
    limitationExpired: "Claim is worth zero once limitation has run out",
    enforcementPeriodExpired: "Claim is worth zero once the time to apply for enforcement is over",
    guaranteeExpired: "Guarantor pays nothing once the guarantee period is over",
  },
  failed: {
    title: "Validity of claims",
    titleWithUnit: "Validity in doubt ({{unit}}):",
    counted: "{{check}}: {{loans}} loan(s), claim {{claim}}, counted as zero",
    ignored: "{{check}}: {{loans}} loan(s), claim {{claim}}, not counted by the assumptions",
    limitationExpired: "Limitation has run out",
    enforcementPeriodExpired: "Time to apply for enforcement is over",
    guaranteeExpired: "With a guarantor past the guarantee period",
  },
  court: "Court, as the loan list writes it",
  courtMonths: "Months later than the stage says",
  addCourt: "Add a court",
  removeCourt: "Remove this court",
  noCourts: "All courts take the time that the litigation stage says.",
  commission: "Auctioneer's commission (offline sale, cap)",
  commissionBorne: "Share of the commission that the proceeds bear",
  acceptanceHalved: "Share of cases with half the acceptance fee",
  petitionCap: "Bankruptcy petition cap",
  servicerRateGuarantor: "Servicer, on guarantor payments",
};
