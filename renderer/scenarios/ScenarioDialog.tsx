import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ScenarioInput, scenarioInputSchema } from "../../shared/contract/scenario-channels.ts";
import type { Segment } from "../../shared/domain/codes.ts";
import { useAction } from "../desk/desk-client.ts";
import { refusedPaths } from "../model/edit-path.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { useLeaving } from "../ui/use-leaving.ts";
import { ScenarioShiftsTable } from "./ScenarioShiftsTable.tsx";
import { draftOf, type ScenarioDraft, scenarioOf } from "./scenario-draft.ts";

interface ScenarioDialogProps {
  readonly dealId: number;
  /** Null: a new one. */
  readonly scenarioId: number | null;
  readonly input: ScenarioInput;
  /** Segments of the package; those that the scenario shifts already are shown too. */
  readonly segments: readonly Segment[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** Name and shifts of a scenario. */
export function ScenarioDialog({ dealId, scenarioId, input, segments, onSaved, onClose }: ScenarioDialogProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(input.name);
  const [draft, setDraft] = useState<ScenarioDraft>(() => draftOf(input.shifts));
  const save = useAction("scenarios.save");
  const isDirty = name !== input.name || JSON.stringify(draft) !== JSON.stringify(draftOf(input.shifts));
  const leaving = useLeaving(isDirty, onClose);
  const shown = [...new Set([...segments, ...(Object.keys(input.shifts.segments) as Segment[])])]; // the schema allows no other key
  const parsed = scenarioInputSchema.safeParse({ name, shifts: scenarioOf(draft) });
  const invalid = refusedPaths(parsed);
  const isAnyShiftInvalid = [...invalid].some((path) => path.startsWith("shifts"));
  const submit = async () => {
    if (parsed.success && (await save.run({ dealId, scenarioId, scenario: parsed.data }))) onSaved();
  };
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
          <TextField
            label={t("scenarios.name")}
            value={name}
            autoFocus
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 60, "data-testid": "scenario-name" } }}
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
