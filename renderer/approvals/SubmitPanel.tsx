import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction, useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";

/** Hands a saved run in with the limit that is asked for. */
export function SubmitPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const runs = useCall("runs.list", { dealId }).data;
  const [chosen, setChosen] = useState<number | null>(null);
  const [asked, setAsked] = useState<Entered<number>>(null);
  const [reasoning, setReasoning] = useState("");
  const { run, busy, error } = useAction("approvals.submit");
  if (runs === undefined) return null;
  const runId = chosen ?? runs[0]?.id;
  if (runId === undefined) return <Typography sx={{ p: 1 }}>{t("approvals.noRuns")}</Typography>;
  const proposed = runs.find(({ id }) => id === runId)?.result.bidPriceFen ?? 0;
  const askedFen = asked === null ? proposed : asked;
  const submit = () => {
    if (typeof askedFen === "number" && askedFen > 0 && reasoning.trim() !== "") void run({ dealId, runId, askedFen, reasoning });
  };
  return (
    <TitledPanel title={t("approvals.submitTitle")}>
      <Box
        component="form"
        noValidate
        sx={{ display: "grid", gridTemplateColumns: "260px 260px 1fr auto", gap: 1.5, p: 1, alignItems: "start" }}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ChoiceField
          label={t("approvals.run")}
          value={runId}
          options={runs.map(({ id }) => id)}
          textOf={(id) => runs.find((one) => one.id === id)?.name ?? ""}
          onChange={setChosen}
          testId="submit-run"
        />
        <MoneyField label={t("approvals.asked")} valueFen={askedFen} onChange={setAsked} testId="submit-asked" />
        <TextField
          label={t("approvals.reasoning")}
          value={reasoning}
          onChange={(event) => setReasoning(event.target.value)}
          multiline
          minRows={1}
          maxRows={6}
          slotProps={{ htmlInput: { "data-testid": "submit-reasoning", maxLength: 4000 } }}
        />
        <Button type="submit" variant="contained" loading={busy} data-testid="submit-paper">
          {t("approvals.submit")}
        </Button>
      </Box>
      <Typography variant="body2" sx={{ px: 1, pb: 1 }}>
        {t("approvals.submitNote")}
      </Typography>
      <ErrorAlert error={error} />
    </TitledPanel>
  );
}
