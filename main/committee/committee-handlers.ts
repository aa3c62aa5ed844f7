import type { approvalFeature } from "../../shared/contract/approval-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { CommitteeService } from "./committee-service.ts";

export const committeeHandlers = (committee: CommitteeService): HandlersOf<typeof approvalFeature> => ({
  "approvals.get": ({ dealId }) => committee.get(dealId),
  "approvals.differences": ({ dealId }) => committee.differences(dealId),
  "approvals.submit": ({ dealId, runId, askedFen, reasoning }) => committee.submit(dealId, runId, askedFen, reasoning),
  "approvals.act": ({ dealId, submissionId, step }) => committee.act(dealId, submissionId, step),
  "approvals.rules": () => committee.rules(),
  "approvals.saveRules": ({ rules }) => committee.saveRules(rules),
});
