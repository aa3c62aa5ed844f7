import Alert from "@mui/material/Alert";
import { useTranslation } from "react-i18next";
import { formatDateTime } from "../../shared/format.ts";
import type { PutBack } from "./left-mapping.ts";

/** Says that a mapping was put back, and where its file is another one or gone. */
export function PutBackNote({ putBack: { kind, fileName, keptAt } }: { readonly putBack: PutBack }) {
  const { t } = useTranslation();
  return (
    <Alert severity={kind === "same" ? "info" : "warning"} variant="outlined" sx={{ bgcolor: "background.paper", py: 0 }} data-testid={`put-back-${kind}`}>
      {t(`pricing.tape.putBack.${kind}`, { fileName, at: formatDateTime(keptAt) })}
    </Alert>
  );
}
