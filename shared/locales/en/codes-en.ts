import type { SameKeys } from "../flatten-texts.ts";
import type { codesZh } from "../zh/codes-zh.ts";

/** Words for the code lists of shared/domain/codes.ts that are no field of a tape. */
export const codesEn: SameKeys<typeof codesZh> = {
  dealKind: { corporateBulk: "Corporate, bulk", singleCorporate: "Corporate, single", retailBulk: "Retail, bulk", other: "Other" },
  saleProcess: { publicBidding: "Public bidding", invitedBidding: "Invited bidding", negotiated: "Negotiated" },
  dealStage: {
    screening: "Screening",
    dueDiligence: "Due diligence",
    pricing: "Pricing",
    committee: "Committee",
    bidding: "Bidding",
    closing: "Closing",
    collecting: "Collecting",
  },
  dealStatus: { active: "Active", onHold: "On hold", won: "Won", lost: "Lost", withdrawn: "Withdrawn" },
  segment: {
    corporateSecured: "Corporate, secured",
    corporateGuaranteed: "Corporate, guaranteed",
    corporateUnsecured: "Corporate, unsecured",
    retailCard: "Retail, credit card",
    retailConsumer: "Retail, consumer",
    retailBusiness: "Retail, business",
    retailOther: "Retail, other",
  },
  caseName: { low: "Low", base: "Base", high: "High" },
  moneyUnit: { yuan: "yuan", wanYuan: "10k yuan", yiYuan: "100m yuan" },
  language: { zh: "中文", en: "English" },
  fillRule: {
    interestAsZero: "Interest missing, taken as zero",
    feesAsZero: "Advanced costs missing, taken as zero",
    classAsDoubtful: "Class missing (doesn't affect pricing; shown apart)",
    stageAsNotSued: "Litigation stage missing, taken as not sued",
    segmentFromSecurity: "Segment missing, derived from the security",
    appraisalAsZero: "Appraisal missing, taken as zero",
    seniorClaimsByRank: "Senior claims missing, estimated from the lien rank",
    lienRankAsFirst: "Lien rank missing, taken as first",
    collateralKindAsOther: "Kind of collateral missing, taken as other",
    overdueDateUnknown: "Overdue date missing (doesn't affect pricing)",
    interestFromClaimTotal: "Interest missing: claim total less principal and costs",
    debtorTypeFromKind: "Debtor type missing, derived from the kind of deal",
    limitationDateUnknown: "Limitation date of an unsued claim missing, taken as within limitation",
  },
  marketBase: { principal: "Principal", claim: "Claim", notStated: "Not stated" },
  theme: { system: "As the system", light: "Light", dark: "Dark" },
};
