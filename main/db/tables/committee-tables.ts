import type { Generated } from "kysely";
import type { ApprovalState } from "../../../shared/domain/committee.ts";
import type { Fixed } from "./column-types.ts";

/** A paper before the committee: the run and the memo as they were handed in, and what was decided. */
interface SubmissionTable {
  id: Generated<number>;
  deal_id: Fixed<number>;
  state: ApprovalState;
  /** Stage and status of a deal that is older than approvals; null where a paper was handed in. */
  carried_from: Fixed<string | null>;
  run_id: Fixed<number | null>;
  run_hash: Fixed<string | null>;
  inputs_hash: Fixed<string | null>;
  memo_hash: Fixed<string | null>;
  /** The memo as JSON, deflated. */
  memo: Fixed<Uint8Array | null>;
  asked_fen: Fixed<number | null>;
  reasoning: Generated<string>;
  made_by: Fixed<number | null>;
  made_by_name: Fixed<string>;
  made_at: Fixed<string>;
  /** The house's rule that it was voted under, as JSON. */
  rule: string | null;
  limit_fen: number | null;
  terms: Generated<string>;
  conditions: Generated<string>;
  expires_on: string | null;
}

/** Triggers refuse UPDATE and DELETE. */
interface CommitteeActionTable {
  id: Generated<number>;
  submission_id: Fixed<number>;
  kind: Fixed<string>;
  person_id: Fixed<number | null>;
  name: Fixed<string>;
  at: Fixed<string>;
  reason: Fixed<string>;
  detail: Fixed<string>;
  signed_hash: Fixed<string | null>;
  signature: Fixed<string | null>;
}

interface HouseRuleTable {
  name: string;
  content: string;
}

/** Approvals (审批). */
export interface CommitteeTables {
  submission: SubmissionTable;
  committee_action: CommitteeActionTable;
  house_rule: HouseRuleTable;
}
