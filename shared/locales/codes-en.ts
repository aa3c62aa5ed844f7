import type { codesZh } from "./codes-zh.ts";
import type { SameKeys } from "./flatten-texts.ts";

/** Words for the code lists of shared/domain/codes.ts. */
export const codesEn: SameKeys<typeof codesZh> = {
  dealKind: { corporateBulk: "Corporate, bulk", singleCorporate: "Corporate, single", retailBulk: "Retail, bulk", other: "Other" },
  saleProcess: { publicBidding: "Public bidding", invitedBidding: "Invited bidding", negotiated: "Negotiated" },
  dealStage: { screening: "Screening", dueDiligence: "Due diligence", pricing: "Pricing", committee: "Committee", bidding: "Bidding", closing: "Closing", collecting: "Collecting" },
  dealStatus: { active: "Active", onHold: "On hold", won: "Won", lost: "Lost", withdrawn: "Withdrawn" },
  fiveTierClass: { normal: "Normal", specialMention: "Special mention", substandard: "Substandard", doubtful: "Doubtful", loss: "Loss" },
  securityKind: { unsecured: "Unsecured", guaranteed: "Guaranteed", mortgaged: "Mortgaged", mortgagedAndGuaranteed: "Mortgaged and guaranteed", pledged: "Pledged", mixed: "Mixed" },
  litigationStage: { notSued: "Not sued", sued: "Sued", judged: "Judged", inExecution: "In execution", executionTerminated: "Execution terminated", bankruptcy: "Bankruptcy" },
  collateralKind: { residential: "Residential", shop: "Shop", office: "Office", industrial: "Industrial", land: "Land use right", construction: "Under construction", equipment: "Equipment", inventory: "Inventory", equity: "Equity", receivables: "Receivables", other: "Other" },
  seizureStatus: { first: "First seizure", waiting: "Waiting seizure", none: "Not seized", unknown: "Unknown" },
  segment: { corporateSecured: "Corporate, secured", corporateGuaranteed: "Corporate, guaranteed", corporateUnsecured: "Corporate, unsecured", retailCard: "Retail, credit card", retailConsumer: "Retail, consumer", retailBusiness: "Retail, business", retailOther: "Retail, other" },
  caseName: { low: "Low", base: "Base", high: "High" },
  moneyUnit: { yuan: "yuan", wanYuan: "10k yuan", yiYuan: "100m yuan" },
  language: { zh: "中文", en: "English" },
  fillRule: {
    interestAsZero: "Interest missing, taken as zero",
    feesAsZero: "Advanced costs missing, taken as zero",
    classAsDoubtful: "Five-tier class missing, taken as doubtful",
    stageAsNotSued: "Litigation stage missing, taken as not sued",
    segmentFromSecurity: "Segment missing, derived from the security",
    appraisalAsZero: "Appraisal missing, taken as zero",
    seniorClaimsByRank: "Senior claims missing, estimated from the lien rank",
    lienRankAsFirst: "Lien rank missing, taken as first",
    collateralKindAsOther: "Kind of collateral missing, taken as other",
    overdueDateUnknown: "Overdue date missing, nothing assumed",
  },
  marketBase: { principal: "Principal", claim: "Claim", notStated: "Not stated" },
  jobKind: { inspectTape: "Reading tape", importTape: "Importing tape", price: "Pricing", printMemo: "Preparing memo" },
  theme: { system: "As the system", light: "Light", dark: "Dark" },
};
