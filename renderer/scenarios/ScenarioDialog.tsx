import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { refusedPaths } from "../model/edit-path.ts";
import { DraftNote } from "../ui/DraftNote.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { PlainTextField } from "../ui/plain/PlainTextField.tsx";
import { ScenarioShiftsTable } from "./ScenarioShiftsTable.tsx";
import { type ScenarioDialogProps, useScenarioForm } from "./use-scenario-form.ts";

const longestName = 60;

/** Name and shifts of a scenario. */
export function ScenarioDialog({ dealId, scenarioId, input, segments, onSaved, onClose }: ScenarioDialogProps) {
  const { t } = useTranslation();
  const { name, setName, draft, setDraft, shown, parsed, kept, leaving, save, submit } = useScenarioForm({
    dealId,
    scenarioId,
    input,
    segments,
    onSaved,
    onClose,
  });
  const invalid = refusedPaths(parsed);
  const isAnyShiftInvalid = [...invalid].some((path) => path.startsWith("shifts"));
  return (
    <Dialog open onClose={leaving.onDialogClose} maxWidth="md" aria-label={t("scenarios.edit")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle>{t(scenarioId === null ? "scenarios.add" : "scenarios.edit")}</DialogTitle>
        <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          {kept.keptAt === null ? null : <DraftNote keptAt={kept.keptAt} />}
          <PlainTextField
            label={t("scenarios.name")}
            value={name}
            autoFocus
            onChange={(text) => setName(text.slice(0, longestName))}
            testId="scenario-name"
            sx={{ width: 360 }}
          />
          <ScenarioShiftsTable draft={draft} onChange={setDraft} segments={shown} invalid={invalid} />
          <ShiftNotes isAnyInvalid={isAnyShiftInvalid} />
          <ErrorAlert error={save.error} />
        </DialogContent>
        <LeaveQuestion leaving={leaving}>
          <Button color="inherit" onClick={leaving.leave}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="contained" disabled={!parsed.success} loading={save.busy} data-testid="scenario-save">
            {t("common.save")}
          </Button>
        </LeaveQuestion>
      </form>
    </Dialog>
  );
}

function ShiftNotes({ isAnyInvalid }: { readonly isAnyInvalid: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="body2">{t("scenarios.segmentHint")}</Typography>
      {isAnyInvalid ? (
        <Typography variant="body2" role="alert" color="error">
          {t("scenarios.invalid")}
        </Typography>
      ) : null}
    </>
  );
}
