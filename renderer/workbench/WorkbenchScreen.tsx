import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../desk/commands.ts";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { useLayout } from "../desk/layout-store.ts";
import { navigate } from "../desk/routes.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { SaveRunDialog } from "../runs/SaveRunDialog.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { ApprovalNote } from "./ApprovalNote.tsx";
import { CasePanel } from "./CasePanel.tsx";
import { DealStrip } from "./DealStrip.tsx";
import { QualityNote } from "./QualityNote.tsx";
import { SetOffer } from "./SetOffer.tsx";
import { StartGuide } from "./StartGuide.tsx";
import { WorkbenchViews } from "./WorkbenchViews.tsx";

/** The desk where the bid is made: assumptions left, cases and flows in the centre, loans below. */
export function WorkbenchScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <Workbench key={dealId} dealId={dealId} />
    </WorkbenchProvider>
  );
}

function Workbench({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const result = useWorkbench((state) => state.result);
  const failure = useWorkbench((state) => state.failure);
  const isInvalid = useWorkbench((state) => state.invalidPaths.size > 0);
  const load = useWorkbench((state) => state.load);
  const reprice = useWorkbench((state) => state.reprice);
  const areFolded = useLayout((state) => state.areAssumptionsFolded);
  const canSave = result !== null && !isInvalid && failure === null;
  const [isSaving, setSaving] = useState(false);
  useCommand("saveRun", () => setSaving(true), canSave);
  useLeftDraft({ form: "saveRun", dealId }, () => setSaving(true));
  if (failure instanceof CallFailure && failure.code === "deal.noTape") return <NoTape dealId={dealId} />;
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, height: "100%", minHeight: 0, minWidth: 0, bgcolor: "background.paper" }}>
      <DealStrip
        deal={deal}
        totals={result?.totals ?? null}
        canSave={canSave}
        onSave={() => setSaving(true)}
        onShowRuns={() => navigate({ screen: "runs", dealId })}
      />
      <ErrorAlert error={failure} onRetry={() => void (result === null ? load() : reprice())} />
      <StartGuide />
      {deal === undefined ? null : <SetOffer deal={deal} />}
      <Box sx={{ order: 1, display: "flex", flex: 1, minHeight: 0 }}>
        {/* First for the keyboard, at the right for the eye: the bid is a few keys from the top. */}
        <WorkbenchViews dealId={dealId} deal={deal} />
        {areFolded ? null : (
          <Box
            component="aside"
            aria-label={t("pricing.group.title")}
            data-testid="assumptions-pane"
            sx={{
              order: -1,
              width: 312,
              flexShrink: 0,
              borderRight: 1,
              borderColor: "divider",
              display: "flex",
              flexDirection: "column",
              bgcolor: "background.default",
            }}
          >
            <CasePanel />
          </Box>
        )}
      </Box>
      {/* Above the bid for the eye, behind it for the keyboard. */}
      {result === null ? null : <QualityNote dealId={dealId} />}
      {result === null ? null : <ApprovalNote dealId={dealId} />}
      {isSaving && result !== null ? <SaveRunDialog dealId={dealId} onClose={() => setSaving(false)} /> : null}
    </Box>
  );
}

/** A deal without loans has nothing to price. */
function NoTape({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  return (
    <EmptyState isScreen title={t("pricing.empty.title")} text={t("pricing.empty.text")}>
      <Button variant="contained" onClick={() => navigate({ screen: "tape", dealId })}>
        {t("pricing.empty.toTape")}
      </Button>
      <Button variant="outlined" onClick={() => navigate({ screen: "sheet", dealId })} data-testid="workbench-by-hand">
        {t("tapeSheet.none.byHand")}
      </Button>
    </EmptyState>
  );
}
