import { describe, expect, it } from "vitest";
import { storedCodes } from "../../../shared/domain/codes.ts";

/**
 * Codes of the released versions in their places. Stored runs hold the places: a code that moves would give every old run
 * other stages, kinds and rules, and nothing else would notice. A release's new codes are added here, at the end.
 */
const released: Readonly<Record<keyof typeof storedCodes, readonly string[]>> = {
  segments: ["corporateSecured", "corporateGuaranteed", "corporateUnsecured", "retailCard", "retailConsumer", "retailBusiness", "retailOther"],
  litigationStages: ["notSued", "sued", "judged", "inExecution", "executionTerminated", "bankruptcy"],
  collateralKinds: ["residential", "shop", "office", "industrial", "land", "construction", "equipment", "inventory", "equity", "receivables", "other"],
  collateralHolds: ["mortgage", "seizure"],
  debtorConditions: ["unknown", "operating", "suspended", "missing", "deregistered"],
  interestBases: ["unknown", "principal", "toCutOff"],
  claimValidityChecks: ["limitationExpired", "enforcementPeriodExpired"],
  guaranteeChecks: ["guaranteeExpired", "guaranteePeriodByLaw", "guarantorNotSued"],
  fillRules: [
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
  ],
};

describe("codes that runs store by their places", () => {
  it.each(Object.keys(storedCodes) as (keyof typeof storedCodes)[])("%s stand where they always stood", (list) => {
    expect(storedCodes[list].slice(0, released[list].length)).toEqual(released[list]);
  });

  it("have room in their columns: codes 256, masks of checks 8 bits and of rules 32", () => {
    expect(storedCodes.claimValidityChecks.length).toBeLessThanOrEqual(8);
    expect(storedCodes.fillRules.length).toBeLessThanOrEqual(31);
    expect(Math.max(...Object.values(storedCodes).map((list) => list.length))).toBeLessThanOrEqual(256);
  });
});
