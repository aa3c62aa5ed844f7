import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ChoiceField } from "../ui/fields/ChoiceField.tsx";
import { MoneyField } from "../ui/fields/MoneyField.tsx";
import { type Entered, isUnread, type Unread } from "../ui/fields/unread.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { fenOfText, useKeptTexts } from "./use-kept-texts.ts";

const noTexts = { reasoning: "", asked: "" };

/** Nothing can be handed in before a run is saved. */
function NoRuns({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("approvals.noRunsTitle")} text={t("approvals.noRuns")}>
      <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })} data-testid="approval-to-workbench">
        {t("approvals.toWorkbench")}
      </Button>
    </EmptyState>
  );
}

/** Hands a saved run in with the limit that is asked for. */
export function SubmitPanel({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const runs = useCall("runs.list", { dealId }).data;
  const [chosen, setChosen] = useState<number | null>(null);
  const kept = useKeptTexts("approvalPaper", dealId, null, noTexts);
  const [unread, setUnread] = useState<Unread | null>(null);
  const [isTried, setTried] = useState(false);
  const { run, busy, error } = useAction("approvals.submit");
  if (runs === undefined) return null;
  const runId = chosen ?? runs[0]?.id;
  const proposed = runs.find(({ id }) => id === runId)?.result.bidPriceFen;
  if (runId === undefined || proposed === undefined) return <NoRuns dealId={dealId} />;
  const { reasoning, asked } = kept.texts;
  const askedFen = unread ?? fenOfText(asked) ?? proposed;
  const isReasoned = reasoning.trim() !== "";
  const submit = async () => {
    setTried(true);
    if (typeof askedFen !== "number" || askedFen <= 0 || !isReasoned) return;
    if ((await run({ dealId, runId, askedFen, reasoning })) !== undefined) kept.clear();
  };
  const ask = (next: Entered<number>) => {
    setUnread(isUnread(next) ? next : null);
    if (!isUnread(next)) kept.change({ asked: next === null ? "" : String(next) });
  };
  return (
    <TitledPanel title={t("approvals.submitTitle")}>
      <Box
        component="form"
        noValidate
        sx={{ display: "grid", gridTemplateColumns: "260px 260px 1fr auto", gap: 1.5, p: 1, alignItems: "start" }}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
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
        <MoneyField label={t("approvals.asked")} valueFen={askedFen} onChange={ask} testId="submit-asked" />
        <TextField
          label={t("approvals.reasoning")}
          value={reasoning}
          onChange={(event) => kept.change({ reasoning: event.target.value })}
          error={isTried && !isReasoned}
          helperText={isTried && !isReasoned ? t("typed.required") : undefined}
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
