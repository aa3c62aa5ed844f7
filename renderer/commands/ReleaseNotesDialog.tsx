import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import { useSession } from "../desk/session-store.ts";
import { TextDialog } from "./TextDialog.tsx";

const notes = ["people", "company", "bid", "sheet", "program"] as const;

/** What this version brought. */
export function ReleaseNotesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const version = useSession((state) => state.info?.version) ?? "";
  return (
    <TextDialog title={`${t("program.releaseNotes")} ${version}`} width="md" onClose={onClose} testId="release-notes">
      {notes.map((note) => (
        <Box key={note} sx={{ mb: 1.5 }}>
          <b>{t(`program.notes.${note}.title`)}</b>
          <Typography>{t(`program.notes.${note}.text`)}</Typography>
        </Box>
      ))}
    </TextDialog>
  );
}
