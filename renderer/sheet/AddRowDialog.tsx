import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, type SyntheticEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { DraftNote } from "../ui/DraftNote.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { LeaveQuestion } from "../ui/LeaveQuestion.tsx";
import { useLeaving } from "../ui/use-leaving.ts";
import { NewRowFields } from "./NewRowFields.tsx";
import type { NewRowState } from "./use-new-row.ts";

interface AddRowDialogProps {
  readonly title: string;
  readonly list: SheetList;
  readonly row: NewRowState;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A row typed by hand. */
export function AddRowDialog({ title, list, row, onSave, onClose, children }: AddRowDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    onSave();
  };
  const leaving = useLeaving(row.isDirty, () => {
    row.drop();
    onClose();
  });
  return (
    <Dialog open onClose={leaving.onDialogClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {row.keptAt === null ? null : <DraftNote keptAt={row.keptAt} />}
          <ErrorAlert error={row.error} />
          {children}
          <NewRowFields list={list} row={row} />
        </DialogContent>
        <LeaveQuestion leaving={leaving}>
          <Button color="inherit" onClick={leaving.leave}>
            {t("common.cancel")}
          </Button>
          <Button variant="contained" type="submit" loading={row.busy} data-testid="save-row">
            {t("common.add")}
          </Button>
        </LeaveQuestion>
      </form>
    </Dialog>
  );
}
