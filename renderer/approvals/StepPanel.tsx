import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { ApprovalStep, Paper } from "../../shared/domain/approval.ts";
import { formatDate } from "../../shared/format.ts";
import { useAction } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { ListTable } from "../ui/tables/ListTable.tsx";
import { DecideForm } from "./DecideForm.tsx";
import { useKeptTexts } from "./use-kept-texts.ts";
import { VoteForm } from "./VoteForm.tsx";

/** Steps that take a note alone, by state; main refuses any other. */
const plainSteps = {
  submitted: ["check", "return", "withdraw"],
  checked: ["agenda", "return", "withdraw"],
  agenda: ["return", "withdraw"],
  approved: ["win", "lose", "withdraw"],
  bid: ["win", "lose", "withdraw"],
  won: ["sign"],
  signed: ["close"],
} as const satisfies Partial<Record<Paper["state"], readonly PlainStep[]>>;
type PlainStep = "check" | "agenda" | "return" | "withdraw" | "win" | "lose" | "sign" | "close";

interface StepPanelProps {
  readonly dealId: number;
  readonly paper: Paper;
  readonly hasPersons: boolean;
}

const noTexts = { reason: "" };

/** What can be done with a paper now. */
export function StepPanel({ dealId, paper, hasPersons }: StepPanelProps) {
  const { t } = useTranslation();
  const { texts, change, clear } = useKeptTexts("approvalStep", dealId, paper.id, noTexts);
  const { reason } = texts;
  const { run, busy, error } = useAction("approvals.act");
  const steps: readonly PlainStep[] = paper.state in plainSteps ? plainSteps[paper.state as keyof typeof plainSteps] : [];
  const act = async (step: ApprovalStep): Promise<boolean> => (await run({ dealId, submissionId: paper.id, step })) !== undefined;
  if (steps.length === 0 && paper.conditions.length === 0) return null;
  return (
    <TitledPanel title={t("approvals.steps")}>
      {paper.state === "submitted" && (
        <Typography variant="body2" sx={{ px: 1 }}>
          {t("approvals.checkNote")}
        </Typography>
      )}
      {paper.state === "agenda" && (
        <>
          <VoteForm dealId={dealId} paper={paper} hasPersons={hasPersons} onStep={act} />
          <DecideForm dealId={dealId} paper={paper} onStep={act} />
        </>
      )}
      {steps.length > 0 && (
        <Box sx={{ display: "flex", gap: 1, p: 1, alignItems: "center" }}>
          <TextField
            label={t("approvals.reason")}
            value={reason}
            onChange={(event) => change({ reason: event.target.value })}
            fullWidth
            slotProps={{ htmlInput: { "data-testid": "step-reason", maxLength: 2000 } }}
          />
          {steps.map((kind) => (
            <Button
              key={kind}
              variant={kind === steps[0] && kind !== "return" ? "contained" : "outlined"}
              sx={{ flexShrink: 0 }}
              loading={busy}
              onClick={() => void act({ kind, reason }).then((isDone) => isDone && clear())}
              data-testid={`step-${kind}`}
            >
              {t(`approvals.step.${kind}`)}
            </Button>
          ))}
        </Box>
      )}
      <ConditionTable paper={paper} onMeet={(condition) => void act({ kind: "meet", condition, reason: reason === "" ? t("approvals.meet") : reason })} />
      <ErrorAlert error={error} />
    </TitledPanel>
  );
}

function ConditionTable({ paper, onMeet }: { readonly paper: Paper; readonly onMeet: (condition: number) => void }) {
  const { t } = useTranslation();
  if (paper.conditions.length === 0) return null;
  return (
    <ListTable aria-label={t("approvals.conditions")} data-testid="approval-conditions">
      <thead>
        <tr>
          <th scope="col" colSpan={3}>
            {t("approvals.conditions")}
          </th>
        </tr>
      </thead>
      <tbody>
        {paper.conditions.map(({ text, metBy, metAt }, at) => (
          <tr key={text}>
            <th scope="row">{text}</th>
            <td>{metBy === null ? t("approvals.open") : t("approvals.met", { by: metBy, date: formatDate(metAt) })}</td>
            <td>
              {metBy === null && (
                <Button size="small" onClick={() => onMeet(at)} data-testid={`meet-${at}`}>
                  {t("approvals.meet")}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ListTable>
  );
}
