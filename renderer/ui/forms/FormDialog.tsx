import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { DraftNote } from "../DraftNote.tsx";
import { ErrorAlert } from "../ErrorAlert.tsx";
import { LeaveQuestion } from "../LeaveQuestion.tsx";
import { useLeaving } from "../use-leaving.ts";
import type { FormDraft } from "./use-form-draft.ts";

interface FormDialogProps {
  readonly title: string;
  readonly busy: boolean;
  /** What was typed and isn't saved: closing asks before it is dropped. */
  readonly draft: FormDraft;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Fields, laid out in two columns; a field with `gridColumn: "1 / -1"` takes both. */
  readonly children: ReactNode;
}

export function FormDialog({ title, busy, draft, error, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const leaving = useLeaving(draft.isDirty, () => {
    draft.drop();
    onClose();
  });
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby={titleId} onClose={leaving.onDialogClose}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
        sx={{ display: "flex", flexDirection: "column", minHeight: 0 }}
      >
        <DialogContent dividers>
          <Box sx={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 2, alignItems: "start", pt: 0.5 }}>
            {draft.keptAt === null ? null : <DraftNote keptAt={draft.keptAt} />}
            {children}
            {error !== undefined && (
              <Box sx={{ gridColumn: "1 / -1" }}>
                <ErrorAlert error={error} />
              </Box>
            )}
          </Box>
        </DialogContent>
        <LeaveQuestion leaving={leaving}>
          <Button color="inherit" onClick={leaving.leave}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="contained" loading={busy} data-testid="dialog-save">
            {t("common.save")}
          </Button>
        </LeaveQuestion>
      </Box>
    </Dialog>
  );
}
