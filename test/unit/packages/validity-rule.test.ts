import { describe, expect, it } from "vitest";
import {
  checkMask,
  enforcementEnd,
  failedChecksOf,
  failedGuaranteeChecks,
  type GuaranteeFacts,
  guaranteeMask,
  unknownOfGuarantee,
  type ValidityFacts,
} from "../../../main/packages/validity-rule.ts";
import { litigationStages } from "../../../shared/domain/codes.ts";

const sound: ValidityFacts = {
  cutOffDate: "2025-09-30",
  stage: "notSued",
  limitationDate: null,
  overdueDate: null,
  lastPaymentDate: null,
  judgmentDate: null,
  enforcementDeadline: null,
};
const stagesThatFail = (facts: Partial<ValidityFacts>) => litigationStages.filter((stage) => failedChecksOf({ ...sound, ...facts, stage }).length > 0);

describe("limitation", () => {
  it("runs out on the day after its last day, for a debt that was not sued for (民法典第一百八十八条)", () => {
    expect(failedChecksOf({ ...sound, limitationDate: "2025-09-29" })).toEqual(["limitationExpired"]);
    expect(failedChecksOf({ ...sound, limitationDate: "2025-09-30" })).toEqual([]);
    expect(stagesThatFail({ limitationDate: "2020-01-01" })).toEqual(["notSued"]);
  });

  it("is not looked at without a stated date or without a cut-off date", () => {
    expect(failedChecksOf(sound)).toEqual([]);
    expect(failedChecksOf({ ...sound, limitationDate: "1990-01-01", cutOffDate: null })).toEqual([]);
  });
});

describe("the period to apply for enforcement", () => {
  it("is as stated, else two years from the day the judgment took effect (民事诉讼法第二百五十条)", () => {
    expect(enforcementEnd({ judgmentDate: "2023-05-06", enforcementDeadline: null })).toBe("2025-05-06");
    expect(enforcementEnd({ judgmentDate: "2023-05-06", enforcementDeadline: "2025-12-31" })).toBe("2025-12-31");
    expect(enforcementEnd({ judgmentDate: "2024-02-29", enforcementDeadline: null })).toBe("2026-02-28");
    expect(enforcementEnd({ judgmentDate: null, enforcementDeadline: null })).toBeNull();
  });

  it("runs out between judgment and enforcement only", () => {
    expect(stagesThatFail({ judgmentDate: "2023-09-29" })).toEqual(["judged"]);
    expect(stagesThatFail({ judgmentDate: "2023-09-30" })).toEqual([]);
    expect(stagesThatFail({ judgmentDate: "2020-01-01", enforcementDeadline: "2025-10-01" })).toEqual([]);
  });
});

describe("limitation that nobody dates (民法典第一百八十八条)", () => {
  it("is doubtful where default is over three years ago and no suit was brought", () => {
    expect(failedChecksOf({ ...sound, overdueDate: "2022-09-29" })).toEqual(["limitationDoubtful"]);
    expect(failedChecksOf({ ...sound, overdueDate: "2022-09-30" })).toEqual([]);
    expect(stagesThatFail({ overdueDate: "2015-01-01" })).toEqual(["notSued"]);
    // A stated date decides alone; 29 February ends on the 28th (第二百零二条).
    expect(failedChecksOf({ ...sound, overdueDate: "2015-01-01", limitationDate: "2026-01-01" })).toEqual([]);
    expect(failedChecksOf({ ...sound, overdueDate: "2020-02-29", cutOffDate: "2023-02-28" })).toEqual([]);
    expect(failedChecksOf({ ...sound, overdueDate: "2020-02-29", cutOffDate: "2023-03-01" })).toEqual(["limitationDoubtful"]);
  });

  it("runs anew from the last payment after default (第一百九十五条)", () => {
    const paid = (lastPaymentDate: string, overdueDate: string | null = "2019-06-30") => failedChecksOf({ ...sound, overdueDate, lastPaymentDate });
    expect(paid("2022-09-30")).toEqual([]);
    expect(paid("2022-09-29")).toEqual(["limitationDoubtful"]);
    // What was paid before default is no acknowledgement of it, and without a default nothing is counted from.
    expect(paid("2019-01-31", "2022-10-01")).toEqual([]);
    expect(paid("2015-01-01", null)).toEqual([]);
    expect(failedChecksOf({ ...sound, overdueDate: "2019-06-30", lastPaymentDate: "2024-01-01", limitationDate: "2025-01-01" })).toEqual(["limitationExpired"]);
  });
});

