import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalStep, Paper } from "../../shared/domain/approval.ts";
import { DayField } from "../ui/fields/DayField.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import { type Entered, isUnread } from "../ui/fields/unread.ts";
import { fenOfText, useKeptTexts } from "./use-kept-texts.ts";

interface DecideFormProps {
  readonly dealId: number;
  readonly paper: Paper;
  readonly onStep: (step: ApprovalStep) => Promise<boolean>;
}

const noTexts = { limit: "", expiresOn: "", terms: "", conditions: "", minutes: "" };

/** Counts the votes; limit, terms, conditions and end hold where they approve it. */
export function DecideForm({ dealId, paper, onStep }: DecideFormProps) {
  const { t } = useTranslation();
  const { texts, change, clear } = useKeptTexts("approvalDecision", dealId, paper.id, noTexts);
  // What could not be read stays in its field.
  const [unreadLimit, setUnreadLimit] = useState<Entered<number>>(null);
  const [unreadDay, setUnreadDay] = useState<Entered<string>>(null);
  const limit = unreadLimit ?? fenOfText(texts.limit) ?? (texts.limit === "" ? paper.askedFen : null);
  const expiresOn = unreadDay ?? (texts.expiresOn === "" ? null : texts.expiresOn);
  const decide = async () => {
    if (typeof limit !== "number" || limit <= 0 || (expiresOn !== null && typeof expiresOn !== "string")) return;
    const conditions = texts.conditions
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    if (await onStep({ kind: "decide", limitFen: limit, terms: texts.terms, conditions, expiresOn, minutes: texts.minutes })) clear();
  };
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "240px 200px 1fr 1fr 1fr auto", gap: 1, p: 1, alignItems: "start" }}>
      <MoneyField
        label={t("approvals.limit")}
        valueFen={limit}
        onChange={(next) => {
          setUnreadLimit(isUnread(next) ? next : null);
          if (!isUnread(next)) change({ limit: next === null ? "none" : String(next) });
        }}
        testId="decide-limit"
      />
      <DayField
        label={t("approvals.expires")}
        value={expiresOn}
        onChange={(next) => {
          setUnreadDay(isUnread(next) ? next : null);
          if (!isUnread(next)) change({ expiresOn: next ?? "" });
        }}
        testId="decide-expires"
      />
      {(["terms", "conditions", "minutes"] as const).map((name) => (
        <TextField
          key={name}
          label={t(`approvals.${name}`)}
          value={texts[name]}
          onChange={(event) => change({ [name]: event.target.value })}
          multiline
          maxRows={6}
          helperText={name === "conditions" ? t("approvals.conditionsHint") : undefined}
          slotProps={{ htmlInput: { "data-testid": `decide-${name}`, maxLength: 2000 } }}
        />
      ))}
      <Button variant="contained" disabled={typeof limit !== "number" || limit <= 0 || isUnread(expiresOn)} onClick={() => void decide()} data-testid="decide">
        {t("approvals.step.decide")}
      </Button>
    </Box>
  );
}
