import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Snackbar from "@mui/material/Snackbar";
import { useTranslation } from "react-i18next";
import { call } from "../desk/desk-client.ts";
import { showError, useSession } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

const noticeMs = 4000;
/** Time to reach its buttons. */
const fileNoticeMs = 10_000;

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

/** Failures stay until closed; confirmations go by themselves. */
export function MessageHost() {
  const error = useSession((state) => state.error);
  const notice = useSession((state) => state.notice);
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
        action={notice?.fileToken != null && <SavedFileButtons fileToken={notice.fileToken} />}
        autoHideDuration={notice?.fileToken != null ? fileNoticeMs : noticeMs}
        onClose={(_event, reason) => reason !== "clickaway" && useSession.setState({ notice: null })}
        anchorOrigin={{ vertical: "bottom", horizontal: "center" }}
        sx={{ bottom: { xs: 40, sm: 40 } }}
      />
    </>
  );
}