describe("a guarantee", () => {
  const bound: GuaranteeFacts = { cutOffDate: "2025-09-30", stage: "notSued", periodEnd: null, maturityDate: null, suit: null };
  const failed = (facts: Partial<GuaranteeFacts>) => failedGuaranteeChecks({ ...bound, ...facts });

  it("is over after its last day unless the debt was sued for", () => {
    expect(failed({ periodEnd: "2025-09-29" })).toEqual(["guaranteeExpired"]);
    expect(failed({ periodEnd: "2025-09-30" })).toEqual([]);
    expect(failed({ periodEnd: "2025-09-29", stage: "sued" })).toEqual([]);
    expect(failed({ periodEnd: "2025-09-29", cutOffDate: null })).toEqual([]);
    expect(failed({})).toEqual([]);
  });

  it("of which no period is stated is over by law six months after maturity (民法典第六百九十二条)", () => {
    expect(failed({ maturityDate: "2025-03-29" })).toEqual(["guaranteePeriodByLaw"]);
    expect(failed({ maturityDate: "2025-03-31" })).toEqual([]);
    expect(failed({ maturityDate: "2020-01-01", periodEnd: "2026-01-01" })).toEqual([]);
    expect(failed({ maturityDate: "2020-01-01", stage: "judged" })).toEqual([]);
    expect(failed({ maturityDate: "2020-01-01", stage: "judged", suit: "notSued" })).toEqual(["guaranteePeriodByLaw"]);
    // A month that has no such day ends the period on its last.
    expect(failed({ maturityDate: "2024-08-31", cutOffDate: "2025-02-28" })).toEqual([]);
    expect(failed({ maturityDate: "2024-08-31", cutOffDate: "2025-03-01" })).toEqual(["guaranteePeriodByLaw"]);
  });

  it("is not held by a suit against the debtor alone (民法典第六百九十三条)", () => {
    expect(failed({ periodEnd: "2024-01-01", stage: "inExecution", suit: "notSued" })).toEqual(["guarantorNotSued"]);
    expect(failed({ periodEnd: "2024-01-01", stage: "inExecution", suit: "sued" })).toEqual([]);
    expect(failed({ periodEnd: "2026-01-01", stage: "inExecution", suit: "notSued" })).toEqual([]);
  });

  it("leaves open what nobody states of it", () => {
    const unknown = (facts: Partial<GuaranteeFacts>) => unknownOfGuarantee({ ...bound, ...facts });
    expect(unknown({})).toEqual({ period: true, suit: false });
    expect(unknown({ periodEnd: "2024-01-01" })).toEqual({ period: false, suit: false });
    expect(unknown({ periodEnd: "2024-01-01", stage: "sued" })).toEqual({ period: false, suit: true });
    expect(unknown({ periodEnd: "2024-01-01", stage: "sued", suit: "sued" })).toEqual({ period: false, suit: false });
  });

  it("has a bit for each check", () => {
    expect([guaranteeMask([]), guaranteeMask(["guaranteeExpired"]), guaranteeMask(["guaranteePeriodByLaw", "guarantorNotSued"])]).toEqual([0, 1, 6]);
  });
});

it("each check has a bit of its own", () => {
  expect([checkMask([]), checkMask(["limitationExpired"]), checkMask(["enforcementPeriodExpired"])]).toEqual([0, 1, 2]);
});
