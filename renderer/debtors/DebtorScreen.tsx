import Button from "@mui/material/Button";
import { useTranslation } from "react-i18next";
import { CallFailure, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { useDealWorkbench, useWorkbench, WorkbenchProvider } from "../model/use-workbench.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { DebtorSheetView } from "./DebtorSheetView.tsx";

/** The package by debtor (户表): what the tape, the model and the desk say of each, and what the package comes to. */
export function DebtorScreen({ dealId }: { readonly dealId: number }) {
  const store = useDealWorkbench(dealId);
  return (
    <WorkbenchProvider value={store}>
      <PricedSheet key={dealId} dealId={dealId} />
    </WorkbenchProvider>
  );
}

function PricedSheet({ dealId }: { readonly dealId: number }) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const failure = useWorkbench((state) => state.failure);
  const result = useWorkbench((state) => state.result);
  const load = useWorkbench((state) => state.load);
  if (failure instanceof CallFailure && failure.code === "deal.noTape") {
    return (
      <EmptyState isScreen title={t("debtors.empty.title")} text={t("debtors.empty.text")}>
        <Button variant="contained" onClick={() => navigate({ screen: "tape", dealId })}>
          {t("debtors.empty.toTape")}
        </Button>
      </EmptyState>
    );
  }
  if (result === null && failure !== null) {
    return (
      <>
        <ErrorAlert error={failure} onRetry={() => void load()} />
        <EmptyState isScreen title={t("debtors.title")} text={t("debtors.blocked")}>
          <Button variant="contained" onClick={() => navigate({ screen: "workbench", dealId })}>
            {t("debtors.toWorkbench")}
          </Button>
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <ErrorAlert error={failure} onRetry={() => void load()} />
      <DebtorSheetView dealId={dealId} isReadOnly={deal?.archived !== false} />
    </>
  );
}
