import { z } from "zod";
import { approvalSchema, approvalStepSchema, paperDifferencesSchema } from "../domain/approval.ts";
import { voteRulesSchema } from "../domain/committee.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** The stage of the deal and the limit of its bids follow from a step. */
const changes = ["approvals.get", "approvals.differences", "deals.list", "deals.get", "bids.get", "bids.card", "memos.preview", "trail.list"] as const;

const channels = {
  "approvals.get": read(dealId, approvalSchema),
  /** What has changed since the latest paper was handed in; none where none was, or where it has ended. */
  "approvals.differences": read(dealId, paperDifferencesSchema),
  /** Hands a saved run in with its memo: both are frozen. `askedFen` is the limit that is asked for. */
  "approvals.submit": write(
    dealId.extend({ runId: z.number().int().positive(), askedFen: z.number().int().positive(), reasoning: z.string().trim().min(1).max(4000) }),
    approvalSchema,
    { changes },
  ),
  "approvals.act": write(dealId.extend({ submissionId: z.number().int().positive(), step: approvalStepSchema }), approvalSchema, { changes }),
  /** Who decides what, in the order in which the house looks. */
  "approvals.rules": read(z.void(), voteRulesSchema),
  "approvals.saveRules": write(z.object({ rules: voteRulesSchema }), voteRulesSchema, { changes: ["approvals.rules"] }),
} as const;

export const approvalFeature = {
  channels,
  jobKinds: [],
  errorCodes: [
    "approval.notFound",
    "approval.underWay",
    "approval.wrongState",
    "approval.sameAsMaker",
    "approval.replayDiffers",
    "approval.noRule",
    "approval.voted",
    "approval.recused",
    "approval.nameMissing",
    "approval.noQuorum",
    "approval.beyondAuthority",
    "approval.aboveAsked",
    "approval.altered",
    "approval.bodyFull",
    "approval.standsAside",
    "approval.conditionMet",
    "approval.expiryPast",
  ],
} as const satisfies FeatureContract;
