import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CastVote, dealStageOf, ruleFor, statusOf, tallyVotes, usualRule, type VoteRule, voteRuleSchema } from "../../../shared/domain/committee.ts";

const votes = (yes: number, no: number, abstain = 0): CastVote[] => [
  ...Array.from({ length: yes }, () => ({ word: "yes" as const, isChair: false })),
  ...Array.from({ length: no }, () => ({ word: "no" as const, isChair: false })),
  ...Array.from({ length: abstain }, () => ({ word: "abstain" as const, isChair: false })),
];
const branch: VoteRule = { ...usualRule, members: 7, quorum: 5 };
/** 40号: two thirds of all members, whatever the number present. */
const ofMembers: VoteRule = { ...usualRule, quorum: 1, base: "members" };

describe("the acceptance table of approvals", () => {
  it.each([
    ["7 present, 5 yes", usualRule, votes(5, 2), true, true],
    ["7 present, 4 yes", usualRule, votes(4, 3), true, false],
    ["9 present, 6 yes, exactly two thirds", usualRule, votes(6, 3), true, true],
    ["6 present, all yes: no meeting", usualRule, votes(6, 0), false, false],
    ["a branch, 5 of 5", branch, votes(5, 0), true, true],
    ["a branch, 4 present: no meeting", branch, votes(4, 0), false, false],
    ["9 members, 6 yes", ofMembers, votes(6, 0), true, true],
    ["9 members, 5 yes", ofMembers, votes(5, 0), true, false],
    ["an abstention is present and no yes", usualRule, votes(4, 0, 3), true, false],
  ] as const)("%s", (_what, rule, cast, isQuorate, isPassed) => {
    expect(tallyVotes(rule, cast, 0)).toMatchObject({ isQuorate, isPassed });
  });

  it("counts who is recused neither above nor below the line", () => {
    expect(tallyVotes(ofMembers, votes(5, 0), 0).isPassed).toBe(false);
    expect(tallyVotes(ofMembers, votes(5, 0), 2)).toMatchObject({ base: 7, needed: 5, isPassed: true });
  });

  it("lets the chair's no decide where the house says so", () => {
    const cast = [...votes(8, 0), { word: "no" as const, isChair: true }];
    expect(tallyVotes(usualRule, cast, 0).isPassed).toBe(true);
    expect(tallyVotes({ ...usualRule, chairHasVeto: true }, cast, 0)).toMatchObject({ isVetoed: true, isPassed: false });
  });

  it("passes with the needed votes and not with one less, for any share", () => {
    const share = fc.integer({ min: 1, max: 12 }).chain((below) => fc.tuple(fc.integer({ min: 1, max: below }), fc.constant(below)));
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 40 }), ([shareNumerator, shareDenominator], present) => {
        const rule = { ...usualRule, quorum: 1, members: 40, shareNumerator, shareDenominator };
        const { needed } = tallyVotes(rule, votes(present, 0), 0);
        expect(tallyVotes(rule, votes(needed, present - needed), 0).isPassed).toBe(true);
        expect(tallyVotes(rule, votes(needed - 1, present - needed + 1), 0).isPassed).toBe(false);
      }),
    );
  });
});

it("delegates by price and kind, in the house's order", () => {
  const small = { ...usualRule, name: "部门", mostFen: 1000, quorum: 3 };
  const retail = { ...usualRule, name: "零售", kinds: ["retailBulk" as const] };
  const rules = [small, retail, usualRule];
  expect(ruleFor(rules, "retailBulk", 1000)?.name).toBe("部门");
  expect(ruleFor(rules, "retailBulk", 1001)?.name).toBe("零售");
  expect(ruleFor(rules, "corporateBulk", 1001)).toBe(usualRule);
  expect(ruleFor([small], "corporateBulk", 1001)).toBeNull();
  expect(voteRuleSchema.safeParse({ ...usualRule, quorum: 10 }).success).toBe(false);
  expect(voteRuleSchema.safeParse({ ...usualRule, shareNumerator: 4 }).success).toBe(false);
});

it("has the stage of a deal follow from the work and the approval", () => {
  expect([dealStageOf(null, false, false), dealStageOf(null, true, false), dealStageOf(null, true, true)]).toEqual(["screening", "dueDiligence", "pricing"]);
  expect([dealStageOf("agenda", true, true), dealStageOf("approved", true, true), dealStageOf("won", true, true), dealStageOf("closed", true, true)]).toEqual([
    "committee",
    "bidding",
    "closing",
    "collecting",
  ]);
  expect([statusOf(null, "onHold"), statusOf("lost", "active"), statusOf("signed", "active"), statusOf("rejected", "active")]).toEqual([
    "onHold",
    "lost",
    "won",
    "withdrawn",
  ]);
});
