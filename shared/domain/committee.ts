import { z } from "zod";
import { type DealStage, type DealStatus, dealKinds } from "./codes.ts";

/** Where a paper stands, from its being handed in to the end of the deal. A deal without one is a draft. */
export const approvalStates = [
  "submitted",
  "returned",
  "checked",
  "agenda",
  "approved",
  "rejected",
  "bid",
  "won",
  "lost",
  "withdrawn",
  "signed",
  "closed",
] as const;
export type ApprovalState = (typeof approvalStates)[number];

/** States in which an approval holds: its limit binds. */
export const approvedStates: readonly ApprovalState[] = ["approved", "bid", "won", "signed", "closed"];

/** Stage of a deal (项目阶段): it follows from the work and from the approval, and is nobody's choice. */
export function dealStageOf(state: ApprovalState | null, hasPackage: boolean, hasRun: boolean): DealStage {
  switch (state) {
    case null:
    case "returned":
      return hasRun ? "pricing" : hasPackage ? "dueDiligence" : "screening";
    case "submitted":
    case "checked":
    case "agenda":
    case "rejected":
      return "committee";
    case "approved":
    case "bid":
    case "lost":
    case "withdrawn":
      return "bidding";
    case "won":
    case "signed":
      return "closing";
    case "closed":
      return "collecting";
  }
}

/** How the deal fares; what `stated` says of its work counts until the approval says how it ended. */
export function statusOf(state: ApprovalState | null, stated: DealStatus): DealStatus {
  if (state === "won" || state === "signed" || state === "closed") return "won";
  if (state === "lost") return "lost";
  if (state === "withdrawn" || state === "rejected") return "withdrawn";
  return stated === "onHold" || stated === "withdrawn" ? stated : "active";
}

/** Of whom a share must agree: those present, or all members. */
export const voteBases = ["present", "members"] as const;

const whole = (least: number, most: number) => z.number().int().min(least).max(most);

/**
 * Who decides (授权): a body for prices up to a bound and for some kinds of deals. Nothing of it is law here: 财金〔2008〕85号
 * asks national AMCs for seven present and two thirds of them, and a house states its own.
 */
export const voteRuleSchema = z
  .object({
    name: z.string().trim().min(1).max(60),
    /** Empty: every kind. */
    kinds: z.array(z.enum(dealKinds)),
    /** The highest price that it decides; null: any. */
    mostFen: z.number().int().positive().nullable(),
    /** Members that the body has. */
    members: whole(1, 99),
    /** Present at least, or there is no meeting. */
    quorum: whole(1, 99),
    shareNumerator: whole(1, 99),
    shareDenominator: whole(1, 99),
    base: z.enum(voteBases),
    /** A no of the chair decides. */
    chairHasVeto: z.boolean(),
  })
  .refine(({ shareNumerator, shareDenominator }) => shareNumerator <= shareDenominator, { path: ["shareDenominator"], params: { problem: "shareAboveOne" } })
  .refine(({ quorum, members }) => quorum <= members, { path: ["quorum"], params: { problem: "quorumAboveMembers" } });
export type VoteRule = z.infer<typeof voteRuleSchema>;

/** In their order: the first that fits the kind and the price decides. */
export const voteRulesSchema = z.array(voteRuleSchema).min(1).max(20);

export const usualRule: VoteRule = {
  name: "投资决策委员会",
  kinds: [],
  mostFen: null,
  members: 9,
  quorum: 7,
  shareNumerator: 2,
  shareDenominator: 3,
  base: "present",
  chairHasVeto: false,
};

export const voteWords = ["yes", "no", "abstain"] as const;
type VoteWord = (typeof voteWords)[number];

export interface CastVote {
  readonly word: VoteWord;
  readonly isChair: boolean;
}

export interface Tally {
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  /** Of whom the share is taken. */
  readonly base: number;
  /** Yes votes that pass. */
  readonly needed: number;
  readonly isQuorate: boolean;
  readonly isVetoed: boolean;
  readonly isPassed: boolean;
}

/** Counts votes in whole numbers: denominator · yes ≥ numerator · base. Who is recused counts neither above nor below the line. */
export function tallyVotes(rule: VoteRule, votes: readonly CastVote[], recused: number): Tally {
  const count = (word: VoteWord) => votes.filter((vote) => vote.word === word).length;
  const [present, yes] = [votes.length, count("yes")];
  const base = rule.base === "present" ? present : Math.max(0, rule.members - recused);
  const isQuorate = present >= rule.quorum;
  const isVetoed = rule.chairHasVeto && votes.some(({ word, isChair }) => isChair && word === "no");
  const hasShare = rule.shareDenominator * yes >= rule.shareNumerator * base;
  return {
    present,
    yes,
    no: count("no"),
    abstain: count("abstain"),
    base,
    needed: Math.ceil((rule.shareNumerator * base) / rule.shareDenominator),
    isQuorate,
    isVetoed,
    isPassed: isQuorate && !isVetoed && hasShare,
  };
}

/** The rule by which a price is decided; null where none reaches so far. */
export function ruleFor(rules: readonly VoteRule[], kind: (typeof dealKinds)[number], priceFen: number): VoteRule | null {
  return rules.find(({ kinds, mostFen }) => (kinds.length === 0 || kinds.includes(kind)) && (mostFen === null || priceFen <= mostFen)) ?? null;
}
