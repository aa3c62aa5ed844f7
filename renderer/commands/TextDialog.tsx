import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";

interface TextDialogProps {
  readonly title: string;
  readonly width: "xs" | "md";
  readonly onClose: () => void;
  readonly testId: string;
  readonly children: ReactNode;
}

/** Something of the window's own to be read, and closed again. */
export function TextDialog({ title, width, onClose, testId, children }: TextDialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} maxWidth={width} fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      {/* A stop of its own: what is longer than the window is scrolled by keys. */}
      <DialogContent tabIndex={0} data-selectable data-testid={testId}>
        {children}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t("common.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
