import { z } from "zod";
import { approvalStates, voteRuleSchema, voteWords } from "./committee.ts";

/** What is done with a paper, by whom it may be done (`stepRules` in main/committee). */
export const stepKinds = [
  "submit",
  "return",
  "check",
  "agenda",
  "recuse",
  "vote",
  "approve",
  "reject",
  "meet",
  "bid",
  "noSale",
  "win",
  "lose",
  "withdraw",
  "sign",
  "close",
] as const;
export type StepKind = (typeof stepKinds)[number];

const fen = z.number().int().positive();
const reason = z.string().trim().max(2000);
const stated = reason.min(1);
/** Whose step it is where the desk has no persons; with persons it is the one whose key is open. */
const typedName = z.string().trim().max(60);

const conditionText = z.string().trim().min(1).max(400);

/** A step of a paper, as it is asked for. */
export const approvalStepSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("return"), reason: stated }),
  z.object({ kind: z.literal("check"), reason }),
  z.object({ kind: z.literal("agenda"), reason }),
  z.object({ kind: z.literal("recuse"), name: typedName, reason: stated }),
  z.object({ kind: z.literal("vote"), name: typedName, word: z.enum(voteWords), isChair: z.boolean(), reason }),
  /** The votes decide whether it is approved or rejected; the limit and the rest hold where it is approved. */
  z.object({
    kind: z.literal("decide"),
    limitFen: fen,
    terms: reason,
    conditions: z.array(conditionText).max(30),
    expiresOn: z.iso.date().nullable(),
    minutes: reason,
  }),
  z.object({ kind: z.literal("meet"), condition: z.number().int().min(0).max(29), reason: stated }),
  z.object({ kind: z.enum(["win", "lose", "withdraw"]), reason: stated }),
  z.object({ kind: z.enum(["sign", "close"]), reason }),
]);
export type ApprovalStep = z.infer<typeof approvalStepSchema>;

/** What a step says beside its reason. */
export const stepDetailSchema = z.object({
  word: z.enum(voteWords).optional(),
  isChair: z.boolean().optional(),
  limitFen: z.number().int().optional(),
  expiresOn: z.string().nullable().optional(),
  condition: z.number().int().optional(),
  /** Hash of the run as it was priced again. */
  replayHash: z.string().optional(),
  tally: z.string().optional(),
  terms: z.string().optional(),
  conditions: z.array(z.string()).optional(),
  /** Hash of the rule and of every step that the decision rests on. */
  basis: z.string().optional(),
});
export type StepDetail = z.infer<typeof stepDetailSchema>;

const actionSchema = z.object({
  id: z.number().int(),
  kind: z.enum(stepKinds),
  name: z.string(),
  at: z.string(),
  reason: z.string(),
  detail: stepDetailSchema,
  /** `none`: the desk had no persons then. */
  signature: z.enum(["valid", "invalid", "none"]),
});
export type ApprovalAction = z.infer<typeof actionSchema>;

const conditionSchema = z.object({ text: z.string(), metBy: z.string().nullable(), metAt: z.string().nullable() });
export const paperConditionsSchema = z.array(conditionSchema);

const tallySchema = z.object({
  present: z.number().int(),
  yes: z.number().int(),
  no: z.number().int(),
  abstain: z.number().int(),
  base: z.number().int(),
  needed: z.number().int(),
  isQuorate: z.boolean(),
  isVetoed: z.boolean(),
  isPassed: z.boolean(),
});

/** A paper before the committee, with what was done with it. */
const paperSchema = z.object({
  id: z.number().int(),
  state: z.enum(approvalStates),
  /** Stage and status that a deal older than approvals had; null where a paper was handed in. */
  carriedFrom: z.string().nullable(),
  runId: z.number().int().nullable(),
  runHash: z.string().nullable(),
  memoHash: z.string().nullable(),
  askedFen: z.number().int().nullable(),
  reasoning: z.string(),
  madeByName: z.string(),
  madeAt: z.string(),
  rule: voteRuleSchema.nullable(),
  limitFen: z.number().int().nullable(),
  terms: z.string(),
  conditions: paperConditionsSchema,
  expiresOn: z.string().nullable(),
  isExpired: z.boolean(),
  /** Whether it isn't as its steps say any more: it was changed outside the app, and nothing may rest on it. */
  isAltered: z.boolean(),
  recused: z.array(z.string()),
  tally: tallySchema.nullable(),
  /** As they were done: the order is theirs, not the clock's. */
  actions: z.array(actionSchema),
});
export type Paper = z.infer<typeof paperSchema>;

/** What has changed since a paper was handed in: package, assumptions or tape; the deal's own facts; limit of the plan; time; the paper itself. */
const changedFacts = ["inputs", "deal", "limit", "expired", "altered"] as const;
/** What is no change, and still to be said: nothing is priced that could be compared; conditions are open. */
const openFacts = ["cannotTell", "conditions"] as const;
export const paperDifferencesSchema = z.array(z.enum([...changedFacts, ...openFacts]));
export const isChanged = (difference: z.infer<typeof paperDifferencesSchema>[number]): boolean => changedFacts.some((one) => one === difference);

export const approvalSchema = z.object({
  /** The latest; null: nothing was handed in. */
  paper: paperSchema.nullable(),
  /** Papers before it, the latest first. */
  earlier: z.array(paperSchema),
  differences: paperDifferencesSchema,
  /** Whether the desk has persons, who sign; else its steps are unsigned. */
  hasPersons: z.boolean(),
});
export type Approval = z.infer<typeof approvalSchema>;

/** What a memo prints of the approval of its run; `isApproved` takes the mark of a draft away. */
export const printedApprovalSchema = z.object({ paper: paperSchema, isApproved: z.boolean() });
export type PrintedApproval = z.infer<typeof printedApprovalSchema>;
