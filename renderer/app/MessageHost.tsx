import Box from "@mui/material/Box";
import Snackbar from "@mui/material/Snackbar";
import { useSession } from "../desk/session-store.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";

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
        autoHideDuration={4000}
        onClose={(_event, reason) => reason !== "clickaway" && useSession.setState({ notice: null })}
        anchorOrigin={{ vertical: "bottom", horizontal: "center" }}
        sx={{ bottom: { xs: 40, sm: 40 } }}
      />
    </>
  );
}
