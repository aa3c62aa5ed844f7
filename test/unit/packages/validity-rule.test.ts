import { describe, expect, it } from "vitest";
import { checkMask, enforcementEnd, failedChecksOf, isGuaranteeOver, type ValidityFacts } from "../../../main/packages/validity-rule.ts";
import { litigationStages } from "../../../shared/domain/codes.ts";

const sound: ValidityFacts = { cutOffDate: "2025-09-30", stage: "notSued", limitationDate: null, judgmentDate: null, enforcementDeadline: null };
const stagesThatFail = (facts: Partial<ValidityFacts>) => litigationStages.filter((stage) => failedChecksOf({ ...sound, ...facts, stage }).length > 0);

describe("limitation", () => {
  it("runs out on the day after its last day, for a debt that was not sued for", () => {
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
  it("is as stated, else two years from the day the judgment took effect", () => {
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

describe("a guarantee", () => {
  it("is over after its last day unless the debt was sued for", () => {
    expect(isGuaranteeOver("2025-09-29", sound)).toBe(true);
    expect(isGuaranteeOver("2025-09-30", sound)).toBe(false);
    expect(isGuaranteeOver("2025-09-29", { ...sound, stage: "sued" })).toBe(false);
    expect(isGuaranteeOver("2025-09-29", { ...sound, cutOffDate: null })).toBe(false);
    expect(isGuaranteeOver(null, sound)).toBe(false);
  });
});

it("each check has a bit of its own", () => {
  expect([checkMask([]), checkMask(["limitationExpired"]), checkMask(["enforcementPeriodExpired"])]).toEqual([0, 1, 2]);
});
