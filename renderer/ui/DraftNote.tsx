import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../shared/format.ts";

/** Says that what stands in the form was put back. */
export function DraftNote({ keptAt }: { readonly keptAt: string }) {
  const { t } = useTranslation();
  return (
    <Alert severity="info" variant="outlined" sx={{ gridColumn: "1 / -1", py: 0 }} data-testid="draft-note">
      {t("form.draftBack", { at: formatDateTime(keptAt) })}
    </Alert>
  );
}
