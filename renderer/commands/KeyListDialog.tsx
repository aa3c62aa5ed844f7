import Box from "@mui/material/Box";
import { useTranslation } from "react-i18next";
import { KeyTable } from "../ui/KeyTable.tsx";
import { TextDialog } from "./TextDialog.tsx";

/** Every key of the desk in one list. */
export function KeyListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <TextDialog title={t("action.keysTitle")} width="md" onClose={onClose} testId="key-list">
      <Box sx={{ columnCount: { sm: 1, md: 2 }, columnGap: 3 }}>
        <KeyTable />
      </Box>
    </TextDialog>
  );
}
