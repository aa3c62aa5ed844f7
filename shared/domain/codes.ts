/**
 * Code lists of the desk. Stored as text in the database; the words for them are in shared/locales. Those of `storedCodes`
 * below are stored with runs by their places too: a new code goes to the end, and none moves or goes.
 */
export const dealKinds = ["corporateBulk", "singleCorporate", "retailBulk", "other"] as const;
export type DealKind = (typeof dealKinds)[number];

export const saleProcesses = ["publicBidding", "invitedBidding", "negotiated"] as const;
export type SaleProcess = (typeof saleProcesses)[number];

/** Where the work on a deal stands. */
export const dealStages = ["screening", "dueDiligence", "pricing", "committee", "bidding", "closing", "collecting"] as const;
export type DealStage = (typeof dealStages)[number];

/** How the deal fares, whatever its stage. */
export const dealStatuses = ["active", "onHold", "won", "lost", "withdrawn"] as const;
export type DealStatus = (typeof dealStatuses)[number];

/** What the desk itself says of how a deal fares. */
export const workStatuses = ["active", "onHold", "withdrawn"] as const satisfies readonly DealStatus[];

/** Five-tier loan classification (五级分类). */
export const fiveTierClasses = ["normal", "specialMention", "substandard", "doubtful", "loss"] as const;

/** Security type (担保方式), strongest part first. */
export const securityKinds = ["unsecured", "guaranteed", "mortgaged", "mortgagedAndGuaranteed", "pledged", "mixed"] as const;
export type SecurityKind = (typeof securityKinds)[number];

/** Litigation stage (诉讼阶段). Stored by place (`storedCodes`): a new one goes to the end. */
export const litigationStages = ["notSued", "sued", "judged", "inExecution", "executionTerminated", "bankruptcy"] as const;
export type LitigationStage = (typeof litigationStages)[number];

/** Kind of collateral. Stored by place (`storedCodes`): a new one goes to the end, behind `other`. */
export const collateralKinds = [
  "residential",
  "shop",
  "office",
  "industrial",
  "land",
  "construction",
  "equipment",
  "inventory",
  "equity",
  "receivables",
  "other",
] as const;
export type CollateralKind = (typeof collateralKinds)[number];

/** Seizure status (查封). */
export const seizureStatuses = ["first", "waiting", "none", "unknown"] as const;

/** How the right to use land was given (土地性质): granted for a price, allotted without one, or of a collective. */
export const landTitles = ["granted", "allotted", "collective"] as const;

/** Whether a debtor is a company (or another legal person) or an individual: it decides how unsecured creditors rank. */
export const debtorTypes = ["company", "individual"] as const;
export type DebtorType = (typeof debtorTypes)[number];

/**
 * Condition of a debtor (经营状况): nobody states it, operating, production suspended (停产), missing (失联), struck off the
 * register (注销). Stored by place (`storedCodes`): a new one goes to the end.
 */
export const debtorConditions = ["unknown", "operating", "suspended", "missing", "deregistered"] as const;
export type DebtorCondition = (typeof debtorConditions)[number];
/** Those that an assumption may price apart; of the first nothing is known. */
export const knownConditions = ["operating", "suspended", "missing", "deregistered"] as const satisfies readonly DebtorCondition[];

/** Whether the guarantors of a debt were sued with its debtor. */
export const guarantorSuits = ["sued", "notSued"] as const;

/**
 * Which part of a claim's interest is admitted (利息认定范围): nobody states it, none of it, all to cut-off. Stored by place
 * (`storedCodes`): a new one goes to the end.
 */
export const interestBases = ["unknown", "principal", "toCutOff"] as const;
/** What an assumption may take for those that nobody states. */
export const knownInterestBases = ["principal", "toCutOff"] as const satisfies readonly (typeof interestBases)[number][];

/** What a bankruptcy is for (破产程序): liquidation, reorganisation (重整), composition (和解). */
export const bankruptcyKinds = ["liquidation", "reorganisation", "composition"] as const;

/** How we hold an item of collateral. Stored by place (`storedCodes`): a new one goes to the end. */
export const collateralHolds = ["mortgage", "seizure"] as const;

/** Checks that can take a claim's value to zero (METHOD §3). The bit of a check in a mask is its place (`storedCodes`): a new one goes to the end. */
export const claimValidityChecks = ["limitationExpired", "enforcementPeriodExpired", "limitationDoubtful"] as const;
export type ClaimValidityCheck = (typeof claimValidityChecks)[number];
/**
 * Checks of each guarantor's period (保证期间): over as the tape states it, over six months after maturity where it states
 * none (民法典 692), over while only the debtor was sued (693). Stored as bits by place: a new one goes to the end.
 */
export const guaranteeChecks = ["guaranteeExpired", "guaranteePeriodByLaw", "guarantorNotSued"] as const;
export type GuaranteeCheck = (typeof guaranteeChecks)[number];
/** Checks that the desk can switch: those of the claim, and of each guarantor. */
export const validitySwitches = [...claimValidityChecks, ...guaranteeChecks] as const;
export type ValiditySwitch = (typeof validitySwitches)[number];

/** Segment that chooses a loan's cash recovery curve. Stored by place (`storedCodes`): a new one goes to the end. */
export const segments = [
  "corporateSecured",
  "corporateGuaranteed",
  "corporateUnsecured",
  "retailCard",
  "retailConsumer",
  "retailBusiness",
  "retailOther",
] as const;
export type Segment = (typeof segments)[number];

export const caseNames = ["low", "base", "high"] as const;
export type CaseName = (typeof caseNames)[number];

export const moneyUnits = ["yuan", "wanYuan", "yiYuan"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/**
 * Rules that fill a missing input. The bit of a rule in a loan's fill mask is its place (`storedCodes`): a new one goes to the end.
 */
export const fillRules = [
  "interestAsZero",
  "feesAsZero",
  "classAsDoubtful",
  "stageAsNotSued",
  "segmentFromSecurity",
  "appraisalAsZero",
  "seniorClaimsByRank",
  "lienRankAsFirst",
  "collateralKindAsOther",
  "overdueDateUnknown",
  "interestFromClaimTotal",
  "debtorTypeFromKind",
  "limitationDateUnknown",
  "landPremiumByShare",
  "homebuyersByShare",
  "taxArrearsByShare",
  "seizureRivalsByShare",
  "holdAsMortgage",
  "appraisalOverAYear",
  "appraisalDateUnknown",
  "conditionUnknown",
  "bankruptcyKindUnknown",
  "wagesByShare",
  "guarantorUnnamed",
  "guaranteePeriodUnknown",
  "guarantorSuitUnknown",
  "limitationDoubtful",
  "interestBasisUnknown",
  "propertyFeesByShare",
  "waitingUnranked",
] as const;
export type FillRule = (typeof fillRules)[number];

/** Lists whose places stand in the columns of stored runs. A column of codes or a mask takes its list from here, and a test pins each. */
export const storedCodes = {
  segments,
  litigationStages,
  collateralKinds,
  collateralHolds,
  debtorConditions,
  interestBases,
  claimValidityChecks,
  guaranteeChecks,
  fillRules,
} as const;
