import Box from "@mui/material/Box";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { useCall } from "../desk/desk-client.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { TextDialog } from "./TextDialog.tsx";

/** The licences of everything the program is made of, in full. */
export function NoticesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, loading, reload } = useCall("program.notices", undefined);
  return (
    <TextDialog title={t("program.notices")} width="md" onClose={onClose} testId="notices">
      {loading && <LinearProgress aria-label={t("common.loading")} />}
      <ErrorAlert error={error} onRetry={reload} />
      <Box component="pre" lang="en" sx={{ m: 0, typography: "body2", whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
        {data?.text}
      </Box>
    </TextDialog>
  );
}
