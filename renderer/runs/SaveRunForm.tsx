import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import TextField from "@mui/material/TextField";
import Typography from "@mui/material/Typography";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import { useAction } from "../desk/desk-client.ts";
import { useKeptDraft } from "../desk/kept-draft.ts";
import { showNotice } from "../desk/session-store.ts";
import { DraftNote } from "../ui/DraftNote.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { useLeaving } from "../ui/use-leaving.ts";

const mostName = 80;

interface SaveRunFormProps {
  readonly dealId: number;
  /** The case that is on screen. */
  readonly caseName: CaseName;
  readonly proposed: string;
  readonly onClose: () => void;
}

/** The name of a run to be saved; what is proposed is chosen, so that typing replaces it. */
export function SaveRunForm({ dealId, caseName, proposed, onClose }: SaveRunFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState(proposed);
  const nameField = useRef<HTMLInputElement>(null);
  const save = useAction("runs.save");
  const isTyped = name !== proposed && name.trim() !== "";
  const draft = useKeptDraft({
    place: { form: "saveRun", dealId, recordId: null },
    value: name,
    isDirty: isTyped,
    restore: (kept) => typeof kept === "string" && setName(kept.slice(0, mostName)),
  });
  const close = () => {
    draft.drop();
    onClose();
  };
  const leaving = useLeaving(isTyped, close);
  const submit = async () => {
    const run = await save.run({ dealId, name: name.trim(), caseName });
    if (run === undefined) return;
    showNotice(t("pricing.run.saved", { name: run.name }));
    close();
  };
  return (
    <Dialog open onClose={leaving.onDialogClose} maxWidth="xs" fullWidth slotProps={{ transition: { onEntered: () => nameField.current?.select() } }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle>{t("pricing.run.saveTitle")}</DialogTitle>
        <DialogContent sx={{ display: "flex", flexDirection: "column", gap: 1.5 }}>
          {draft.keptAt === null ? null : <DraftNote keptAt={draft.keptAt} />}
          <Typography color="textSecondary">{t("pricing.run.saveText")}</Typography>
          <TextField
            inputRef={nameField}
            label={t("pricing.run.name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { "data-testid": "run-name", maxLength: mostName } }}
          />
          <ErrorAlert error={save.error} />
        </DialogContent>
        <LeaveQuestion leaving={leaving}>
          <Button onClick={leaving.leave}>{t("common.cancel")}</Button>
          <Button type="submit" variant="contained" disabled={name.trim() === "" || save.busy} data-testid="run-save-confirm">
            {t("common.save")}
          </Button>
        </LeaveQuestion>
      </form>
    </Dialog>
  );
}
