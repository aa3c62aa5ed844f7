import Link from "@mui/material/Link";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../../shared/format.ts";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { FactStrip } from "../ui/FactStrip.tsx";

/** Says that exceptions of the tape were not looked at; nothing where all are confirmed. Pricing goes on either way. */
export function QualityNote({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const state = useCall("quality.state", { dealId }).data;
  if (state === undefined || state === null || state.open === 0) return null;
  const { open, count, score } = state;
  return (
    <FactStrip
      label={t("quality.title")}
      title={t("quality.openNote", { open: formatNumber(open), count: formatNumber(count), score: formatNumber(score, 1) })}
      testId="quality-note"
    >
      <Link component="button" onClick={() => navigate({ screen: "quality", dealId })} data-testid="to-quality">
        {t("quality.openNoteLink")}
      </Link>
    </FactStrip>
  );
}
