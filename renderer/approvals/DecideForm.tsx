import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalStep, Paper } from "../../shared/domain/approval.ts";
import { DayField } from "../ui/fields/DayField.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import type { Entered } from "../ui/fields/unread.ts";

interface DecideFormProps {
  readonly paper: Paper;
  readonly onStep: (step: ApprovalStep) => Promise<boolean>;
}

/** Counts the votes; limit, terms, conditions and end hold where they approve it. */
export function DecideForm({ paper, onStep }: DecideFormProps) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState<Entered<number>>(paper.askedFen);
  const [expiresOn, setExpiresOn] = useState<Entered<string>>(null);
  const [texts, setTexts] = useState({ terms: "", conditions: "", minutes: "" });
  const decide = () => {
    if (typeof limit !== "number" || limit <= 0 || (expiresOn !== null && typeof expiresOn !== "string")) return;
    const conditions = texts.conditions
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    void onStep({ kind: "decide", limitFen: limit, terms: texts.terms, conditions, expiresOn, minutes: texts.minutes });
  };
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "240px 200px 1fr 1fr 1fr auto", gap: 1, p: 1, alignItems: "start" }}>
      <MoneyField label={t("approvals.limit")} valueFen={limit} onChange={setLimit} testId="decide-limit" />
      <DayField label={t("approvals.expires")} value={expiresOn} onChange={setExpiresOn} testId="decide-expires" />
      {(["terms", "conditions", "minutes"] as const).map((name) => (
        <TextField
          key={name}
          label={t(`approvals.${name}`)}
          value={texts[name]}
          onChange={(event) => setTexts({ ...texts, [name]: event.target.value })}
          multiline
          maxRows={6}
          helperText={name === "conditions" ? t("approvals.conditionsHint") : undefined}
          slotProps={{ htmlInput: { "data-testid": `decide-${name}`, maxLength: 2000 } }}
        />
      ))}
      <Button variant="contained" onClick={decide} data-testid="decide">
        {t("approvals.step.decide")}
      </Button>
    </Box>
  );
}
