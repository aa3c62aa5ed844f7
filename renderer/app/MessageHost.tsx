import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import { useTranslation } from "react-i18next";
import { call } from "../desk/desk-client.ts";
import { type Notice, showError, useSession } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { useOfferedUndo } from "./use-history-commands.ts";

const noticeMs = 4000;
/** Time to reach its buttons. */
const buttonNoticeMs = 10_000;

function SavedFileButtons({ fileToken }: { readonly fileToken: string }) {
  const { t } = useTranslation();
  const go = (channel: "app.openSaved" | "app.showSaved") => void call(channel, { fileToken }).catch(showError);
  return (
    <>
      <Button size="small" color="inherit" onClick={() => go("app.openSaved")}>
        {t("common.open")}
      </Button>
      <Button size="small" color="inherit" onClick={() => go("app.showSaved")}>
        {t("common.showInFolder")}
      </Button>
    </>
  );
}

/** What can be done from a notice. */
function NoticeButtons({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const undoOffered = useOfferedUndo();
  const { fileToken, undo } = notice;
  if (undo !== null)
    return (
      <Button size="small" color="inherit" onClick={() => undoOffered(undo.stack, undo.stepId)} data-testid="notice-undo">
        {t("journal.undo")}
      </Button>
    );
  return fileToken === null ? null : <SavedFileButtons fileToken={fileToken} />;
}

/** Failures stay until closed; confirmations go by themselves. */
export function MessageHost() {
  const error = useSession((state) => state.error);
  const notice = useSession((state) => state.notice);
  const hasButtons = notice !== null && (notice.fileToken !== null || notice.undo !== null);
  const clearError = () => useSession.setState({ error: null });
  return (
    <>
      <Snackbar open={error !== null && error !== undefined} anchorOrigin={{ vertical: "bottom", horizontal: "center" }} sx={{ bottom: { xs: 40, sm: 40 } }}>
        <Box sx={{ maxWidth: 640, boxShadow: 6, borderRadius: 1 }}>
          <ErrorAlert error={error} onClose={clearError} />
        </Box>
      </Snackbar>
      <Snackbar
        key={notice?.number}
        open={notice !== null}
        message={notice?.text}
        action={notice !== null && hasButtons && <NoticeButtons notice={notice} />}
        autoHideDuration={hasButtons ? buttonNoticeMs : noticeMs}
        onClose={(_event, reason) => reason !== "clickaway" && useSession.setState({ notice: null })}
        anchorOrigin={{ vertical: "bottom", horizontal: "center" }}
        sx={{ bottom: { xs: 40, sm: 40 } }}
      />
    </>
  );
}
