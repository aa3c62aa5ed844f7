import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { QualityView } from "./QualityView.tsx";

/** The quality of a deal's package (数据质量): its score by field, and the exceptions that somebody is to look at before it is priced. */
export function QualityScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const report = useCall("quality.get", { dealId });
  if (report.error instanceof CallFailure && report.error.code === "deal.noTape")
    return (
      <EmptyState isScreen title={t("quality.title")} text={t("quality.noTape")}>
        <Button variant="contained" onClick={() => navigate({ screen: "tape", dealId })}>
          {t("quality.toTape")}
        </Button>
      </EmptyState>
    );
  if (report.error !== undefined) return <ErrorAlert error={report.error} onRetry={report.reload} />;
  if (report.data === undefined) return <LinearProgress aria-label={t("quality.working")} />;
  return <QualityView dealId={dealId} report={report.data} isReadOnly={deal?.archived !== false} />;
}
