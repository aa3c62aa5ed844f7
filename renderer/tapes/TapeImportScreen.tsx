import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { useDropTarget } from "../arrivals/drop-store.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { PageHeader } from "../ui/PageHeader.tsx";
import { ImportHistory } from "./ImportHistory.tsx";
import { PutBackNote } from "./PutBackNote.tsx";
import { ReplaceQuestion } from "./ReplaceQuestion.tsx";
import { TapeChooser } from "./TapeChooser.tsx";
import { TapeMappingView } from "./TapeMappingView.tsx";
import { TapeReportView } from "./TapeReportView.tsx";
import { UndoImportButton } from "./UndoImportButton.tsx";
import { useTapeDraft } from "./use-tape-draft.ts";

/** From the seller's file to a package: choose, confirm what was read, import, see the report. */
export function TapeImportScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const { data: tapes, error, reload } = useCall("tapes.list", { dealId });
  const active = tapes?.find((tape) => tape.undoneAt === null);
  const draft = useTapeDraft(dealId, tapes !== undefined && active === undefined);
  const canTake = tapes !== undefined && active === undefined && draft.busy === null && draft.replacement === null;
  useDropTarget(active !== undefined ? "hasTape" : canTake ? "tape" : "busy", {
    take: canTake ? (file) => void draft.take(file) : null,
    forget: draft.forgetFailure,
  });
  return (
    <Box sx={{ display: "flex", flexDirection: "column", flex: 1, minHeight: 0, minWidth: 0, height: "100%", bgcolor: "background.default" }}>
      <PageHeader title={t("pricing.tape.title")} subtitle={active?.fileName ?? draft.file?.fileName ?? t("pricing.tape.subtitle")}>
        {active === undefined ? null : (
          <>
            <UndoImportButton tape={active} />
            <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })} data-testid="to-workbench">
              {t("pricing.tape.toWorkbench")}
            </Button>
          </>
        )}
      </PageHeader>
      <Box tabIndex={0} sx={{ flex: 1, minHeight: 0, overflow: "auto", p: 2, display: "flex", flexDirection: "column", gap: 1.5 }}>
        <ErrorAlert error={error} onRetry={reload} />
        {active === undefined && draft.putBack !== null ? <PutBackNote putBack={draft.putBack} /> : null}
        <ReplaceQuestion draft={draft} />
        {tapes === undefined ? (
          error === undefined && <LinearProgress aria-label={t("common.loading")} />
        ) : active !== undefined ? (
          <TapeReportView tape={active} />
        ) : draft.inspection !== null && draft.mapping !== null ? (
          <TapeMappingView draft={draft} inspection={draft.inspection} mapping={draft.mapping} />
        ) : (
          <TapeChooser draft={draft} />
        )}
        {tapes === undefined || tapes.length === 0 || (active === undefined && draft.inspection !== null) ? null : <ImportHistory tapes={tapes} />}
      </Box>
    </Box>
  );
}
