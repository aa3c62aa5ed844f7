import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { Component, type ReactNode } from "react";
import { call } from "../desk/desk-client.ts";
import { i18n } from "../desk/i18n.ts";

interface CrashBoundaryProps {
  readonly children: ReactNode;
}

/** Catches a failure while drawing, writes it to the log and offers the log and a fresh start. */
export class CrashBoundary extends Component<CrashBoundaryProps, { readonly crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown): void {
    reportCrash(error);
  }

  override render() {
    if (!this.state.crashed) return this.props.children;
    return (
      <Dialog open aria-labelledby="crash-title">
        <DialogTitle id="crash-title">{i18n.t("app.crashTitle")}</DialogTitle>
        <DialogContent>{i18n.t("app.crashText")}</DialogContent>
        <DialogActions>
          <Button onClick={() => void call("app.showLog").catch(() => undefined)}>{i18n.t("common.showLog")}</Button>
          <Button variant="contained" onClick={() => window.location.reload()}>
            {i18n.t("app.reload")}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
}

/** Sends a bug's message and stack to the log; a log that can't be reached is no second failure. */
function reportCrash(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void call("app.reportError", { message: message.slice(0, 2000) }).catch(() => undefined);
}
