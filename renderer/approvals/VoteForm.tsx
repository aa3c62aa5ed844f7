import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import TextField from "@mui/material/TextField";
import { useTranslation } from "react-i18next";
import type { ApprovalStep, Paper } from "../../shared/domain/approval.ts";
import { voteWords } from "../../shared/domain/committee.ts";
import { useKeptTexts } from "./use-kept-texts.ts";

interface VoteFormProps {
  readonly dealId: number;
  readonly paper: Paper;
  readonly hasPersons: boolean;
  /** Answers whether it was taken. */
  readonly onStep: (step: ApprovalStep) => Promise<boolean>;
}

const noTexts = { name: "", chair: "", reason: "" };

/** One vote each, by name; with persons the vote of the one whose key is open. */
export function VoteForm({ dealId, paper, hasPersons, onStep }: VoteFormProps) {
  const { t } = useTranslation();
  const { texts, change, clear } = useKeptTexts("approvalVote", dealId, paper.id, noTexts);
  const { name, reason } = texts;
  const isChair = texts.chair === "yes";
  const { tally, rule } = paper;
  const take = async (step: ApprovalStep) => {
    if (await onStep(step)) clear();
  };
  return (
    <>
      {tally !== null && (
        <Box sx={{ px: 1, typography: "body1" }} data-testid="approval-tally">
          {t("approvals.tally", tally)}
          {tally.isQuorate ? "" : ` · ${t("approvals.noMeeting", { quorum: rule?.quorum ?? 0 })}`}
          {tally.isVetoed ? ` · ${t("approvals.vetoed")}` : ""}
        </Box>
      )}
      <Box sx={{ display: "flex", gap: 1, p: 1, alignItems: "center" }}>
        {!hasPersons && (
          <TextField
            label={t("approvals.voter")}
            value={name}
            onChange={(event) => change({ name: event.target.value })}
            sx={{ width: 180 }}
            slotProps={{ htmlInput: { "data-testid": "vote-name", maxLength: 60 } }}
          />
        )}
        {!hasPersons && (
          <FormControlLabel
            label={t("approvals.isChair")}
            sx={{ flexShrink: 0 }}
            control={<Checkbox size="small" checked={isChair} onChange={(_event, isOn) => change({ chair: isOn ? "yes" : "" })} />}
          />
        )}
        <TextField
          label={t("approvals.voteReason")}
          value={reason}
          onChange={(event) => change({ reason: event.target.value })}
          fullWidth
          slotProps={{ htmlInput: { "data-testid": "vote-reason", maxLength: 2000 } }}
        />
        {voteWords.map((word) => (
          <Button
            key={word}
            variant="outlined"
            sx={{ flexShrink: 0 }}
            onClick={() => void take({ kind: "vote", name, word, isChair, reason })}
            data-testid={`vote-${word}`}
          >
            {t(`approvals.word.${word}`)}
          </Button>
        ))}
        <Button sx={{ flexShrink: 0 }} onClick={() => void take({ kind: "recuse", name, reason })} data-testid="vote-recuse">
          {t("approvals.step.recuse")}
        </Button>
      </Box>
    </>
  );
}
