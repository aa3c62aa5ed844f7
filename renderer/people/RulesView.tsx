import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { usualRule, type VoteRule, voteRulesSchema } from "../../shared/domain/committee.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { showNotice } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { type EditedRule, RuleFields } from "./RuleFields.tsx";

/** Who decides what: quorum, share, base, veto, by price and kind of deal. */
export function RulesView() {
  const { t } = useTranslation();
  const stored = useCall("approvals.rules", undefined);
  if (stored.error !== undefined) return <ErrorAlert error={stored.error} onRetry={stored.reload} />;
  if (stored.data === undefined) return <LinearProgress aria-label={t("common.loading")} />;
  return <RulesForm key={JSON.stringify(stored.data)} stored={stored.data} />;
}

/** A rule has no name of its own before it is saved. */
interface RuleRow {
  readonly id: number;
  readonly rule: EditedRule;
}

function RulesForm({ stored }: { readonly stored: readonly VoteRule[] }) {
  const { t } = useTranslation();
  const [rows, setRows] = useState<readonly RuleRow[]>(() => stored.map((rule, id) => ({ id, rule })));
  const [isBad, setIsBad] = useState(false);
  const { run, busy, error } = useAction("approvals.saveRules");
  const save = async () => {
    const read = voteRulesSchema.safeParse(rows.map(({ rule }) => rule));
    setIsBad(!read.success);
    if (read.success && (await run({ rules: read.data })) !== undefined) showNotice(t("approvals.rulesSaved"));
  };
  return (
    <TitledPanel
      title={t("people.page.rules")}
      actions={
        <>
          <Button size="small" onClick={() => setRows([...rows, { id: 1 + Math.max(...rows.map(({ id }) => id)), rule: usualRule }])} data-testid="rule-add">
            {t("approvals.addRule")}
          </Button>
          <Button size="small" variant="contained" loading={busy} onClick={() => void save()} data-testid="rules-save">
            {t("common.save")}
          </Button>
        </>
      }
    >
      <Typography variant="body2" sx={{ px: 1 }}>
        {t("approvals.rulesNote")}
      </Typography>
      {rows.map(({ id, rule }, place) => (
        <Box key={id} sx={{ p: 1, borderTop: 1, borderColor: "divider" }}>
          <RuleFields rule={rule} place={place} onChange={(next) => setRows(rows.with(place, { id, rule: next }))} />
          {rows.length > 1 && (
            <Button size="small" color="error" onClick={() => setRows(rows.toSpliced(place, 1))}>
              {t("approvals.removeRule", { number: place + 1 })}
            </Button>
          )}
        </Box>
      ))}
      {isBad && <Alert severity="error">{t("approvals.ruleBad")}</Alert>}
      <ErrorAlert error={error} />
    </TitledPanel>
  );
}
