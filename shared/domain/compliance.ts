import { z } from "zod";

/** How a rule is checked: by figures over the price, by the package's loans, or by what the desk answers with evidence. */
export const figureRules = ["leverage", "client", "group", "liquidity", "related", "core"] as const;
const ruleKinds = [...figureRules, "debtorCount", "retailPilot", "excludedLoans", "answered"] as const;

export const ruleConfidences = ["high", "medium", "low"] as const;

/** A rule as dated data: what it says, where, from when, and how sure the desk is of it. */
export const ruleSchema = z.object({
  code: z.string().trim().min(1).max(40),
  kind: z.enum(ruleKinds),
  /** Times net assets, a share, or a number of debtors, by its kind; null where it has none. */
  limit: z.number().min(0).max(1000).nullable(),
  /** The clause; empty: the article is not known. */
  clause: z.string().trim().max(200),
  textZh: z.string().trim().min(1).max(600),
  textEn: z.string().trim().min(1).max(600),
  /** First and last day in force; null: always, until further notice. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  confidence: z.enum(ruleConfidences),
  /** The desk read it at its source. */
  isConfirmed: z.boolean(),
  source: z.string().trim().min(1).max(400),
});
export type RuleInput = z.infer<typeof ruleSchema>;
export const ruleRowSchema = ruleSchema.extend({ id: z.number().int(), seeded: z.boolean() });
export type ComplianceRule = z.infer<typeof ruleRowSchema>;

/** What the desk says of a deal where a rule asks; null: nothing yet. */
export const ruleAnswerSchema = z.object({
  isMet: z.boolean().nullable(),
  evidence: z.string().trim().max(1000),
  /** Debtors that a rule of loans concerns, a name or an identifier a line. */
  concerned: z.string().max(20_000),
});
export type RuleAnswer = z.infer<typeof ruleAnswerSchema>;
export const noAnswer: RuleAnswer = { isMet: null, evidence: "", concerned: "" };

const verdicts = ["pass", "fail", "cannotTell", "notInForce"] as const;

/** What isn't there that a rule needs. */
const missingInputs = [
  "netAssets",
  "borrowings",
  "liquidAssets",
  "outflow30",
  "inflow30",
  "relatedClaims",
  "investedAll",
  "investedNpl",
  "clients",
  "groups",
  "relatedShare",
  "seller",
  "debtorNames",
  "allocation",
  "answer",
  "limit",
  "loanFacts",
  "concernedDebtors",
] as const;

const fen = z.number().int();
const judgementSchema = z.object({
  code: z.string(),
  verdict: z.enum(verdicts),
  missing: z.array(z.enum(missingInputs)),
  headroomFen: fen.nullable(),
  largestFen: fen.nullable(),
  leastFen: fen.nullable(),
  isBrokenAnyway: z.boolean(),
  /** Whom it is about; empty: the package's largest debtor, or nobody in particular. */
  about: z.string(),
  /** Rules of loans: how many it concerns, and the price without them. */
  concernedLoans: z.number().int().nullable(),
  priceWithoutFen: fen.nullable(),
});
export type RuleJudgement = z.infer<typeof judgementSchema>;

/** A deal against the rules of its day. */
export const headroomSchema = z.object({
  priceFen: fen,
  /** The day whose rules count. */
  judgedOn: z.iso.date(),
  /** SHA-256 of the pack, which a run keeps. */
  packHash: z.string(),
  quarterEnd: z.iso.date().nullable(),
  /** The quarter's figures were looked up at their source. */
  isConfirmed: z.boolean(),
  rules: z.array(ruleRowSchema),
  verdicts: z.array(judgementSchema),
  answers: z.record(z.string(), ruleAnswerSchema),
  /** The largest price that every rule allows which can be told, and the rule that binds; null where none does. */
  largestFen: fen.nullable(),
  bindingCode: z.string().nullable(),
});
export type Headroom = z.infer<typeof headroomSchema>;
