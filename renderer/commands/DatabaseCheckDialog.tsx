import Alert from "@mui/material/Alert";
import AlertTitle from "@mui/material/AlertTitle";
import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { DatabaseCheck } from "../../shared/domain/database-check.ts";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TextDialog } from "./TextDialog.tsx";

/** Looks over the whole database, and says what came out. */
export function DatabaseCheckDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, reload } = useCall("program.checkDatabase", undefined);
  return (
    <TextDialog title={t("program.check")} width="xs" onClose={onClose} testId="database-check">
      {data === undefined && error === undefined && (
        <>
          <LinearProgress aria-label={t("program.check")} sx={{ mb: 1 }} />
          <Typography>{t("program.checking")}</Typography>
        </>
      )}
      <ErrorAlert error={error} onRetry={reload} />
      {data && <Found check={data} />}
    </TextDialog>
  );
}

function Found({ check: { faults, bytes, loans } }: { readonly check: DatabaseCheck }) {
  const { t, i18n } = useTranslation();
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(bytes / 2 ** 20);
  if (faults.length === 0) {
    return (
      <Alert severity="success" variant="outlined">
        <AlertTitle>{t("program.sound")}</AlertTitle>
        {t("program.soundText", { size: `${size} MB`, loans: loans.toLocaleString(i18n.language) })}
      </Alert>
    );
  }
  return (
    <Alert severity="error" variant="outlined">
      <AlertTitle>{t("program.faulty", { count: faults.length })}</AlertTitle>
      {t("program.faultyText")}
      <Box component="pre" sx={{ mb: 0, typography: "body2", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {faults.join("\n")}
      </Box>
    </Alert>
  );
}
