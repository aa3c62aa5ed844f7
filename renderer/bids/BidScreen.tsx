import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import { useTranslation } from "react-i18next";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { BidPages } from "./BidPages.tsx";

/** From the value of a deal to its bid (竞价决策). */
export function BidScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <PricedBid key={dealId} dealId={dealId} />
    </WorkbenchProvider>
  );
}

function PricedBid({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const failure = useWorkbench((state) => state.failure);
  const result = useWorkbench((state) => state.result);
  const load = useWorkbench((state) => state.load);
  const desk = useCall("bids.get", result === null ? null : { dealId });
  const hasNoTape = failure instanceof CallFailure && failure.code === "deal.noTape";
  if (hasNoTape || (result === null && failure !== null)) {
    const screen = hasNoTape ? "tape" : "workbench";
    return (
      <>
        {!hasNoTape && <ErrorAlert error={failure} onRetry={() => void load()} />}
        <EmptyState isScreen title={t("bids.title")} text={t(hasNoTape ? "bids.noTape" : "bids.blocked")}>
          <Button variant="contained" onClick={() => navigate({ screen, dealId })}>
            {t(hasNoTape ? "bids.toTape" : "bids.toWorkbench")}
          </Button>
        </EmptyState>
      </>
    );
  }
  if (desk.error !== undefined) return <ErrorAlert error={desk.error} onRetry={desk.reload} />;
  if (desk.data === undefined) return <LinearProgress aria-label={t("bids.working")} />;
  return <BidPages dealId={dealId} desk={desk.data} isReadOnly={deal?.archived !== false} />;
}
