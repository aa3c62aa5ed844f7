import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { ErrorAlert } from "../ErrorAlert.tsx";

interface SecretFormProps {
  readonly title: string;
  readonly confirmText: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog in which a passphrase is typed: nothing of it is kept as a draft. */
export function SecretForm({ title, confirmText, busy, error, onSubmit, onClose, children }: SecretFormProps) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby={titleId} onClose={onClose}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Box
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogContent dividers sx={{ display: "flex", flexDirection: "column", gap: 2 }}>
          {children}
          <ErrorAlert error={error} />
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" variant="contained" loading={busy} data-testid="secret-submit">
            {confirmText}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
