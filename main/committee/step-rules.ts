import type { StepKind } from "../../shared/domain/approval.ts";
import type { ApprovalState } from "../../shared/domain/committee.ts";
import type { Role } from "../../shared/domain/people.ts";

interface StepRule {
  /** States in which it can be done. */
  readonly from: readonly ApprovalState[];
  /** Where it leads; null: the state stays. */
  readonly to: ApprovalState | null;
  /** Roles of which one is needed where the desk has persons. */
  readonly roles: readonly Role[];
}

const before: readonly ApprovalState[] = ["submitted", "checked", "agenda"];
const inSale: readonly ApprovalState[] = ["approved", "bid"];

/** The way of a paper: draft → submitted → returned or checked → agenda → approved or rejected → bid → won, lost or withdrawn → signed → closed. */
export const stepRules: Readonly<Record<Exclude<StepKind, "submit">, StepRule>> = {
  return: { from: before, to: "returned", roles: ["checker", "risk", "compliance", "chair"] },
  check: { from: ["submitted"], to: "checked", roles: ["checker"] },
  agenda: { from: ["checked"], to: "agenda", roles: ["chair"] },
  recuse: { from: ["agenda"], to: null, roles: ["member", "chair"] },
  vote: { from: ["agenda"], to: null, roles: ["member", "chair"] },
  approve: { from: ["agenda"], to: "approved", roles: ["chair"] },
  reject: { from: ["agenda"], to: "rejected", roles: ["chair"] },
  meet: { from: ["approved", "bid", "won", "signed"], to: null, roles: ["checker", "risk", "compliance"] },
  bid: { from: ["approved"], to: "bid", roles: ["bidder"] },
  noSale: { from: ["bid"], to: "approved", roles: ["bidder"] },
  win: { from: inSale, to: "won", roles: ["bidder"] },
  lose: { from: inSale, to: "lost", roles: ["bidder"] },
  withdraw: { from: [...before, ...inSale], to: "withdrawn", roles: ["maker", "bidder", "chair"] },
  sign: { from: ["won"], to: "signed", roles: ["maker", "chair"] },
  close: { from: ["signed"], to: "closed", roles: ["maker", "chair"] },
};

/** States after which a new paper may be handed in. */
export const endedStates: readonly ApprovalState[] = ["returned", "rejected", "lost", "withdrawn", "closed"];
