import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Stack from "@mui/material/Stack";
import { useTranslation } from "react-i18next";
import { refusalTexts } from "../../shared/engine-refusal.ts";
import { CallFailure, call } from "../desk/desk-client.ts";

interface ErrorAlertProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** A failure in the user's language: what happened, what to do, the code, and the way to the log. Nothing where there is none. */
export function ErrorAlert({ error, onRetry, onClose }: ErrorAlertProps) {
  const { t } = useTranslation();
  if (error === undefined || error === null) return null;
  const code = error instanceof CallFailure ? error.code : "internal";
  const given = error instanceof CallFailure ? error.values : {};
  const values = code === "pricing.badInput" ? refusalTexts(given, (key, texts) => t(key, texts ?? {})) : given;
  return (
    <Alert
      severity={code === "job.cancelled" ? "info" : "error"}
      variant="outlined"
      {...(onClose ? { onClose, closeText: t("common.close") } : {})}
      sx={{ bgcolor: "background.paper", "& .MuiAlert-message": { flex: 1 } }}
    >
      {t(`error.${code}`, values)}
      <Stack direction="row" spacing={1} sx={{ mt: 0.5, alignItems: "center" }}>
        <Box component="span" sx={{ color: "text.secondary" }}>
          {t("common.errorCode", { code })}
        </Box>
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t("common.retry")}
          </Button>
        )}
        {code !== "job.cancelled" && (
          <Button size="small" color="inherit" onClick={() => void call("app.showLog").catch(() => undefined)}>
            {t("common.showLog")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
