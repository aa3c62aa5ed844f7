import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { DiligenceView } from "./DiligenceView.tsx";

/** The plan of due diligence (尽调计划): which files to open next, and what those opened say of the rest. */
export function DiligenceScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <PricedPlan key={dealId} dealId={dealId} />
    </WorkbenchProvider>
  );
}

function PricedPlan({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const failure = useWorkbench((state) => state.failure);
  const result = useWorkbench((state) => state.result);
  const load = useWorkbench((state) => state.load);
  const plan = useCall("diligence.get", result === null ? null : { dealId });
  const hasNoTape = failure instanceof CallFailure && failure.code === "deal.noTape";
  if (hasNoTape || (result === null && failure !== null)) {
    const screen = hasNoTape ? "tape" : "workbench";
    return (
      <>
        {!hasNoTape && <ErrorAlert error={failure} onRetry={() => void load()} />}
        <EmptyState isScreen title={t("diligence.title")} text={t(hasNoTape ? "diligence.noTape" : "diligence.blocked")}>
          <Button variant="contained" onClick={() => navigate({ screen, dealId })}>
            {t(hasNoTape ? "diligence.toTape" : "diligence.toWorkbench")}
          </Button>
        </EmptyState>
      </>
    );
  }
  if (plan.error !== undefined) return <ErrorAlert error={plan.error} onRetry={plan.reload} />;
  if (plan.data === undefined) return <LinearProgress aria-label={t("diligence.working")} />;
  return <DiligenceView dealId={dealId} plan={plan.data} isReadOnly={deal?.archived !== false} />;
}
