import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Dialog from "@mui/material/Dialog";
import DialogActions from "@mui/material/DialogActions";
import DialogContent from "@mui/material/DialogContent";
import DialogTitle from "@mui/material/DialogTitle";
import { useTranslation } from "react-i18next";
import { KeyTable } from "../ui/KeyTable.tsx";

/** Every key of the desk in one list. */
export function KeyListDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth aria-labelledby="key-list-title">
      <DialogTitle id="key-list-title">{t("action.keysTitle")}</DialogTitle>
      <DialogContent tabIndex={0} data-testid="key-list">
        <Box sx={{ columnCount: { sm: 1, md: 2 }, columnGap: 3 }}>
          <KeyTable />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t("common.close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
