import Button from "@mui/material/Button";
import DialogActions from "@mui/material/DialogActions";
import Typography from "@mui/material/Typography";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Leaving } from "./use-leaving.ts";

interface LeaveQuestionProps {
  readonly leaving: Leaving;
  /** The buttons while nothing is asked. */
  readonly children: ReactNode;
}

/** The foot of a form; before what was typed is lost, the question stands in place of its buttons. */
export function LeaveQuestion({ leaving, children }: LeaveQuestionProps) {
  const { t } = useTranslation();
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (leaving.isAsking) keep.current?.focus();
  }, [leaving.isAsking]);
  // Each with elements of its own: one that became the form's submit button while it is pressed would submit the form.
  if (!leaving.isAsking) return <DialogActions key="deeds">{children}</DialogActions>;
  return (
    <DialogActions key="question" role="alert">
      <Typography sx={{ flex: 1, pl: 1 }}>{t("form.leaveQuestion")}</Typography>
      <Button ref={keep} variant="outlined" onClick={leaving.stay} data-testid="dialog-keep">
        {t("form.keepEditing")}
      </Button>
      <Button variant="contained" color="error" onClick={leaving.discard} data-testid="dialog-discard">
        {t("form.discard")}
      </Button>
    </DialogActions>
  );
}
