import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { MemoPreview } from "./MemoPreview.tsx";

/** The memo of a saved run, page by page as it prints. */
export function MemoScreen({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const runs = useCall("runs.list", { dealId });
  if (runs.data === undefined)
    return runs.error === undefined ? <LinearProgress aria-label={t("memo.screen.loading")} /> : <ErrorAlert error={runs.error} onRetry={runs.reload} />;
  if (runs.data.length === 0) {
    return (
      <EmptyState isScreen title={t("memo.screen.emptyTitle")} text={t("memo.screen.emptyText")}>
        <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })}>
          {t("memo.screen.toWorkbench")}
        </Button>
      </EmptyState>
    );
  }
  return <MemoPreview dealId={dealId} runs={runs.data} />;
}
