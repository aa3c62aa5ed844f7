import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../ErrorAlert.tsx";

interface FormDialogProps {
  readonly title: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Fields, laid out in two columns; a field with `gridColumn: "1 / -1"` takes both. */
  readonly children: ReactNode;
}

export function FormDialog({ title, busy, error, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Dialog
      open
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
      // A click beside the dialog must not lose what was typed.
      onClose={(_event, reason) => reason === "escapeKeyDown" && onClose()}
    >
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
            {children}
            {error !== undefined && (
              <Box sx={{ gridColumn: "1 / -1" }}>
                <ErrorAlert error={error} />
              </Box>
            )}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="contained" loading={busy} data-testid="dialog-save">
            {t("common.save")}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
